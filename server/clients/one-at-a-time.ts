import pg from 'pg'

type Send = (...args: unknown[]) => Promise<unknown>

/** Postgres refused one statement; the connection is as good as before. Of all else it may be gone. */
const isRefusal = (error: unknown) => error instanceof pg.DatabaseError

/** What answers by a promise. A pool that takes a connection for one statement gives a callback. */
const isPlain = (args: unknown[]) =>
  !args.some(
    (one) => typeof one === 'function' || typeof (one as pg.Submittable)?.submit === 'function',
  )

/**
 * A connection whose statements wait for each other here. Prisma asks for several relations at once on the
 * connection of a transaction: pg lines them up itself, warns of it, and will not in its next version.
 */
export class OneAtATimeClient extends pg.Client {
  /** Ends with the statement that was sent last; null when none is under way. */
  #last: Promise<unknown> | null = null

  // One body cannot have the types of all the forms that pg's has.
  override query: pg.ClientBase['query'] = ((...args: unknown[]) => {
    const send = super.query.bind(this) as unknown as Send
    if (!isPlain(args)) return send(...args)
    const answer = this.#last === null ? send(...args) : this.#last.then(() => send(...args))
    // Those behind one that got no answer are not sent: each would wait for as long again.
    const last = answer.catch((error: unknown) => {
      if (!isRefusal(error)) throw error
    })
    this.#last = last
    const done = () => {
      if (this.#last === last) this.#last = null
    }
    last.then(done, done)
    return answer
  }) as pg.ClientBase['query']
}
