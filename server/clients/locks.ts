import { MatineeError } from '../errors.ts'
import type { DatabaseTransaction } from './database.ts'
import { fromDatabase } from './database-sentence.ts'
import { openPool } from './pool.ts'

export interface Locks {
  /**
   * Runs `work` while no other process or call works under the same name. The lock goes with its
   * connection, so a crash frees it.
   *
   * @throws when it cannot be had within ten seconds
   */
  hold<T>(name: string, work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface LocksOptions {
  url: string
  size?: number
  /** How long one waits for a lock. */
  patienceMs?: number
  /** After how long Postgres frees the lock of a process that is not heard of. */
  silenceMs?: number
}

/**
 * Locks across processes, for work that waits for an outside system. They have connections of their
 * own: were they held on the main pool, a slow payment provider would leave none to play films with.
 */
export function openLocks(options: LocksOptions): Locks {
  const { url, size = 4, patienceMs = 10_000, silenceMs = 60_000 } = options
  const pool = openPool({
    url,
    size,
    name: 'matinee-locks',
    limits: { lock_timeout: patienceMs, idle_in_transaction_session_timeout: silenceMs },
    others: { connectionTimeoutMillis: patienceMs, idleTimeoutMillis: 10_000 },
  })
  const inTurn = openTurns(patienceMs)

  async function holdAlone<T>(name: string, work: () => Promise<T>): Promise<T> {
    const client = await fromDatabase(pool.connect())
    let broken = false
    const breaks = () => {
      broken = true
    }
    client.on('error', breaks)
    let heard: NodeJS.Timeout | undefined
    try {
      // A transaction's lock also holds behind a pooler that shares connections.
      await fromDatabase(client.query('begin'))
      const lock = 'select pg_advisory_xact_lock(hashtextextended($1, 0))'
      await fromDatabase(client.query(lock, [name]))
      // However long the work takes, the lock is its own to the end.
      heard = setInterval(() => client.query('select 1').catch(breaks), silenceMs / 3)
      return await work()
    } finally {
      clearInterval(heard)
      await client.query('rollback').catch(breaks)
      client.removeListener('error', breaks)
      client.release(broken)
    }
  }

  return {
    hold: (name, work) => inTurn(name, () => holdAlone(name, work)),
    close: () => pool.end(),
  }
}

/** Waits for the lock of this name, and holds it to the end of the transaction. */
export async function lockWithin(tx: DatabaseTransaction, name: string): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))::text`
}

/**
 * Works one after another under each name. Who waits in this process takes no connection for that: a few who
 * want the same would leave none for what others want.
 */
function openTurns(patienceMs: number) {
  const last = new Map<string, Promise<void>>()
  return async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const before = last.get(name) ?? Promise.resolve()
    let end = () => {}
    const mine = new Promise<void>((resolve) => {
      end = resolve
    })
    const link = before.then(() => mine)
    last.set(name, link)
    link.then(() => {
      if (last.get(name) === link) last.delete(name)
    })
    try {
      await within(patienceMs, before)
      return await work()
    } finally {
      end()
    }
  }
}

/** @throws MatineeError UNAVAILABLE */
async function within(ms: number, turn: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new MatineeError('UNAVAILABLE')), ms)
  })
  await Promise.race([turn, late]).finally(() => clearTimeout(timer))
}
