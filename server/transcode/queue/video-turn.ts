import type { DatabaseTransaction } from '../../clients/database.ts'

/**
 * Whatever decides which encode of a film counts, or ends one, waits for its turn at the film before it
 * touches any encode: two that lock films and encodes in different orders would wait for each other.
 * Sessions of the film can begin meanwhile, which a lock for its deletion would not let them.
 */
export const turnAtVideo = (transaction: DatabaseTransaction, videoId: string) =>
  transaction.$queryRaw`select id from "Video" where id = ${videoId}::uuid for no key update`

/** The same by one of its encodes. */
export const turnAtVideoOf = (transaction: DatabaseTransaction, encodeId: string) =>
  transaction.$queryRaw`
    select v.id from "Video" v join "Encode" e on e."videoId" = v.id
    where e.id = ${encodeId}::uuid for no key update of v`
