interface ChoiceProps {
  label: string
  name: string
  defaultValue: string
  /** What is sent, and what is read. */
  options: readonly (readonly [string, string])[]
  error?: string | undefined
  onChange?(value: string): void
}

/**
 * An option that is chosen at first, and again when its form is reset: by `selected` alone, a reset
 * would choose the first of the list.
 */
const chosen = (is: boolean) => ({ defaultSelected: is, selected: is })

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
          <option key={value} value={value} {...chosen(value === defaultValue)}>
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
