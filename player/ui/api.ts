import { pageCodeWords } from '../../contract/words/page-codes.ts'
import { Problem, problemOf, unreachable } from './problem.ts'
import type { Renewal } from './renewal.ts'

export interface Api {
  /**
   * Asks the API. An expired session is renewed once and the request repeated.
   *
   * @returns the answer's JSON; undefined when it has none
   * @throws Problem whenever the answer is not a success, or none came
   */
  request<T>(method: string, path: string, options?: RequestOptions): Promise<T>
  get<T>(path: string, signal?: AbortSignal): Promise<T>
  post<T>(path: string, body?: unknown): Promise<T>
}

export interface RequestOptions {
  body?: unknown
  /** Sent as it is, in place of JSON. */
  file?: Blob | undefined
  signal?: AbortSignal | undefined
}

export interface ApiDeps {
  fetch: typeof fetch
  renewal: Pick<Renewal, 'latest' | 'renew' | 'olderThan'>
  /** Has whoever sits there prove who they are; false when they would rather not. */
  prove?(problem: Problem): Promise<boolean>
}

/** Answers of these paths say something about the password given, not about the session. */
const aboutCredentials = /^\/api\/auth\//

/**
 * An access cookie lives 15 minutes. What may be asked without one (the catalogue, say) is then
 * answered as to a stranger, not with 401: so one that has probably run out is renewed beforehand.
 */
const probablyExpiredMs = 14 * 60_000

export function createApi({ fetch, renewal, prove }: ApiDeps): Api {
  async function send(method: string, path: string, { body, file, signal }: RequestOptions) {
    const init: RequestInit = { method, signal: signal ?? null, headers: headersFor(body, file) }
    if (body !== undefined) init.body = JSON.stringify(body)
    if (file !== undefined) init.body = file
    try {
      return await fetch(path, init)
    } catch (error) {
      if (signal?.aborted) throw error
      throw unreachable()
    }
  }

  async function request<T>(method: string, path: string, options: RequestOptions = {}) {
    if (renewal.latest() !== null && renewal.olderThan(probablyExpiredMs)) {
      await renewal.renew(renewal.latest()).catch(() => undefined)
    }
    const seen = renewal.latest()
    let response = await send(method, path, options)
    if (response.status === 401 && !aboutCredentials.test(path) && (await isOver(response))) {
      if (await renewal.renew(seen)) response = await send(method, path, options)
    }
    if (!response.ok) {
      const problem = await problemOf(response)
      const isProven = problem.code === 'STEP_UP_REQUIRED' && (await prove?.(problem))
      if (!isProven) throw problem
      response = await send(method, path, options)
    }
    if (!response.ok) throw await problemOf(response)
    return (await answerOf(response)) as T
  }

  return {
    request,
    get: (path, signal) => request('GET', path, { signal }),
    post: (path, body) => request('POST', path, { body }),
  }
}

/** Whether it is the session that is over, and not the password that was given with it that is wrong. */
const isOver = async (response: Response) =>
  (await problemOf(response.clone())).code !== 'WRONG_CREDENTIALS'

const headersFor = (body: unknown, file: Blob | undefined): Record<string, string> => ({
  accept: 'application/json',
  ...(file === undefined ? {} : { 'content-type': file.type || 'application/octet-stream' }),
  ...(body === undefined ? {} : { 'content-type': 'application/json' }),
})

async function answerOf(response: Response): Promise<unknown> {
  const text = await response.text()
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem({
      status: response.status,
      code: 'UNEXPECTED_ANSWER',
      detail: pageCodeWords('UNEXPECTED_ANSWER'),
    })
  }
}
