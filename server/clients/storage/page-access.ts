import type { CorsRule } from './types.ts'

const readable = {
  exposedHeaders: ['Content-Length', 'Content-Range', 'ETag'],
  maxAgeSeconds: 86_400,
}

/**
 * What pages may do with the bucket by cross-origin requests. Reading is open to every origin, since
 * only a signed URL reads anything, and players on other sites follow them too; uploading is for our
 * own pages, which must see each part's ETag.
 *
 * The rule for our own pages stands first and holds reading too: radosgw goes by the first rule whose
 * origin fits, where S3 looks on for one whose method does.
 *
 * @param origin of our pages, such as `https://films.example`
 */
export const pageAccess = (origin: string): CorsRule[] => [
  {
    origins: [origin],
    methods: ['GET', 'HEAD', 'PUT'],
    allowedHeaders: ['*'],
    ...readable,
  },
  {
    origins: ['*'],
    methods: ['GET', 'HEAD'],
    allowedHeaders: ['range'],
    ...readable,
  },
]
