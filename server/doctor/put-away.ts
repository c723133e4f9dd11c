import type { Storage } from '../clients/storage.ts'

/**
 * Deletes what a look needed. Whether that is allowed is looked at by itself: a refusal is not to stand in the
 * place of what was found, such as that anyone can read the bucket.
 */
export const putAway = (storage: Storage, key: string): Promise<void> =>
  storage.delete(key).catch(() => undefined)
