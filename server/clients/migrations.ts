import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from './database.ts'

export interface Migration {
  /** Of its folder: the time it was made at, and what it does. */
  name: string
  sql: string
}

/** @returns all that there are, oldest first */
export async function readMigrations(prismaDirectory: string): Promise<Migration[]> {
  const directory = join(prismaDirectory, 'migrations')
  return Promise.all(
    (await migrationNames(prismaDirectory)).map(async (name) => ({
      name,
      sql: await readFile(join(directory, name, 'migration.sql'), 'utf8'),
    })),
  )
}

async function migrationNames(prismaDirectory: string): Promise<string[]> {
  const entries = await readdir(join(prismaDirectory, 'migrations'), { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}

/** Where the product's own migrations lie: beside dist/. */
export const ownPrismaDirectory = join(import.meta.dirname, '..', '..', '..', 'prisma')

/**
 * The migrations that this version comes with and the database does not have.
 *
 * @throws when the database cannot be asked
 */
export async function missingMigrations(
  database: Pick<Database, '$queryRaw'>,
  prismaDirectory = ownPrismaDirectory,
): Promise<string[]> {
  const names = await migrationNames(prismaDirectory)
  const [kept] = await database.$queryRaw<{ there: boolean }[]>`
    select to_regclass('_prisma_migrations') is not null as there`
  if (!kept?.there) return names
  const rows = await database.$queryRaw<{ name: string }[]>`
    select migration_name as name from _prisma_migrations where finished_at is not null`
  const applied = new Set(rows.map(({ name }) => name))
  return names.filter((name) => !applied.has(name))
}
