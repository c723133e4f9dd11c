import { useId, useState } from 'preact/hooks'
import { uiWords } from '../../contract/words/ui.ts'

interface FieldProps {
  type?: 'text' | 'email' | 'password' | 'date' | 'datetime-local'
  autoComplete?: string
  inputMode?: 'email' | 'text'
  autoCapitalize?: 'none'
  spellcheck?: boolean
  required?: boolean
  defaultValue?: string
  label: string
  name: string
  /** Said beforehand: what is accepted. */
  hint?: string | undefined
  /** Said afterwards, in the hint's place: what is wrong. */
  error?: string | undefined
}

/** A labelled input with what is wrong with it right below. A password can be looked at. */
export function Field({ label, name, hint, error, type = 'text', ...input }: FieldProps) {
  const id = useId()
  const [shown, setShown] = useState(false)
  const described =
    error !== undefined ? `${id}-error` : hint !== undefined ? `${id}-hint` : undefined
  const secret = type === 'password'
  return (
    <div class={`field${error === undefined ? '' : ' field-wrong'}`}>
      <label for={id}>{label}</label>
      <div class="field-box">
        <input
          {...input}
          id={id}
          name={name}
          // the attributes' types differ by type, which only a literal can tell apart
          type={(secret && shown ? 'text' : type) as 'text'}
          aria-describedby={described}
          aria-invalid={error === undefined ? undefined : 'true'}
        />
        {secret && (
          <button
            type="button"
            class="field-reveal"
            aria-pressed={shown}
            aria-label={uiWords('showPassword')}
            onClick={() => setShown(!shown)}
          >
            {uiWords(shown ? 'hide' : 'show')}
          </button>
        )}
      </div>
      {hint !== undefined && error === undefined && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}
