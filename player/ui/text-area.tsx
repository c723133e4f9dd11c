import { useId } from 'preact/hooks'

interface TextAreaProps {
  label: string
  name: string
  rows: number
  defaultValue?: string
  hint?: string
  error?: string | undefined
}

/** A field for several lines. */
export function TextArea({ label, name, rows, defaultValue, hint, error }: TextAreaProps) {
  const id = useId()
  const said = error ?? hint
  return (
    <div class={`field${error === undefined ? '' : ' field-wrong'}`}>
      <label for={id}>{label}</label>
      <textarea
        id={id}
        name={name}
        rows={rows}
        defaultValue={defaultValue}
        aria-describedby={said === undefined ? undefined : `${id}-said`}
        aria-invalid={error === undefined ? undefined : 'true'}
      />
      {said !== undefined && (
        <p class={error === undefined ? 'field-hint' : 'field-error'} id={`${id}-said`}>
          {said}
        </p>
      )}
    </div>
  )
}
