import { databaseSentence } from './database-sentence.ts'
import { isOfStorage, type StorageLocation, troubleSentence } from './storage.ts'
import { stripeSentence } from './stripe-sentence.ts'

/**
 * What failed, for an operator: trouble with the bucket, the database or Stripe by what to do about it;
 * all else by its own words.
 *
 * @param bucket where it is, if one is used
 */
export function sayWhy(error: unknown, bucket?: StorageLocation): string {
  if (!(error instanceof Error)) return String(error)
  if (bucket !== undefined && isOfStorage(error)) return troubleSentence(error, bucket)
  const known = databaseSentence(error) ?? stripeSentence(error)
  if (known !== null) return known
  // Node's fetch says why it failed by its cause alone; other sentences are whole.
  const { cause: beneath } = error
  const cause =
    error instanceof TypeError && beneath instanceof Error ? ` (${beneath.message})` : ''
  return `${error.message}${cause}`
}
