import type { StorageOptions } from './types.ts'

/** "the difference between the request time and the current time is too large": more than fifteen minutes. */
const mostAheadSeconds = 15 * 60

/** As S3 names it, where the SDK corrects its own clock and says nothing. */
class ClockSkewed extends Error {
  override readonly name = 'RequestTimeTooSkewed'
}

interface Answered {
  $response?: { headers?: Record<string, string | undefined> }
}

/**
 * The SDK corrects its signatures by the Date of an answer; URLs that we sign are dated by our clock. With
 * one that is slow by more than they live they are over before they are used.
 *
 * @param answer what the SDK threw, which holds the bucket's answer
 * @throws Error that stands for the trouble 'clock'
 */
export function refuseSkew(answer: unknown, signs: StorageOptions['signs']): void {
  const date = Date.parse((answer as Answered).$response?.headers?.date ?? '')
  if (signs === undefined || Number.isNaN(date)) return
  const ahead = (signs.clock.now().getTime() - date) / 1000
  if (ahead > mostAheadSeconds || -ahead >= signs.urlSeconds) {
    throw new ClockSkewed(`our clock is ${Math.round(ahead)} s ahead of the bucket's`)
  }
}
