import { bucketCalls } from './storage/bucket.ts'
import { connect } from './storage/connect.ts'
import { downloads } from './storage/download.ts'
import { multipartCalls } from './storage/multipart.ts'
import { objectCalls } from './storage/objects.ts'
import type { Storage, StorageOptions } from './storage/types.ts'
import { withPrefix } from './storage/with-prefix.ts'

export { isOfStorage, StorageRefused } from './storage/errors.ts'
export { pageAccess } from './storage/page-access.ts'
export { type BucketTrouble, troubleOf, troubleSentence } from './storage/trouble.ts'
export type * from './storage/types.ts'

/** Opens nothing yet: the first call connects. */
export function openStorage(options: StorageOptions): Storage {
  const connection = connect(options)
  const storage: Storage = {
    location: {
      endpoint: options.endpoint ?? null,
      region: options.region,
      bucket: options.bucket,
      forcePathStyle: options.forcePathStyle ?? false,
      prefix: options.prefix ?? null,
    },
    credentials: connection.credentials,
    ...objectCalls(connection),
    ...downloads(connection),
    ...multipartCalls(connection),
    ...bucketCalls(connection),
    close: connection.close,
  }
  return options.prefix === undefined ? storage : withPrefix(storage, `${options.prefix}/`)
}
