import { migrate } from '../clients/migrate.ts'
import { ownPrismaDirectory } from '../clients/migrations.ts'
import { readDatabaseUrl } from '../config.ts'
import { say } from './terminal.ts'

/** `matinee migrate`: brings the database up to date. It needs no setting but DATABASE_URL. */
export async function runMigrateCommand(): Promise<void> {
  const applied = await migrate(readDatabaseUrl(process.env), ownPrismaDirectory)
  say(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`)
}
