// How collections are read, and what operators are told of them.
import type { ListedCollection, StudioCollection } from '../../contract/collections.ts'
import type { Prisma } from '../clients/prisma/client.ts'
import { type Arrangement, readArrangement } from './arrangement.ts'

/** What their own page tells. */
export const withAll = {
  include: {
    videos: {
      orderBy: { position: 'asc' },
      include: {
        video: {
          select: { id: true, title: true, published: true, visibility: true, archivedAt: true },
        },
      },
    },
    seasons: { orderBy: { number: 'asc' } },
    plans: { orderBy: { planId: 'asc' } },
  },
} as const

export type CollectionRow = Prisma.CollectionGetPayload<typeof withAll>

/** What lists tell: a page of them may hold thousands of films. */
export const withPlaces = {
  include: {
    videos: { orderBy: { position: 'asc' } },
    seasons: { orderBy: { number: 'asc' } },
    plans: { orderBy: { planId: 'asc' } },
  },
} as const

type ListedRow = Prisma.CollectionGetPayload<typeof withPlaces>

export const arrangementOf = ({ series, seasons, videos }: ListedRow): Arrangement =>
  readArrangement(series, seasons, videos)

export const toListed = (row: ListedRow): ListedCollection => {
  const { id, slug, title, description, createdAt, version, plans } = row
  return {
    ...{ id, slug, title, description, version },
    createdAt: createdAt.toISOString(),
    ...arrangementOf(row),
    planIds: plans.map(({ planId }) => planId),
  }
}

export const toStudioCollection = (row: CollectionRow): StudioCollection => ({
  ...toListed(row),
  videos: row.videos.map(({ video: { id, title, published, visibility, archivedAt } }) => ({
    ...{ id, title },
    onShow: published && visibility === 'public' && archivedAt === null,
  })),
})
