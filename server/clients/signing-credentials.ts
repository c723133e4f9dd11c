import { MatineeError } from '../errors.ts'
import type { Clock } from './clock.ts'
import type { SigningCredentials } from './presign.ts'

/** Fixed credentials, or a provider such as `new S3Client({}).config.credentials`. */
export type CredentialSource =
  | SigningCredentials
  | ((options?: { forceRefresh?: boolean }) => Promise<SigningCredentials>)

export interface CredentialKeeper {
  /**
   * Credentials that stay valid for at least so many seconds, or the ones that come nearest.
   *
   * @throws MatineeError UNAVAILABLE when there are none that still work
   */
  lasting(seconds: number): Promise<SigningCredentials>
}

/** Temporary credentials are asked for again this long before they end. */
const renewBeforeMs = 5 * 60_000
/** How long a renewal that brought nothing better is not tried again. */
const renewalPauseMs = 5_000

/** Milliseconds of life left; Infinity for credentials without an end. */
export const remainingMs = ({ expiration }: SigningCredentials, now: Date): number =>
  expiration === undefined ? Number.POSITIVE_INFINITY : expiration.getTime() - now.getTime()

/**
 * Keeps the provider's credentials in memory, renews them before they end, asks once however many
 * wait, and goes on with what it has while the provider fails.
 */
export function keepCredentials(source: CredentialSource, clock: Clock): CredentialKeeper {
  if (typeof source !== 'function') return { lasting: async () => source }
  let current: SigningCredentials | undefined
  let asking: Promise<void> | undefined
  let pauseUntil = 0
  let failure: unknown

  async function renew(provider: Exclude<CredentialSource, SigningCredentials>): Promise<void> {
    try {
      current = await provider(current === undefined ? undefined : { forceRefresh: true })
      failure = undefined
    } catch (error) {
      failure = error
    }
    pauseUntil = clock.now().getTime() + renewalPauseMs
  }

  return {
    async lasting(seconds) {
      const now = clock.now()
      const needMs = Math.max(renewBeforeMs, seconds * 1000)
      const lacking = current === undefined || remainingMs(current, now) < needMs
      if (lacking && now.getTime() >= pauseUntil) {
        asking ??= renew(source).finally(() => {
          asking = undefined
        })
        await asking
      }
      if (current === undefined || remainingMs(current, clock.now()) <= 0) {
        throw new MatineeError('UNAVAILABLE', { cause: failure })
      }
      return current
    },
  }
}
