/** Every operation: the name that clients call it by, who may, and what it refuses beside the usual. */
import { accounts } from './operations/accounts.ts'
import { billing } from './operations/billing.ts'
import { catalogue } from './operations/catalogue.ts'
import { embed } from './operations/embed.ts'
import { mails } from './operations/mails.ts'
import type { Operation } from './operations/operation.ts'
import { playback } from './operations/playback.ts'
import { site } from './operations/site.ts'
import { studio } from './operations/studio.ts'
import { uploads } from './operations/uploads.ts'
import type { ErrorCode } from './problems.ts'

export { type Caller, type Operation, redirect } from './operations/operation.ts'

/** By method and address, as the routes are registered. */
export const operations: Readonly<Record<string, Operation>> = {
  ...accounts,
  ...billing,
  ...catalogue,
  ...site,
  ...mails,
  ...embed,
  ...playback,
  ...studio,
  ...uploads,
}

/** What an operation refuses: what its own entry says, and what follows from it. INTERNAL may come of any. */
export function problemsOf(
  { who, problems }: Operation,
  { method, hasInput, hasBody }: { method: string; hasInput: boolean; hasBody: boolean },
): ErrorCode[] {
  const all = new Set<ErrorCode>(problems)
  if (hasInput) all.add('BAD_REQUEST')
  if (hasBody) all.add('TOO_LARGE').add('UNSUPPORTED_MEDIA_TYPE')
  if (who === 'viewer' || who === 'operator') all.add('SIGN_IN_REQUIRED')
  if (who === 'operator') all.add('FORBIDDEN').add('STEP_UP_REQUIRED')
  if (['visitor', 'viewer', 'operator', 'token'].includes(who)) all.add('ENTITLEMENTS_UNAVAILABLE')
  if (who === 'token') all.add('NOT_FOUND')
  else if (method !== 'GET' && who !== 'stripe') all.add('ORIGIN_REFUSED')
  return [...all.add('UNAVAILABLE')]
}

/** The headings that operations stand under. */
export const tags = {
  account: 'Signing up, in and out, new passwords, and who one is.',
  billing: 'Plans, checkout, what is held and paid, and the way back from the payment provider.',
  catalogue: 'What there is to watch, and for each film whether this viewer may.',
  embed: 'Films on other sites’ pages.',
  play: 'What a player with a token asks: playlists, signed URLs, redirects. No cookie is needed.',
  playback: 'To press play, to remember the position, to stop other devices.',
  site: 'What the site is called, and its legal pages.',
  studio: 'What operators do: films, people, grants, payments that are odd, how watching goes.',
  uploads: 'Files go straight to the bucket; here are plans and signatures.',
} as const
