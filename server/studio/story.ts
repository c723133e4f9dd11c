import type { Story, StoryEntry, StoryQuery } from '../../contract/people.ts'
import { say } from '../../contract/words/server.ts'
import { MatineeError } from '../errors.ts'
import type { StudioDeps } from '../services.ts'

type Deps = Pick<StudioDeps, 'database'>
type Of<Kind extends StoryEntry['kind']> = Extract<StoryEntry, { kind: Kind }>

/** What happened before a moment, the newest first, at most so many. */
interface Slice {
  userId: string
  before: Date
  take: number
}

async function payments({ database }: Deps, { userId, before, take }: Slice) {
  const rows = await database.payment.findMany({
    where: { userId, at: { lt: before } },
    orderBy: { at: 'desc' },
    take,
  })
  return rows.map(
    ({ kind, description, status, amount, amountRefunded, currency, at }): Of<'payment'> => ({
      ...{ kind: 'payment', at: at.toISOString(), description, amount, amountRefunded, currency },
      what: kind as Of<'payment'>['what'],
      status: status as Of<'payment'>['status'],
    }),
  )
}

async function viewings({ database }: Deps, { userId, before, take }: Slice) {
  const rows = await database.playbackSession.findMany({
    where: { userId, startedAt: { lt: before } },
    orderBy: { startedAt: 'desc' },
    take,
    select: {
      startedAt: true,
      video: { select: { id: true, title: true } },
      report: { select: { watchedSeconds: true } },
    },
  })
  return rows.map(
    ({ startedAt, video, report }): Of<'watched'> => ({
      ...{ kind: 'watched', at: startedAt.toISOString(), videoId: video.id, title: video.title },
      seconds: report?.watchedSeconds ?? null,
    }),
  )
}

async function refusals({ database }: Deps, { userId, before, take }: Slice) {
  const rows = await database.playRefusal.findMany({
    where: { userId, at: { lt: before } },
    orderBy: { at: 'desc' },
    take,
    include: { video: { select: { title: true } } },
  })
  return rows.map(
    ({ at, videoId, reason, times, video: { title } }): Of<'refused'> => ({
      ...{ kind: 'refused', at: at.toISOString(), videoId, title, reason, times },
    }),
  )
}

async function mails({ database }: Deps, { userId, before, take }: Slice) {
  const rows = await database.mailRecord.findMany({
    where: { userId, at: { lt: before } },
    orderBy: { at: 'desc' },
    take,
  })
  return rows.map(
    ({ at, subject, outcome }): Of<'mail'> => ({
      ...{ kind: 'mail', at: at.toISOString(), subject },
      outcome: outcome === 'sent' ? 'sent' : 'failed',
    }),
  )
}

async function acts({ database }: Deps, { userId, before, take }: Slice) {
  const rows = await database.auditEntry.findMany({
    where: { subject: `user:${userId}`, at: { lt: before } },
    orderBy: { at: 'desc' },
    take,
  })
  const ids = [...new Set(rows.flatMap(({ actorId }) => actorId ?? []))]
  const actors = await database.user.findMany({ where: { id: { in: ids } } })
  const emails = new Map(actors.map(({ id, email }) => [id, email]))
  return rows.map(
    ({ at, action, actorId }): Of<'operator'> => ({
      ...{ kind: 'operator', at: at.toISOString(), action },
      by: actorId === null ? null : (emails.get(actorId) ?? null),
    }),
  )
}

/**
 * All that happened with someone, the newest first; payments to those who may see money. Viewings and refusals
 * are told as long as they are kept.
 *
 * @throws NOT_FOUND
 */
export async function personStory(
  deps: Deps,
  userId: string,
  { before, limit }: StoryQuery,
  { withPayments }: { withPayments: boolean },
): Promise<Story> {
  const user = await deps.database.user.findUnique({ where: { id: userId } })
  if (user === null) throw new MatineeError('NOT_FOUND', { detail: say('none.account') })
  const end = before === undefined ? new Date(8.64e15) : new Date(before)
  const slice = { userId, before: end, take: limit + 1 }
  const parts: StoryEntry[] = []
  // One after the other: the page asks for much else at the same time, and viewers want connections, too.
  for (const part of [...(withPayments ? [payments] : []), viewings, refusals, mails, acts]) {
    parts.push(...(await part(deps, slice)))
  }
  const joined: StoryEntry = { kind: 'joined', at: user.createdAt.toISOString() }
  const all = [...parts, ...(user.createdAt < end ? [joined] : [])].sort((a, b) =>
    b.at.localeCompare(a.at),
  )
  const [rest] = all.slice(limit)
  if (rest === undefined) return { entries: all, before: null }
  // What happened at one moment stays on one page.
  const page = all.slice(0, limit).filter(({ at }) => at !== rest.at)
  const entries = page.length > 0 ? page : all.filter(({ at }) => at === rest.at)
  return { entries, before: entries.at(-1)?.at ?? null }
}
