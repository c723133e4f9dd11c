interface ChoiceProps {
  label: string
  name: string
  defaultValue: string
  /** What is sent, and what is read. */
  options: readonly (readonly [string, string])[]
  error?: string | undefined
  onChange?(value: string): void
}

/** One of several, in a list that opens. */
export function Choice({ label, name, defaultValue, options, error, onChange }: ChoiceProps) {
  return (
    <div class={`field${error === undefined ? '' : ' field-wrong'}`}>
      <label for={`choice-${name}`}>{label}</label>
      <select
        id={`choice-${name}`}
        name={name}
        aria-describedby={error === undefined ? undefined : `choice-${name}-error`}
        aria-invalid={error === undefined ? undefined : 'true'}
        onChange={(event) => onChange?.(event.currentTarget.value)}
      >
        {options.map(([value, text]) => (
          <option key={value} value={value} selected={value === defaultValue}>
            {text}
          </option>
        ))}
      </select>
      {error !== undefined && (
        <p class="field-error" id={`choice-${name}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}
