import { randomUUID } from 'node:crypto'
import { troubleOf, troubleSentence } from '../clients/storage.ts'
import type { Services } from '../services.ts'
import type { Finding } from './finding.ts'

type Deps = Pick<Services, 'storage'>

async function first<T>(items: AsyncIterable<T>): Promise<void> {
  for await (const _ of items) return
}

/**
 * Tries each action that Matinee needs by itself, on a key of its own, so that what is missing in a
 * policy is named. Those that cannot be tried without another are left out where that one fails.
 */
export async function lookAtPermissions({ storage }: Deps): Promise<Finding[]> {
  const findings: Finding[] = []
  let answers = true
  const attempt = async <T>(action: string, work: () => Promise<T>): Promise<T | null> => {
    const what = `bucket: ${action}`
    try {
      const result = await work()
      findings.push({ what, ok: true, says: 'allowed' })
      return result
    } catch (error) {
      if (troubleOf(error) !== 'denied') answers = false
      findings.push({ what, ok: false, says: troubleSentence(error, storage.location) })
      return null
    }
  }

  const folder = `doctor/${randomUUID()}/`
  const key = `${folder}whole`
  const type = { contentType: 'text/plain' }
  const written = await attempt('s3:PutObject', async () => {
    await storage.putBytes(key, 'matinee', type)
    return true
  })
  // What is wrong with the whole bucket says nothing of permissions, and would be said seven times.
  if (!answers) return findings
  if (written) {
    await attempt('s3:GetObject', async () => {
      const read = await storage.getBytes(key)
      if (read === null) throw new Error('what was written is not there')
    })
  }
  await attempt('s3:ListBucket', () => first(storage.list(folder)))
  const partsKey = `${folder}parts`
  const multipartId = written && (await storage.createMultipart(partsKey, type).catch(() => null))
  if (multipartId) {
    await attempt('s3:ListMultipartUploadParts', () => storage.listParts(partsKey, multipartId))
    await attempt('s3:ListBucketMultipartUploads', () => first(storage.listMultiparts(folder)))
    await attempt('s3:AbortMultipartUpload', () => storage.abortMultipart(partsKey, multipartId))
  }
  if (written) await attempt('s3:DeleteObject', () => storage.delete(key))
  return findings
}
