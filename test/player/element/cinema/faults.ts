import type { ServerResponse } from 'node:http'

/** What a server does instead of its work. */
export type Fault =
  /** Answers with this status and an empty body, or a problem document. */
  | { status: number; problem?: Record<string, unknown>; retryAfterSeconds?: number }
  /** Closes the connection without an answer: status 0 in a browser. */
  | 'drop'
  /** Closes the connection in the middle of the body. */
  | 'break'
  /** Never answers. */
  | 'hang'

export function fail(response: ServerResponse, fault: Fault, body?: Buffer): void {
  if (fault === 'hang') return
  if (fault === 'drop') {
    response.destroy()
    return
  }
  if (fault === 'break') {
    const whole = body ?? Buffer.alloc(1000)
    response.writeHead(200, { 'content-length': whole.length })
    response.write(whole.subarray(0, whole.length / 2), () => response.destroy())
    return
  }
  const { status, problem, retryAfterSeconds } = fault
  response.statusCode = status
  if (problem) response.setHeader('content-type', 'application/problem+json')
  if (retryAfterSeconds !== undefined) response.setHeader('retry-after', retryAfterSeconds)
  response.end(problem ? JSON.stringify({ status, ...problem }) : undefined)
}
