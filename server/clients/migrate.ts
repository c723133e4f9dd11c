import { createHash, randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { type Migration, readMigrations } from './migrations.ts'
import { rowThatStops } from './row-that-stops.ts'

/** Any number will do, as long as every Matinee process takes the same. */
const migrationLock = 4_628_463

/** Of SQL states. */
const lockNotAvailable = '55P03'
const thereAlready = ['42P06', '42P07', '42701', '42710']

export interface MigrateOptions {
  /** How long one try waits for a table that others use. A long wait would hold up everyone behind it. */
  lockTimeoutMs?: number
  /** After so many the migration is left for another time. */
  tries?: number
  pause?(ms: number): Promise<unknown>
}

/** As `prisma migrate` makes it, so that its `deploy` and `status` agree with us. */
const table = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz,
  migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`

/**
 * Applies the migrations that the database does not have yet. Each is one transaction together with
 * the row that records it, so that whatever ends it, a crash above all, leaves nothing half done and
 * the next call goes on from there. Safe to call from several processes at once, through PgBouncer too.
 *
 * @param prismaDirectory holds migrations/
 * @returns the names that were applied, oldest first
 * @throws Error whose message says which migration stopped, at which row, and what to do
 */
export async function migrate(
  url: string,
  prismaDirectory: string,
  { lockTimeoutMs = 5_000, tries = 6, pause = setTimeout }: MigrateOptions = {},
): Promise<string[]> {
  const migrations = await readMigrations(prismaDirectory)
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  // What ends the connection also fails the query that waits on it, which says it better.
  client.on('error', () => undefined)
  await client.connect()
  const applied: string[] = []
  try {
    await inTransaction(client, () => client.query(table))
    for (const migration of migrations) {
      for (let attempt = 1; ; attempt++) {
        try {
          if (await apply(client, migration, lockTimeoutMs)) applied.push(migration.name)
          break
        } catch (error) {
          const waited = stateOf(error) === lockNotAvailable
          if (!waited || attempt >= tries) throw await explained(client, migration, error)
          await pause(1_000)
        }
      }
    }
    await countRows(client)
    return applied
  } finally {
    await client.end()
  }
}

/**
 * Tables that a restored backup or a migration has just filled have no statistics, and until autovacuum has
 * come Postgres reads whole ones for what an index has. Small ones it counts by itself.
 */
async function countRows(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class
     where relkind = 'r' and relnamespace = current_schema()::regnamespace
       and reltuples <= 0 and pg_relation_size(oid) > 1024 * 1024 order by relname`,
  )
  for (const { name } of rows) {
    await inTransaction(client, async () => {
      await client.query('set local statement_timeout = 0')
      await client.query(`analyze ${name}`)
    })
  }
}

/** Runs `work` where no other process migrates. */
async function inTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock($1)', [migrationLock])
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

interface Recorded {
  finished: boolean
}

/** @returns false when it had been applied before */
async function apply(
  client: pg.Client,
  { name, sql }: Migration,
  lockTimeoutMs: number,
): Promise<boolean> {
  const begun = await inTransaction(client, async () => {
    const { rows } = await client.query<Recorded>(
      `select finished_at is not null as finished from _prisma_migrations
       where migration_name = $1 and rolled_back_at is null`,
      [name],
    )
    if (rows.some(({ finished }) => finished)) return null
    const earlier = rows.length > 0
    await client.query(`set local lock_timeout = ${Math.trunc(lockTimeoutMs)}`)
    await client.query('set local statement_timeout = 0')
    await client.query('savepoint script')
    try {
      await client.query(sql)
    } catch (error) {
      // A run that was killed before the record was written has left the whole of it, or nothing.
      if (!earlier || !thereAlready.includes(stateOf(error))) throw error
      await client.query('rollback to savepoint script')
    }
    await client.query(
      `update _prisma_migrations set rolled_back_at = now()
       where migration_name = $1 and finished_at is null and rolled_back_at is null`,
      [name],
    )
    await client.query(
      `insert into _prisma_migrations
         (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       values ($1, $2, clock_timestamp(), $3, now(), 1)`,
      [randomUUID(), createHash('sha256').update(sql).digest('hex'), name],
    )
    return true
  })
  return begun !== null
}

const stateOf = (error: unknown): string =>
  error instanceof pg.DatabaseError ? (error.code ?? '') : ''

async function explained(client: pg.Client, migration: Migration, error: unknown): Promise<Error> {
  const { name } = migration
  const nothing = 'Nothing of it was kept.'
  if (stateOf(error) === lockNotAvailable) {
    const sentence = `${name} needs a table that other connections keep busy. ${nothing} Run this again when they are done, or stop them.`
    return new Error(sentence, { cause: error })
  }
  if (!(error instanceof pg.DatabaseError)) return error as Error
  const row = await rowThatStops(client, migration.sql, error).catch(() => null)
  const where = row === null ? '' : ` The row that stops it: ${row}.`
  const detail = error.detail === undefined ? '' : ` (${error.detail.replace(/\.$/, '')})`
  const sentence = `${name} failed: ${error.message}${detail}.${where} ${nothing} Mend that and run this again.`
  return new Error(sentence, { cause: error })
}
