import type { Prisma } from '../clients/prisma/client.ts'

/** What a film can be heard and read in. */
export const tracks = {
  captions: { orderBy: { language: 'asc' }, select: { language: true } },
  liveEncode: {
    select: {
      renditions: {
        where: { kind: 'audio' },
        orderBy: { id: 'asc' },
        select: { language: true },
      },
    },
  },
} satisfies Prisma.VideoInclude

/** "und" is a track of which nobody has said what is spoken in it. */
export const soundLanguages = (tracks: { language: string | null }[]): string[] => [
  ...new Set(tracks.flatMap(({ language }) => (language && language !== 'und' ? [language] : []))),
]
