import { posterUrl } from '../catalog/poster-url.ts'
import type { Caption, Video, VideoPlan } from '../clients/prisma/client.ts'
import type { StudioParts } from './parts.ts'
import type { FilmAccess, StudioFilm } from './schemas.ts'

export type FilmRow = Video & { plans: VideoPlan[]; captions: Caption[] }

/** What is read along with a film's own row. */
export const withAll = {
  include: { plans: true, captions: { orderBy: { language: 'asc' } } },
} as const

export const accessOf = (film: FilmRow): FilmAccess => {
  const { free, teaserSeconds, currency, rentAmount, buyAmount } = film
  const terms = { startDays: film.rentStartDays, watchHours: film.rentWatchHours }
  return {
    free,
    planIds: film.plans.map(({ planId }) => planId).sort(),
    rent: rentAmount === null ? null : { amount: rentAmount, currency, ...terms },
    buy: buyAmount === null ? null : { amount: buyAmount, currency },
    teaserSeconds,
  }
}

/** A film as its operator sees it. */
export async function toStudioFilm(parts: StudioParts, film: FilmRow): Promise<StudioFilm> {
  const { id, slug, title, description, status, progress, step, failure, published } = film
  return {
    ...{ id, slug, title, description, status, progress, step, failure, published },
    publishedAt: film.publishedAt?.toISOString() ?? null,
    createdAt: film.createdAt.toISOString(),
    durationSeconds: film.durationSeconds,
    posterUrl: await posterUrl(parts, film.posterKey),
    access: accessOf(film),
    chapters: film.chapters as StudioFilm['chapters'],
    captions: film.captions.map(({ id, language, label }) => ({ id, language, label })),
  }
}
