import { Type } from 'typebox'
import type { Form } from './forms.ts'

export const text = (description: string, options = {}) =>
  Type.String({ minLength: 1, description, ...options })

export const whole = (description: string, options: object) =>
  Type.Integer({ description, ...options })

/** A text whose form is looked at by more than a pattern. */
export const formed = (form: Form, description: string, options = {}) =>
  Type.Refine(
    text(description, options),
    (value) => form(value) === null,
    (value) => form(String(value)) ?? '',
  )

/** A whole number or boolean where the setting is one; what does not look like it is left to the schema. */
export function typed({ type }: { type?: string }, value: string): string | number | boolean {
  if (type === 'integer' && /^-?\d{1,15}$/.test(value)) return Number(value)
  if (type === 'boolean' && /^(true|false)$/.test(value)) return value === 'true'
  return value
}
