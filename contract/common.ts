import { type TProperties, type TSchema, type TSchemaOptions, type TUnsafe, Type } from 'typebox'
import { uuid } from './uuid.ts'

/** What another member may be besides null. */
export const Nullable = <T extends TSchema>(schema: T, options: TSchemaOptions = {}) =>
  Type.Union([schema, Type.Null()], options)

/** One of a closed set of words. */
export const OneOf = <const Words extends readonly string[]>(
  words: Words,
  options: TSchemaOptions = {},
): TUnsafe<Words[number]> & { enum: readonly Words[number][] } => ({
  ...Type.Unsafe<Words[number]>({ type: 'string', ...options }),
  enum: [...words],
})

/** What is sent to us: a member that is not known is refused, since it may be a misspelt one. */
export const Input = <T extends TProperties>(members: T, options: TSchemaOptions = {}) =>
  Type.Object(members, { additionalProperties: false, ...options })

export const Uuid = Type.String({
  format: 'uuid',
  pattern: uuid.source,
})

export const time = (description?: string) =>
  Type.String({ format: 'date-time', ...(description !== undefined && { description }) })

/** ISO 8601, UTC. */
export const Time = time()

export const count = (description?: string) =>
  Type.Integer({ minimum: 0, ...(description !== undefined && { description }) })

export const Amount = Type.Integer({ description: "In the currency's minor unit." })

export const Currency = Type.String({
  pattern: '^[a-z]{3}$',
  description: 'ISO 4217, in small letters.',
})

export const Interval = Type.String({
  description: 'day, week, month, year, or such as "3 months"',
})

/** 0 to 1. */
export const Share = Type.Number({ minimum: 0, maximum: 1 })

/** An answer without a body. */
export const Nothing = Type.Unsafe<null>({ type: 'null', description: 'Done; no body.' })

/** The parameter of most addresses. */
export const IdParams = Type.Object({ id: Uuid })

export const StripeId = (prefix: string) =>
  Type.String({ pattern: `^${prefix}_[A-Za-z0-9_]{1,250}$`, maxLength: 255 })

export const Language = Type.String({
  minLength: 2,
  maxLength: 35,
  pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$',
  description: 'BCP 47',
})
