import { amountProblem } from '../../contract/charge-limits.ts'
import type { VideoAccess, VideoChange } from '../../contract/studio.ts'
import { say } from '../../contract/words/server.ts'
import { priceProblem } from '../billing/plans/price-problem.ts'
import { aboutOf } from '../catalog/about.ts'
import type { Prisma } from '../clients/prisma/client.ts'
import { MatineeError, refusedField } from '../errors.ts'
import { accessOf, type VideoRow } from './studio-video.ts'

/** What the schema cannot say: members that must fit one another. */
function checkAccess(access: VideoAccess): void {
  const { rent, buy } = access
  if (rent !== null && buy !== null && rent.currency !== buy.currency) {
    throw refusedField('access.buy.currency', say('films.oneCurrency'))
  }
  if (rent !== null) checkPrice('access.rent', rent)
  if (buy !== null) checkPrice('access.buy', buy)
}

/** What Stripe cannot charge is not offered. */
function checkPrice(field: string, { amount, currency }: { amount: number; currency: string }) {
  const problem = amountProblem(amount, currency)
  if (problem === null) return
  const part = problem.kind === 'currency' ? 'currency' : 'amount'
  throw refusedField(`${field}.${part}`, priceProblem(problem, currency))
}

function accessColumns(access: VideoAccess): Prisma.VideoUncheckedUpdateInput {
  checkAccess(access)
  const { free, teaserSeconds, rent, buy, planIds } = access
  const currency = rent?.currency ?? buy?.currency
  return {
    free,
    teaserSeconds,
    rentAmount: rent?.amount ?? null,
    buyAmount: buy?.amount ?? null,
    ...(currency && { currency }),
    ...(rent?.startDays && { rentStartDays: rent.startDays }),
    ...(rent?.watchHours && { rentWatchHours: rent.watchHours }),
    plans: { deleteMany: {}, create: planIds.map((planId) => ({ planId })) },
  }
}

function chapterColumn(video: VideoRow, chapters: NonNullable<VideoChange['chapters']>) {
  const sorted = chapters.toSorted((a, b) => a.startSeconds - b.startSeconds)
  const { durationSeconds } = video
  const late = sorted.findIndex(
    ({ startSeconds }) => durationSeconds !== null && startSeconds >= durationSeconds,
  )
  if (late >= 0) throw refusedField(`chapters.${late}.startSeconds`, say('films.lateChapter'))
  return sorted
}

function publishColumns(video: VideoRow, published: boolean, now: Date) {
  if (published && video.encodeId === null) {
    throw new MatineeError('CONFLICT', { detail: say('films.notPlayable') })
  }
  return {
    published,
    publishAt: null,
    ...(published && video.publishedAt === null && { publishedAt: now }),
  }
}

/** What was archived is taken back before it is shown. */
function checkArchive(video: VideoRow, { archived, published, publishAt }: VideoChange): void {
  const isIn = archived ?? video.archivedAt !== null
  if (isIn && (published === true || (publishAt !== undefined && publishAt !== null))) {
    throw new MatineeError('CONFLICT', { detail: say('films.inArchive') })
  }
}

function archiveColumns(video: VideoRow, archived: boolean, now: Date) {
  if (!archived) return { archivedAt: null }
  return { archivedAt: video.archivedAt ?? now, publishAt: null }
}

function publishAtColumn(video: VideoRow, change: VideoChange, now: Date): Date | null {
  if (change.publishAt === undefined || change.publishAt === null) return null
  const at = new Date(change.publishAt)
  if (!(at > now)) {
    throw refusedField('publishAt', say('films.timePassed'))
  }
  if (change.published === true) {
    throw refusedField('publishAt', say('films.nowOrLater'))
  }
  if (video.published && change.published === undefined) {
    throw new MatineeError('CONFLICT', { detail: say('films.onShow') })
  }
  return at
}

/**
 * The columns to write for a change to `film`. Pure.
 *
 * @throws BAD_REQUEST when members do not fit one another, CONFLICT when a film that does not play
 * is to be published
 */
export function columnsOf(
  video: VideoRow,
  change: VideoChange,
  now: Date,
): Prisma.VideoUncheckedUpdateInput {
  const { title, slug, description, published, publishAt, access, chapters } = change
  const { visibility, alsoAv1, about, archived, announced } = change
  checkArchive(video, change)
  return {
    ...(title !== undefined && { title: title.trim() }),
    ...(slug !== undefined && { slug }),
    ...(description !== undefined && { description }),
    ...(published !== undefined && publishColumns(video, published, now)),
    ...(publishAt !== undefined && { publishAt: publishAtColumn(video, change, now) }),
    ...(visibility !== undefined && { visibility }),
    ...(announced !== undefined && { announced }),
    ...(archived !== undefined && archiveColumns(video, archived, now)),
    ...(alsoAv1 !== undefined && { alsoAv1 }),
    ...(about !== undefined && { about: { ...aboutOf(video), ...about } }),
    ...(access !== undefined && accessColumns({ ...accessOf(video), ...access })),
    ...(chapters !== undefined && { chapters: chapterColumn(video, chapters) }),
  }
}
