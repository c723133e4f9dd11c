import type { Genuineness } from '../clients/verify-signed-url.ts'
import { parsedUrl } from '../config/parsed-url.ts'
import { type TraceDeps, traceUrl } from '../playback/trace.ts'
import type { Terminal } from './terminal.ts'

const verdicts: Record<Genuineness, string> = {
  genuine: 'The signature is ours: this URL was handed out to that viewer.',
  forged: 'The signature does not match: somebody has altered this URL, so it proves nothing.',
  unknown: 'It was signed with another access key than the present one, so it cannot be verified.',
  unmatched:
    'None of the present keys made its signature: it was altered, or signed with a key that is gone. It proves nothing.',
}

export const traceHelp = 'matinee trace "https://…"    whose playback a leaked URL was made for'

/**
 * `trace URL`: says which viewer and device a leaked URL was made for.
 *
 * @throws Error with a sentence for the operator
 */
export async function runTraceCommand(
  deps: TraceDeps & Terminal,
  [address, ...rest]: string[],
): Promise<void> {
  if (address === undefined || parsedUrl(address) === null || rest.length > 0) {
    throw new Error(`Give the URL, in quotes: ${traceHelp}`)
  }
  const trace = await traceUrl(deps, address)
  if (trace === null) {
    throw new Error('This URL names no playback that is known here.')
  }
  const { say } = deps
  say(`video    ${trace.video}`)
  say(`viewer   ${trace.email ?? 'a stranger, not signed in'}`)
  say(`device   ${trace.deviceName ?? 'unnamed'} (${trace.deviceId})`)
  say(`playback ${trace.sessionId}${trace.endReason === null ? '' : `, ended: ${trace.endReason}`}`)
  say(`from     ${trace.startedAt.toISOString()} to ${trace.lastSeenAt.toISOString()}`)
  say(verdicts[trace.genuineness])
}
