import type { CorsRule } from './types.ts'

/**
 * What pages may do with the bucket by cross-origin requests. Reading is open to every origin, since
 * only a signed URL reads anything, and players on other sites follow them too; uploading is for our
 * own pages, which must see each part's ETag.
 *
 * @param origin of our pages, such as `https://films.example`
 */
export const pageAccess = (origin: string): CorsRule[] => [
  {
    origins: ['*'],
    methods: ['GET', 'HEAD'],
    allowedHeaders: ['range'],
    exposedHeaders: ['Content-Length', 'Content-Range', 'ETag'],
    maxAgeSeconds: 86_400,
  },
  {
    origins: [origin],
    methods: ['PUT'],
    allowedHeaders: ['*'],
    exposedHeaders: ['ETag'],
    maxAgeSeconds: 86_400,
  },
]
