import { type EventLoopUtilityFunction, performance } from 'node:perf_hooks'
import pg from 'pg'
import { OneAtATimeClient } from './one-at-a-time.ts'

/** Postgres' settings of a connection, in milliseconds. */
export interface Limits {
  statement_timeout?: number
  lock_timeout?: number
  idle_in_transaction_session_timeout?: number
}

export interface PoolOptions {
  url: string
  /** Most connections at a time. */
  size: number
  name: string
  limits: Limits
  others?: Pick<pg.PoolConfig, 'connectionTimeoutMillis' | 'idleTimeoutMillis' | 'query_timeout'>
}

/** The types of browsers, which do not have it, hide Node's. */
const { eventLoopUtilization } = performance as unknown as {
  eventLoopUtilization: EventLoopUtilityFunction
}

type Connected = Parameters<pg.Pool['connect']>[0]

/** Of the time that was waited, so that whoever waits heard nothing for being busy. */
const busyShare = 0.8

/**
 * A process that is busy itself, as while it starts, hears of a connection after the time that it may take is
 * over, though the database was quick. It waits once more.
 */
class PatientPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>
  override connect(callback: Connected): void
  override connect(callback?: Connected): Promise<pg.PoolClient> | undefined {
    const began = eventLoopUtilization()
    const isDeaf = (error: Error) =>
      /timeout/i.test(error.message) && eventLoopUtilization(began).utilization > busyShare
    if (callback === undefined) {
      return super.connect().catch((error: Error) => {
        if (isDeaf(error)) return super.connect()
        throw error
      })
    }
    super.connect((error, client, done) => {
      if (error && isDeaf(error)) super.connect(callback)
      else callback(error, client, done)
    })
    return undefined
  }
}

/** Compiling a statement by which a page is asked for takes ten times as long as the statement does. */
const noCompiling = 'set jit = off'

/**
 * Connections that give up by themselves. All is set when a connection stands, not while it
 * is made: PgBouncer refuses whoever brings settings that it does not know.
 */
export function openPool({ url, size, name, limits, others }: PoolOptions): pg.Pool {
  const settings = [
    noCompiling,
    ...Object.entries(limits).map(([setting, ms]) => `set ${setting} = ${ms}`),
  ]
  const pool = new PatientPool({
    Client: OneAtATimeClient,
    connectionString: url,
    max: size,
    keepAlive: true,
    application_name: name,
    ...others,
    // The pool waits for what this answers before it hands the connection out.
    onConnect: async (client) => {
      await client.query(settings.join('; '))
    },
  })
  // A connection that breaks while idle is replaced by the next one asked for.
  pool.on('error', () => undefined)
  return pool
}
