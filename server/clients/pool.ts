import pg from 'pg'

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

/**
 * Connections that give up by themselves. The limits are set when a connection stands, not while it
 * is made: PgBouncer refuses whoever brings settings that it does not know.
 */
export function openPool({ url, size, name, limits, others }: PoolOptions): pg.Pool {
  const settings = Object.entries(limits).map(([setting, ms]) => `set ${setting} = ${ms}`)
  const pool = new pg.Pool({
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
