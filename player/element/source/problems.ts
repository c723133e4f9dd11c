import type { ErrorCode, Problem as ProblemDocument } from '../../../contract/problems.ts'

/**
 * A refusal, as far as it could be understood: what stands between us and the API may have answered
 * in its place.
 */
export type Problem = Partial<Omit<ProblemDocument, 'status' | 'code'>> & {
  status: number
  code: ErrorCode | 'UNKNOWN'
}

/** The API has answered and said no: asking again changes nothing until something else does. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title ?? problem.code)
    this.problem = problem
  }
}

/** No usable answer: the network, a server in trouble, or too many requests. Worth asking again. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
  /** The HTTP status, 0 when there was no answer at all. */
  readonly status: number
  /** How long the server asks to be left alone. */
  readonly retryAfterMs: number | undefined

  constructor(status: number, retryAfterMs?: number, cause?: unknown) {
    super(status === 0 ? 'no answer' : `status ${status}`, { cause })
    this.status = status
    this.retryAfterMs = retryAfterMs
  }
}

/** A caller lost interest. */
export const isAbort = (error: unknown): boolean =>
  error instanceof Error && error.name === 'AbortError'

const worthAskingAgain = (status: number) => status >= 500 || status === 429 || status === 408

/** Turns an answer other than success into the error that it stands for. Never throws by itself. */
export async function errorOf(response: Response): Promise<Refused | Unreachable> {
  if (worthAskingAgain(response.status)) {
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
    return new Unreachable(response.status, Number.isFinite(seconds) ? seconds * 1000 : undefined)
  }
  const body: unknown = await response.json().catch(() => undefined)
  return new Refused({ code: codeOf(response.status), ...members(body), status: response.status })
}

const members = (body: unknown): Partial<Problem> =>
  typeof body === 'object' && body !== null ? body : {}

const codes: Record<number, ErrorCode> = {
  401: 'SIGN_IN_REQUIRED',
  402: 'PAYMENT_REQUIRED',
  404: 'NOT_FOUND',
  410: 'PLAYBACK_ENDED',
}

/** For an answer without a problem document, as a proxy in between may give. */
const codeOf = (status: number) => codes[status] ?? 'UNKNOWN'
