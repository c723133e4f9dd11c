import createClient, { type Client } from 'openapi-fetch'
import type { components, paths } from './schema.ts'
import { sessionFetch } from './session-fetch.ts'

export type { components, operations, paths } from './schema.ts'
export { sessionFetch }

/** What an answer other than success says; decide by `code`. */
export type Problem = components['schemas']['Problem']
export type MatineeClient = Client<paths>

export interface MatineeClientOptions {
  /** Where the server is reached by browsers, such as https://films.example. */
  baseUrl: string
  /** In place of one that keeps the sign-in, as outside of browsers nothing else does. */
  fetch?: (request: Request) => Promise<Response>
}

/**
 * A client of one server: `client.GET('/api/videos')`, `client.POST('/api/auth/sign-in', { body })`.
 * Each call resolves to `data`, or to `error` with the problem that the server answered.
 */
export const createMatineeClient = ({
  baseUrl,
  fetch = sessionFetch(baseUrl),
}: MatineeClientOptions): MatineeClient => createClient<paths>({ baseUrl, fetch })
