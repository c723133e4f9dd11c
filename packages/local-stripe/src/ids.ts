import { randomBytes } from 'node:crypto'
import type Stripe from 'stripe'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Random letters and digits; 62 does not divide 256, which does not matter for test data. */
export function randomText(length: number): string {
  let made = ''
  for (const byte of randomBytes(length)) made += alphabet[byte % alphabet.length]
  return made
}

/** An id as Stripe makes them: `cus_` and so on, then random letters and digits. */
export const newId = (prefix: string, length = 24): string => `${prefix}_${randomText(length)}`

/** The id of a relation, which the SDK's types give as an id, an expanded object or nothing. */
export function idOf(relation: string | { id: string }): string
export function idOf(relation: string | { id: string } | null | undefined): string | null
export function idOf(relation: string | { id: string } | null | undefined): string | null {
  if (relation === null || relation === undefined) return null
  return typeof relation === 'string' ? relation : relation.id
}

/** On the wire a decimal is text; only the SDK makes an object of it. */
export const decimal = (value: string | number): Stripe.Decimal =>
  String(value) as unknown as Stripe.Decimal

/** A list that lies inside an object, as `subscription.items` does. */
export const inlineList = <T>(url: string, data: T[]): Stripe.ApiList<T> => ({
  object: 'list',
  data,
  has_more: false,
  url,
})
