import { createHash } from 'node:crypto'
import type { Account } from '../account.ts'
import { keySeconds } from '../store/retention.ts'
import { Fault, invalid } from './faults.ts'

export interface Answer {
  status: number
  body: string
}

export const fingerprintOf = (method: string, path: string, body: string): string =>
  createHash('sha256').update(`${method} ${path}\n${body}`).digest('base64')

/**
 * The answer kept for a key. A key used for another request is refused, whatever that request asks.
 */
export function keptAnswer(account: Account, key: string, fingerprint: string) {
  if (key.length > 255) throw invalid('Idempotency keys can be at most 255 characters long.')
  const kept = account.tables.keptAnswers.get(key)
  if (!kept || kept.created + keySeconds <= account.wallClock) return undefined
  if (kept.fingerprint === fingerprint) return kept
  throw new Fault(
    400,
    'idempotency_error',
    `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
  )
}

export function keepAnswer(
  account: Account,
  key: string,
  fingerprint: string,
  requestId: string,
  { status, body }: Answer,
): void {
  account.put(account.tables.keptAnswers, {
    id: key,
    fingerprint,
    status,
    body,
    requestId,
    created: account.wallClock,
  })
}
