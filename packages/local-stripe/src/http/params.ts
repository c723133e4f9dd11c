import type Stripe from 'stripe'
import { invalid } from './faults.ts'
import type { FormHash, FormValue } from './form.ts'
import { parsedUrl } from './parsed-url.ts'

/** One parameter: how its text becomes a value, and whether it must be there. */
export interface Field<T, Required extends boolean = boolean> {
  readonly required: Required
  read(value: FormValue, name: string): T
}

type Fields = Record<string, Field<unknown>>
type Value<F> = F extends Field<infer T> ? T : never
type RequiredKeys<S extends Fields> = {
  [K in keyof S]: S[K] extends Field<unknown, true> ? K : never
}[keyof S]

/** What a shape reads to: required parameters are there, the others may be undefined. */
export type Parsed<S extends Fields> = { [K in RequiredKeys<S>]: Value<S[K]> } & {
  [K in Exclude<keyof S, RequiredKeys<S>>]?: Value<S[K]>
}

export interface Shape<T> {
  read(hash: FormHash, prefix?: string): T
}
export type Input<S> = S extends Shape<infer T> ? T : never

const field = <T>(read: Field<T>['read']): Field<T, false> => ({ required: false, read })

const scalar = (value: FormValue, name: string): string => {
  if (typeof value !== 'string') throw invalid(`Invalid string: {}`, { param: name })
  return value
}

const notEmpty = (value: FormValue, name: string): string => {
  const given = scalar(value, name)
  if (given !== '') return given
  throw invalid(
    `You passed an empty string for '${name}'. We assume empty values are an attempt to unset a parameter; however '${name}' cannot be unset. You should remove '${name}' from your request or supply a non-empty value.`,
    { code: 'parameter_invalid_empty', param: name },
  )
}

/** Text of up to 5,000 characters, which must not be empty. */
export const text = (maximum = 5000): Field<string, false> =>
  field((value, name) => {
    const given = notEmpty(value, name)
    if (given.length <= maximum) return given
    throw invalid(
      `Invalid string: ${given.slice(0, 20)}...; must be at most ${maximum} characters`,
      { param: name },
    )
  })

export const integer = (minimum = -99999999999, maximum = 99999999999): Field<number, false> =>
  field((value, name) => {
    const given = notEmpty(value, name)
    if (!/^[+-]?\d+$/.test(given)) {
      throw invalid(`Invalid integer: ${given}`, { code: 'parameter_invalid_integer', param: name })
    }
    const number = Number(given)
    if (number < minimum) {
      const rule =
        minimum === 0
          ? 'Invalid non-negative integer'
          : `This value must be greater than or equal to ${minimum} (it currently is ${number}).`
      throw invalid(rule, { code: 'parameter_invalid_integer', param: name })
    }
    if (number > maximum) {
      throw invalid(
        `This value must be less than or equal to ${maximum} (it currently is ${number}).`,
        { code: 'parameter_invalid_integer', param: name },
      )
    }
    return number
  })

/** A decimal as its text, which is how Stripe's API carries decimals. */
export const decimalText = (): Field<string, false> =>
  field((value, name) => {
    const given = notEmpty(value, name)
    if (/^-?\d+(\.\d{1,12})?$/.test(given)) return given
    throw invalid(`Invalid decimal: ${given}`, { param: name })
  })

export const real = (): Field<number, false> =>
  field((value, name) => {
    const given = notEmpty(value, name)
    if (/^-?\d+(\.\d+)?$/.test(given)) return Number(given)
    throw invalid(`Invalid decimal: ${given}`, { param: name })
  })

export const timestamp = (): Field<number, false> => integer(0)

export const flag = (): Field<boolean, false> =>
  field((value, name) => {
    const given = notEmpty(value, name)
    if (given === 'true' || given === 'false') return given === 'true'
    throw invalid(`Invalid boolean: ${given}`, { param: name })
  })

export const oneOf = <const V extends string>(...allowed: V[]): Field<V, false> =>
  field((value, name) => {
    const given = notEmpty(value, name)
    const found = allowed.find((candidate) => candidate === given)
    if (found !== undefined) return found
    const last = allowed.at(-1)
    const list = allowed.length > 1 ? `one of ${allowed.slice(0, -1).join(', ')}, or ${last}` : last
    throw invalid(`Invalid ${name}: must be ${list}`, { param: name })
  })

export const url = (): Field<string, false> =>
  field((value, name) => {
    const given = notEmpty(value, name)
    const scheme = /^(https?):\/\/[^\s/]/i.test(given)
    if (scheme && parsedUrl(given.replaceAll(/[{}]/g, ''))) return given
    throw invalid('Not a valid URL', { code: 'url_invalid', param: name })
  })

/** Text that may be emptied: '' reads as null. */
export const clearable = <T>(inner: Field<T>): Field<T | null, false> =>
  field((value, name) => (value === '' ? null : inner.read(value, name)))

/** Adds to what is stored; an empty value takes its key away, an empty whole takes all. */
export const metadata = (): Field<Record<string, string> | null, false> =>
  field((value, name) => {
    if (value === '') return null
    if (typeof value === 'string') throw invalid('Invalid hash', { param: name })
    const read: Record<string, string> = {}
    for (const [key, item] of Object.entries(value)) {
      if (typeof item !== 'string') {
        throw invalid('Metadata values must be strings.', { param: `${name}[${key}]` })
      }
      if (key.length > 40) {
        throw invalid(`Metadata keys can be at most 40 characters: ${key}`, { param: name })
      }
      if (item.length > 500) {
        throw invalid(
          `Metadata values can have up to 500 characters, but you passed in a value that is ${item.length} characters.`,
          { param: `${name}[${key}]` },
        )
      }
      read[key] = item
    }
    return read
  })

export const list = <T>(inner: Field<T>): Field<T[], false> =>
  field((value, name) => {
    if (value === '') return []
    if (typeof value === 'string') throw invalid('Invalid array', { param: name })
    const keys = Object.keys(value)
    if (keys.some((key) => !/^\d+$/.test(key))) throw invalid('Invalid array', { param: name })
    return keys
      .sort((a, b) => Number(a) - Number(b))
      .map((key) => inner.read(value[key] ?? '', `${name}[${key}]`))
  })

export const hash = <T>(shape: Shape<T>): Field<T, false> =>
  field((value, name) => {
    if (typeof value === 'string') throw invalid('Invalid hash', { param: name })
    return shape.read(value, name)
  })

/** A hash whose keys the caller chooses, such as `currency_options[eur]`. */
export const mapOf = <T>(key: Field<string>, inner: Field<T>): Field<Record<string, T>, false> =>
  field((value, name) => {
    if (typeof value === 'string') throw invalid('Invalid hash', { param: name })
    return Object.fromEntries(
      Object.entries(value).map(([given, item]) => [
        key.read(given, name),
        inner.read(item, `${name}[${given}]`),
      ]),
    )
  })

/** The first reader that does not fault: for parameters such as `created`, an integer or a range. */
export const either = <A, B>(hashField: Field<A>, scalarField: Field<B>): Field<A | B, false> =>
  field((value, name) =>
    typeof value === 'string' ? scalarField.read(value, name) : hashField.read(value, name),
  )

export const required = <T>(inner: Field<T>): Field<T, true> => ({ ...inner, required: true })

/** What the SDK lets a caller give, as it is read here: decimals are text, emptied values null. */
type Told<T> = T extends Stripe.Decimal
  ? string
  : T extends string | number | boolean
    ? T
    : T extends (infer Item)[]
      ? Told<Item>[]
      : { [K in keyof T]: Told<T[K]> | null }

type Fitting<P, S extends Fields> = {
  [K in keyof S]: K extends keyof P
    ? Value<S[K]> extends Told<NonNullable<P[K]>> | null
      ? S[K]
      : never
    : never
}

/**
 * The parameters of a call. `P` is the SDK's own type for them, so that neither a name nor a kind
 * of value can be wrong. A parameter that is not in the shape is refused as unknown.
 */
export const shape =
  <P>() =>
  <S extends Fields>(fields: S & Fitting<P, S>): Shape<Parsed<S>> => ({
    read: (given, prefix) => readFields(fields, given, prefix) as Parsed<S>,
  })

function readFields(fields: Fields, given: FormHash, prefix?: string): Record<string, unknown> {
  const named = (key: string) => (prefix ? `${prefix}[${key}]` : key)
  const unknown = Object.keys(given).filter((key) => !Object.hasOwn(fields, key))
  if (unknown.length > 0) {
    const names = unknown.map(named)
    throw invalid(`Received unknown parameter${names.length > 1 ? 's' : ''}: ${names.join(', ')}`, {
      code: 'parameter_unknown',
      param: names[0] ?? '',
    })
  }
  const result: Record<string, unknown> = {}
  for (const [key, reader] of Object.entries(fields)) {
    const value = given[key]
    if (value !== undefined) result[key] = reader.read(value, named(key))
    else if (reader.required) {
      throw invalid(`Missing required param: ${named(key)}.`, {
        code: 'parameter_missing',
        param: named(key),
      })
    }
  }
  return result
}
