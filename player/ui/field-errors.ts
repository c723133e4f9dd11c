import { uiWords } from '../../contract/words/ui.ts'
import type { Problem } from './problem.ts'

/** What is wrong, by the name of the field it belongs to. */
export type FieldErrors = Readonly<Record<string, string>>

/** Refusals that are about one field, though the answer is not a schema's. */
const fieldOfCode: Record<string, string> = { EMAIL_TAKEN: 'email' }

const said = { email: 'wrongEmail', password: 'wrongPassword' } as const

/** The problem's complaints about the fields of a form; empty when it is about something else. */
export function fieldErrors(problem: Problem, names: readonly string[]): FieldErrors {
  const own = fieldOfCode[problem.code]
  if (own !== undefined && names.includes(own)) return { [own]: problem.message }
  const complaints = (problem.document.fields ?? []).filter(({ field }) => names.includes(field))
  // Of a password that was to be confirmed it is said as it is.
  const isWrong = problem.code === 'WRONG_CREDENTIALS'
  return Object.fromEntries(
    complaints.map(({ field, message }) => [
      field,
      isWrong ? uiWords(field === 'code' ? 'codeWrong' : 'notYours') : say(field, message),
    ]),
  )
}

const say = (field: string, message = uiWords('notAccepted')): string =>
  field === 'email' || field === 'password'
    ? uiWords(said[field])
    : // Some say what is wrong in sentences of their own, others go on from “This”.
      message.endsWith('.')
      ? message
      : uiWords('wrongField', { message })

/** Shortest password that an account may have, in characters. */
export const shortestPassword = 8

/** What is wrong with an e-mail address; undefined when it can be sent. */
export const emailError = (email: string | undefined): string | undefined =>
  /^\s*[^\s@]+@[^\s@]+\s*$/.test(email ?? '') ? undefined : uiWords('wrongEmail')

/** What is wrong with a new password; undefined when it can be sent. */
export const newPasswordError = (password: string | undefined): string | undefined =>
  (password ?? '').length >= shortestPassword
    ? undefined
    : uiWords('passwordTooShort', { count: shortestPassword })

/** Leaves out the fields that nothing is wrong with. */
export const onlyErrors = (found: Record<string, string | undefined>): FieldErrors =>
  Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
