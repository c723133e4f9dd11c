import { invalid } from './faults.ts'

/** A decoded parameter: text, or a hash (arrays are hashes with the keys 0, 1, …). */
export type FormValue = string | FormHash
export interface FormHash {
  [key: string]: FormValue
}

/** Stripe refuses deeper nesting, and more parameters, than any call of its API has. */
const maximumDepth = 12
const maximumPairs = 5000

const emptyHash = (): FormHash => Object.create(null) as FormHash

/**
 * Decodes `a[b][0][c]=1&a[d][]=2`, the encoding of Stripe's requests.
 * Throws a Fault that names the parameter when a name is malformed or used in two ways.
 */
export function decodeForm(encoded: string): FormHash {
  const result = emptyHash()
  let pairs = 0
  for (const [name, value] of new URLSearchParams(encoded)) {
    if (++pairs > maximumPairs) throw invalid('Too many parameters.')
    assign(result, segments(name), value, name)
  }
  return result
}

function segments(name: string): string[] {
  const match = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name)
  if (!match) throw invalid(`Invalid parameter name: ${name}`, { param: name })
  const inner = [...(match[2] ?? '').matchAll(/\[([^[\]]*)\]/g)].map((part) => part[1] ?? '')
  if (inner.length > maximumDepth) throw invalid(`Parameter nested too deeply: ${name}`)
  return [match[1] ?? '', ...inner]
}

function assign(hash: FormHash, path: string[], value: string, name: string): void {
  const [head = '', ...rest] = path
  const key = head === '' ? String(Object.keys(hash).length) : head
  if (rest.length === 0) {
    hash[key] = value
    return
  }
  hash[key] ??= emptyHash()
  const next = hash[key]
  if (typeof next === 'string') throw invalid(`Invalid hash: ${name}`, { param: name })
  assign(next, rest, value, name)
}
