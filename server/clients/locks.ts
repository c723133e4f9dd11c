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

/**
 * Locks across processes, for work that waits for an outside system. They have connections of their
 * own: were they held on the main pool, a slow payment provider would leave none to play films with.
 */
export function openLocks({ url, size = 4 }: { url: string; size?: number }): Locks {
  const pool = openPool({
    url,
    size,
    name: 'matinee-locks',
    limits: { lock_timeout: 10_000, idle_in_transaction_session_timeout: 60_000 },
    others: { connectionTimeoutMillis: 10_000, idleTimeoutMillis: 10_000 },
  })
  return {
    async hold(name, work) {
      const client = await fromDatabase(pool.connect())
      let broken = false
      client.on('error', () => {
        broken = true
      })
      try {
        // A transaction's lock also holds behind a pooler that shares connections.
        await fromDatabase(client.query('begin'))
        const lock = 'select pg_advisory_xact_lock(hashtextextended($1, 0))'
        await fromDatabase(client.query(lock, [name]))
        return await work()
      } finally {
        await client.query('rollback').catch(() => {
          broken = true
        })
        client.removeAllListeners('error')
        client.release(broken)
      }
    },
    close: () => pool.end(),
  }
}
