import type { AuditEntries, AuditEntry, AuditFilters, AuditQuery } from '../../contract/audit.ts'
import { csvLine } from '../../contract/csv.ts'
import { normaliseEmail } from '../accounts/emails.ts'
import type { Database } from '../clients/database.ts'

/** Entries newest first: their ids are made in order of time. */
export async function listAudit(
  database: Database,
  { subject, action, actor, from, until, cursor, limit }: AuditQuery,
): Promise<AuditEntries> {
  const by =
    actor === undefined
      ? undefined
      : await database.user.findUnique({ where: { email: normaliseEmail(actor) } })
  if (by === null) return { entries: [], nextCursor: null }
  const found = await database.auditEntry.findMany({
    where: {
      ...(subject !== undefined && { subject }),
      ...(action !== undefined && { action }),
      ...(by !== undefined && { actorId: by.id }),
      ...((from ?? until) !== undefined && {
        at: { ...(from && { gte: new Date(from) }), ...(until && { lt: new Date(until) }) },
      }),
      ...(cursor !== undefined && { id: { lt: cursor } }),
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const page = found.slice(0, limit)
  const entries = await named(database, page)
  return { entries, nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null }
}

async function named(
  database: Database,
  rows: {
    id: string
    at: Date
    actorId: string | null
    action: string
    subject: string
    details: unknown
  }[],
): Promise<AuditEntry[]> {
  const ids = [...new Set(rows.flatMap(({ actorId }) => actorId ?? []))]
  const actors = await database.user.findMany({
    where: { id: { in: ids } },
    select: { id: true, email: true },
  })
  const emails = new Map(actors.map(({ id, email }) => [id, email]))
  const invited = await addressesInvited(database, rows)
  return rows.map(({ at, actorId, ...row }) => ({
    ...row,
    details: { ...(row.details as object), ...invited.get(row.subject) },
    at: at.toISOString(),
    actorId,
    actor: actorId === null ? null : (emails.get(actorId) ?? null),
  }))
}

/** The log cannot forget, so whom an invitation was for stands in its row, which goes with them. */
async function addressesInvited(database: Database, rows: readonly { subject: string }[]) {
  const ids = rows.flatMap(({ subject }) => /^invitation:(.+)$/.exec(subject)?.[1] ?? [])
  if (ids.length === 0) return new Map<string, { email: string }>()
  const found = await database.operatorInvitation.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, email: true },
  })
  return new Map(found.map(({ id, email }) => [`invitation:${id}`, { email }]))
}

/** Entries read at once: as many as a page of an export. */
const atOnce = 200

/** Every entry that is wanted, newest first, a page at a time. */
export async function* wholeAudit(
  database: Database,
  filters: AuditFilters = {},
): AsyncGenerator<AuditEntry> {
  let cursor: string | undefined
  do {
    const page = await listAudit(database, { ...filters, limit: atOnce, ...(cursor && { cursor }) })
    yield* page.entries
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
}

/** RFC 4180, with a heading. */
export async function* auditCsv(entries: AsyncIterable<AuditEntry>): AsyncGenerator<string> {
  yield csvLine(['at', 'actor', 'action', 'subject', 'details'])
  for await (const { at, actor, actorId, action, subject, details } of entries) {
    const cells = [at, actor ?? actorId ?? '', action, subject, JSON.stringify(details)]
    yield csvLine(cells)
  }
}

/** One entry a line. */
export async function* auditJson(entries: AsyncIterable<AuditEntry>): AsyncGenerator<string> {
  for await (const entry of entries) yield `${JSON.stringify(entry)}\n`
}
