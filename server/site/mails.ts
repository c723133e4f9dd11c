import type { MailRecords, MailsQuery } from '../../contract/site.ts'
import type { Database } from '../clients/database.ts'

/** Newest first: their ids are made in order of time. */
export async function listMails(
  database: Database,
  { to, cursor, limit }: MailsQuery,
): Promise<MailRecords> {
  const found = await database.mailRecord.findMany({
    where: {
      ...(to !== undefined && { to: to.trim().toLowerCase() }),
      ...(cursor !== undefined && { id: { lt: cursor } }),
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const mails = found.slice(0, limit).map(({ at, outcome, userId: _, ...mail }) => ({
    ...mail,
    at: at.toISOString(),
    outcome: outcome as 'sent' | 'failed' | 'bounced',
  }))
  return { mails, nextCursor: found.length > limit ? (mails.at(-1)?.id ?? null) : null }
}
