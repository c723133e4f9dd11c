import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'

/** Postgres stores no NUL in text. */
const Text = Type.String({ minLength: 1, maxLength: 255, pattern: '^[^\\u0000]*$' })

/** As much of an event as is relied on: it is a trigger, and what it says of its object is not read. */
const StripeEvent = Type.Object({
  id: Text,
  type: Text,
  livemode: Type.Boolean(),
  /** Seconds; events of the second kind ("thin") write ISO 8601. */
  created: Type.Union([Type.Integer({ minimum: 0 }), Type.String()]),
  api_version: Type.Optional(Type.Union([Text, Type.Null()])),
  data: Type.Optional(Type.Object({ object: Type.Optional(Type.Object({})) })),
})
export type StripeEvent = Static<typeof StripeEvent>

/** The event in a signed body, or null when it is not one. */
export function parseEvent(payload: Buffer): StripeEvent | null {
  try {
    const body: unknown = JSON.parse(payload.toString('utf8'))
    return Value.Check(StripeEvent, body) && isSometime(createdAt(body)) ? body : null
  } catch {
    return null
  }
}

/** Within what Postgres can store, and long before and after any event. */
const isSometime = (date: Date) => date.getUTCFullYear() > 1999 && date.getUTCFullYear() < 3000

export const createdAt = ({ created }: Pick<StripeEvent, 'created'>): Date =>
  new Date(typeof created === 'number' ? created * 1000 : created)
