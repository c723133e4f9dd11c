import type { TargetedSubmitEvent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { type FieldErrors, fieldErrors } from './field-errors.ts'
import { type Problem, toProblem } from './problem.ts'

type Values = Record<string, string>

export interface FormParts {
  /** What is wrong with the values before they are sent, by field. */
  check(values: Values): FieldErrors
  submit(values: Values): Promise<void>
}

/**
 * A form that sends what its inputs hold. They stay uncontrolled, so that whatever fills them
 * (a person, a password manager, going back) is what is sent, and nothing typed is ever lost.
 */
export function useForm({ check, submit }: FormParts) {
  const form = useRef<HTMLFormElement>(null)
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<FieldErrors>({})
  const [problem, setProblem] = useState<Problem>()

  useEffect(() => {
    if (Object.keys(errors).length === 0) return
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [errors])

  async function send(values: Values, work = submit): Promise<void> {
    const found = check(values)
    setErrors(found)
    setProblem(undefined)
    if (Object.keys(found).length > 0) return
    setBusy(true)
    try {
      await work(values)
    } catch (error) {
      const refused = toProblem(error)
      const byField = fieldErrors(refused, Object.keys(values))
      setErrors(byField)
      if (Object.keys(byField).length === 0) setProblem(refused)
    } finally {
      setBusy(false)
    }
  }

  const onSubmit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    void send(valuesOf(event.currentTarget))
  }

  /** Does something else with what is typed; what is wrong with it is told as when it is sent. */
  const attempt = async (work: FormParts['submit']) => {
    if (form.current !== null) await send(valuesOf(form.current), work)
  }

  return { form, onSubmit, attempt, busy, errors, problem }
}

const valuesOf = (form: HTMLFormElement): Values =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))
