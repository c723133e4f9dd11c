import { claimBucket, standingSentence } from '../catalog/bucket-owner.ts'
import { quickFindings } from '../doctor/examine.ts'
import type { Services } from '../services.ts'

/** At the start: claims the bucket, and logs what the doctor's quick looks find. Never rejects. */
export async function noteTrouble(services: Services): Promise<string[]> {
  const notes = await Promise.all([
    claimBucket(services).then(
      (standing) => standingSentence(standing) ?? [],
      () => [],
    ),
    quickFindings(services).catch(() => []),
  ])
  const sentences = notes.flat()
  for (const sentence of sentences) services.log.warn(sentence)
  return sentences
}
