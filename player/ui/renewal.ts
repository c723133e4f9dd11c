import { problemOf, unreachable } from './problem.ts'

/** Where all tabs see which renewal was the last one. */
export interface Stamp {
  read(): string | null
  /** null: no session is known of any more. */
  write(stamp: string | null): void
}

export interface RenewalDeps {
  fetch: typeof fetch
  stamp: Stamp
  /** Runs `work` while no other tab runs its own. */
  exclusively<T>(work: () => Promise<T>): Promise<T>
  now(): number
  /** The API knows of no session any more: it was ended elsewhere, or has run out. */
  ended?(): void
}

export interface Renewal {
  /** The latest renewal that any tab made; capture it before a request, pass it to `renew` after a 401. */
  latest(): string | null
  /**
   * Exchanges the refresh cookie for a new access cookie, unless a tab has done so since `seen`.
   * A refresh token is good once, so no two tabs may do it at the same time.
   *
   * @returns whether there is a session; false means that the person must sign in
   * @throws Problem when that cannot be told now
   */
  renew(seen: string | null): Promise<boolean>
  /** Tells all tabs that the access cookie is new, as after signing in. */
  mark(): void
  /** Tells all tabs that there is no session any more, as after signing out. */
  clear(): void
  /** Whether there is a session whose access cookie is older than `ms`, or of unknown age. */
  olderThan(ms: number): boolean
}

export function createRenewal({ fetch, stamp, exclusively, now, ended }: RenewalDeps): Renewal {
  let running: Promise<boolean> | undefined
  const mark = () => stamp.write(String(now()))

  async function exchange(seen: string | null): Promise<boolean> {
    if (stamp.read() !== seen) return true
    const response = await fetch('/api/auth/refresh', { method: 'POST' }).catch(() => undefined)
    if (response === undefined) throw unreachable()
    if (response.ok) mark()
    else if (response.status !== 401) throw await problemOf(response)
    else {
      stamp.write(null)
      ended?.()
    }
    return response.ok
  }

  return {
    latest: () => stamp.read(),
    mark,
    clear: () => stamp.write(null),
    olderThan: (ms) => {
      const age = now() - Number(stamp.read() ?? Number.NaN)
      // a clock that was set back gives a negative age: as good as unknown
      return !(age >= 0 && age <= ms)
    },
    renew: (seen) => {
      running ??= exclusively(() => exchange(seen)).finally(() => {
        running = undefined
      })
      return running
    },
  }
}
