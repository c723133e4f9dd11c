import type { PlaybackSession } from '../../../contract/playback.ts'
import { type Problem, Refused } from './problems.ts'

export interface SessionOptions {
  open: () => Promise<PlaybackSession>
  close: (token: string) => Promise<void>
  /** A monotonic clock in milliseconds. */
  now: () => number
  /** Another session has taken the place of one that had ended; its token is used after this. */
  onRenewed: (session: PlaybackSession) => Promise<void>
  /** Nobody wants a session any more. */
  signal: AbortSignal
}

/** Ends that are somebody's decision: a new session would undo it, or is not to be had. */
const decided = new Set(['kicked', 'signed_out', 'unpublished', 'account_disabled'])
/** A session that ends as soon as it is renewed is not renewed a second time. */
const renewalHoldsMs = 5_000

/**
 * The viewer's playback session, which may end and begin anew under the same film: after an hour's
 * pause, on return to a page the browser had put aside, when its lease has run out.
 */
export class Session {
  readonly #options: SessionOptions
  #current: PlaybackSession | undefined
  #opening: Promise<PlaybackSession> | undefined
  /** What is opened from now on takes the place of another. */
  #hadOne = false
  #renewedAt = Number.NEGATIVE_INFINITY

  constructor(options: SessionOptions) {
    this.#options = options
  }

  get current(): PlaybackSession | undefined {
    return this.#current
  }

  /** Uses a session that somebody else has opened. */
  adopt(session: PlaybackSession): void {
    this.#current = session
    this.#hadOne = true
  }

  /** The open session, opened first if need be. Rejects as `open` does, and once nobody wants one any more. */
  async get(): Promise<PlaybackSession> {
    this.#options.signal.throwIfAborted()
    if (this.#opening === undefined && this.#current !== undefined) return this.#current
    this.#opening ??= this.#open().finally(() => {
      this.#opening = undefined
    })
    return this.#opening
  }

  /**
   * Calls `use` with the token; if the API answers that this session is over, opens another one and
   * calls again. Rejects with `Refused` when the end is final.
   */
  async withToken<T>(use: (token: string) => Promise<T>): Promise<T> {
    const { token } = await this.get()
    try {
      return await use(token)
    } catch (error) {
      if (!(error instanceof Refused) || !(await this.#recover(error.problem, token))) throw error
    }
    return use((await this.get()).token)
  }

  /** Gives the lease back; play that goes on opens a session again. */
  release(): void {
    const session = this.#current
    this.#current = undefined
    if (session !== undefined) this.#options.close(session.token).catch(() => undefined)
  }

  async #recover(problem: Problem, token: string): Promise<boolean> {
    await this.#opening?.catch(() => undefined)
    this.#options.signal.throwIfAborted()
    if (this.#current !== undefined && this.#current.token !== token) return true
    if (!isRenewable(problem)) return false
    if (this.#options.now() - this.#renewedAt < renewalHoldsMs) return false
    this.#current = undefined
    try {
      await this.get()
      return true
    } catch (error) {
      throw error instanceof Refused ? new Refused(explained(error.problem, problem)) : error
    }
  }

  async #open(): Promise<PlaybackSession> {
    const { open, close, now, onRenewed, signal } = this.#options
    const session = await open()
    if (signal.aborted) close(session.token).catch(() => undefined)
    signal.throwIfAborted()
    this.#current = session
    if (this.#hadOne) {
      this.#renewedAt = now()
      await onRenewed(session)
    }
    this.#hadOne = true
    return session
  }
}

/** A token that is over or unknown can be replaced; a decision of a person cannot. */
const isRenewable = ({ status, reason }: Problem) =>
  (status === 410 || status === 401) && !decided.has(reason ?? '')

/** Why the session ended says more than that no other is to be had: the sentence of the former. */
const explained = (refusal: Problem, end: Problem): Problem =>
  end.reason === undefined || end.detail === undefined
    ? refusal
    : { ...refusal, reason: end.reason, detail: end.detail }
