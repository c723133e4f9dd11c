import pg from 'pg'
import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import { ofDatabase } from './database-sentence.ts'

/** Postgres' NOTIFY, on a connection of its own that comes back by itself. */
export interface Notifications {
  /** Calls back for every message on the channel, from now until `close`. */
  listen(channel: string, onMessage: (payload: string) => void): void
  /**
   * Since when nothing has been missed: the time at which the connection began to listen, or null
   * while there is none. By the monotonic clock, in milliseconds.
   */
  listeningSince(): number | null
  close(): Promise<void>
}

export interface NotificationsOptions {
  databaseUrl: string
  log: Logger
  clock: Clock
}

const firstRetryMs = 250
const longestRetryMs = 5_000
/** A connection that a firewall has dropped looks alive until it is asked something. */
const probeMs = 5_000

/**
 * Opens nothing until something is listened to. A connection that breaks is opened again with
 * growing pauses; what was notified meanwhile is lost, which `listeningSince` shows.
 */
export function openNotifications({
  databaseUrl,
  log,
  clock,
}: NotificationsOptions): Notifications {
  const listeners = new Map<string, ((payload: string) => void)[]>()
  let client: pg.Client | undefined
  let since: number | null = null
  let failures = 0
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const later = (task: () => void, milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(task, milliseconds)
    timer.unref()
  }

  function broken(from: pg.Client, error: unknown): void {
    if (from !== client || closed) return
    client = undefined
    if (since !== null) log.warn({ err: ofDatabase(error) }, 'stopped listening to the database')
    since = null
    from.removeAllListeners('notification')
    from.end().catch(() => undefined)
    failures += 1
    later(connect, Math.min(longestRetryMs, firstRetryMs * 2 ** (failures - 1)))
  }

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: 3_000,
      query_timeout: 3_000,
      keepAlive: true,
      application_name: 'matinee listener',
    })
    client = next
    next.on('error', (error) => broken(next, error))
    next.on('end', () => broken(next, new Error('the connection ended')))
    next.on('notification', ({ channel, payload }) => {
      for (const listener of listeners.get(channel) ?? []) listener(payload ?? '')
    })
    try {
      await next.connect()
      for (const channel of listeners.keys()) await subscribe(next, channel)
      if (client !== next) return
      since = clock.monotonic()
      failures = 0
      later(() => probe(next), probeMs)
    } catch (error) {
      broken(next, error)
    }
  }

  async function probe(target: pg.Client): Promise<void> {
    try {
      await target.query('select 1')
      if (target === client) later(() => probe(target), probeMs)
    } catch (error) {
      broken(target, error)
    }
  }

  return {
    listen(channel, onMessage) {
      const known = listeners.get(channel)
      if (known !== undefined) {
        known.push(onMessage)
        return
      }
      listeners.set(channel, [onMessage])
      if (client === undefined) {
        if (failures === 0 && !closed) void connect()
      } else if (since !== null) {
        const target = client
        subscribe(target, channel).catch((error) => broken(target, error))
      }
    },
    listeningSince: () => since,
    async close() {
      closed = true
      since = null
      clearTimeout(timer)
      await client?.end().catch(() => undefined)
    },
  }
}

const subscribe = (client: pg.Client, channel: string) =>
  client.query(`listen ${pg.escapeIdentifier(channel)}`)
