import type { Account } from '../account.ts'
import { type Shape, shape } from './params.ts'

/** The ids in a route's path. */
export type PathIds = Record<string, string>

/** One call of the API: its parameters, and what carries it out and gives the answer's object. */
export interface Route {
  method: 'GET' | 'POST' | 'DELETE'
  path: string
  input: Shape<unknown>
  run(account: Account, input: unknown, ids: PathIds): object
}

const route =
  (method: Route['method']) =>
  <T>(
    path: string,
    input: Shape<T>,
    run: (account: Account, input: T, ids: PathIds) => object,
  ): Route => ({ method, path, input, run: run as Route['run'] })

export const get = route('GET')
export const post = route('POST')
export const del = route('DELETE')

/** A call without parameters. */
export const nothing = shape<object>()({})

/** An id from the path that the route is known to have. */
export const idIn = (ids: PathIds, name = 'id'): string => ids[name] ?? ''
