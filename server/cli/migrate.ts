import { migrate } from '../clients/migrate.ts'
import { ownPrismaDirectory } from '../clients/migrations.ts'
import { readDatabaseUrl } from '../config.ts'
import { say } from './terminal.ts'

/** `matinee migrate`: brings the database up to date. It needs no setting but DATABASE_URL. */
export async function runMigrateCommand(args: string[]): Promise<void> {
  if (args.length > 0)
    throw new Error('`matinee migrate` is called by itself, with nothing behind it.')
  const applied = await migrate(readDatabaseUrl(process.env), ownPrismaDirectory)
  say(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`)
}
