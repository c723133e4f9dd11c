interface ChoiceProps {
  label: string
  name: string
  defaultValue: string
  /** What is sent, and what is read. */
  options: readonly (readonly [string, string])[]
}

/** One of several, in a list that opens. */
export function Choice({ label, name, defaultValue, options }: ChoiceProps) {
  return (
    <div class="field">
      <label for={`choice-${name}`}>{label}</label>
      <select id={`choice-${name}`} name={name}>
        {options.map(([value, text]) => (
          <option key={value} value={value} selected={value === defaultValue}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}
