import type { FilmState, StudioVideo, VideoAccess } from '../../contract/studio.ts'
import { aboutOf } from '../catalog/about.ts'
import { posterUrl } from '../catalog/poster-url.ts'
import type { Caption, Prisma, Video, VideoPlan } from '../clients/prisma/client.ts'
import type { StudioDeps } from '../services.ts'

export type VideoRow = Video & {
  plans: VideoPlan[]
  captions: Caption[]
  /** Those that are sold. */
  bundles: { bundleId: string }[]
  /** Those that a plan opens, or that are sold as a whole. */
  collections: { collectionId: string }[]
}

/** What is read along with a film's own row. */
export const withAll = {
  include: {
    plans: true,
    captions: { orderBy: { language: 'asc' } },
    bundles: { where: { bundle: { active: true } }, select: { bundleId: true } },
    collections: {
      where: {
        collection: { OR: [{ plans: { some: {} } }, { bundles: { some: { active: true } } }] },
      },
      select: { collectionId: true },
    },
  },
} satisfies Prisma.VideoDefaultArgs

export const accessOf = (video: VideoRow): VideoAccess => {
  const { free, teaserSeconds, currency, rentAmount, buyAmount } = video
  const terms = { startDays: video.rentStartDays, watchHours: video.rentWatchHours }
  return {
    free,
    planIds: video.plans.map(({ planId }) => planId).sort(),
    rent: rentAmount === null ? null : { amount: rentAmount, currency, ...terms },
    buy: buyAmount === null ? null : { amount: buyAmount, currency },
    teaserSeconds,
  }
}

/** How it stands towards viewers. */
export function stateOf(
  video: Pick<Video, 'archivedAt' | 'published' | 'publishAt' | 'visibility'>,
): FilmState {
  if (video.archivedAt !== null) return 'archived'
  if (!video.published) return video.publishAt === null ? 'draft' : 'scheduled'
  return video.visibility === 'unlisted' ? 'unlisted' : 'published'
}

const isForNobody = (video: VideoRow): boolean => {
  const { free, plans, bundles, collections, rentAmount, buyAmount } = video
  const ways = plans.length + bundles.length + collections.length
  return !free && ways === 0 && rentAmount === null && buyAmount === null
}

/** A film as its operator sees it. */
export async function toStudioVideo(deps: StudioDeps, video: VideoRow): Promise<StudioVideo> {
  const { id, slug, title, description, status, progress, step, failure, published } = video
  return {
    ...{ id, slug, title, description, status, progress, step, failure, published },
    publishedAt: video.publishedAt?.toISOString() ?? null,
    publishAt: video.publishAt?.toISOString() ?? null,
    announced: video.announced,
    visibility: video.visibility as StudioVideo['visibility'],
    archivedAt: video.archivedAt?.toISOString() ?? null,
    state: stateOf(video),
    forNobody: isForNobody(video),
    alsoAv1: video.alsoAv1,
    createdAt: video.createdAt.toISOString(),
    changedAt: video.changedAt.toISOString(),
    version: video.version,
    durationSeconds: video.durationSeconds,
    posterUrl: await posterUrl(deps, video.posterKey),
    access: accessOf(video),
    chapters: video.chapters as StudioVideo['chapters'],
    about: aboutOf(video),
    captions: video.captions.map(({ id, language, label }) => ({ id, language, label })),
  }
}
