import type { Database } from './database.ts'
import { databaseSentences } from './database-sentence.ts'

/**
 * Refuses a database that answers and takes no writes from us: a replica, which is in its place after a
 * failover, or one whose tables its user may only read.
 *
 * @throws Error whose message is the sentence to show
 */
export async function requireWrites(database: Database): Promise<void> {
  const [held] = await database.$queryRaw<{ readOnly: boolean; mayWrite: boolean | null }[]>`
    select current_setting('transaction_read_only') = 'on' as "readOnly", (
      select bool_and(has_table_privilege(oid, 'insert') and has_table_privilege(oid, 'update'))
      from pg_class where relkind = 'r' and relname <> '_prisma_migrations'
        and relnamespace = (select oid from pg_namespace where nspname = current_schema())
    ) as "mayWrite"`
  if (held?.readOnly) throw new Error(databaseSentences.readOnly)
  if (held?.mayWrite === false) throw new Error(databaseSentences.forbidden)
}
