import { join } from 'node:path'
import { migrate } from '../clients/migrate.ts'
import { readConfig } from '../config.ts'
import { say } from './terminal.ts'

const prismaDirectory = join(import.meta.dirname, '..', '..', '..', 'prisma')

/** `matinee migrate`: brings the database up to date. */
export async function runMigrateCommand(): Promise<void> {
  const applied = await migrate(readConfig(process.env).DATABASE_URL, prismaDirectory)
  say(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`)
}
