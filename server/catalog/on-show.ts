import { Prisma } from '../clients/prisma/client.ts'

/** On show: published, and with at least one encode that plays. */
export const onShow = { published: true, publishedAt: { not: null }, encodeId: { not: null } }

/** In lists: one that is unlisted or archived is there for whoever has its address. */
export const listed = { ...onShow, visibility: 'public', archivedAt: null }

/** The same in SQL, of "Video" v. */
export const isOnShow = Prisma.sql`v.published and v."publishedAt" is not null
  and v."encodeId" is not null`
export const isListed = Prisma.sql`${isOnShow} and v.visibility = 'public'
  and v."archivedAt" is null`

/** Viewers are told of it before it is on show. */
export const announced = {
  ...{ announced: true, published: false, archivedAt: null },
  publishAt: { not: null },
}

/** The same in SQL, of "Video" v, and in lists. */
export const isAnnounced = Prisma.sql`v.announced and not v.published and v."archivedAt" is null
  and v."publishAt" is not null and v.visibility = 'public'`
