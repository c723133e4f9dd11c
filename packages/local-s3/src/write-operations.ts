import { type BodyFacts, verifyBody } from './body.ts'
import {
  claimsOf,
  conditionsOf,
  emptyAnswer,
  type Operation,
  quoted,
  readDocument,
  xmlAnswer,
} from './call.ts'
import { S3Error } from './errors.ts'
import { storedHeaders } from './object-headers.ts'
import { nodes, parseDocument, text } from './xml-reader.ts'

/** "The maximum object size you can upload in a single PUT operation is 5 GB", a part's too. */
export const largestPut = 5 * 1024 ** 3
/** "The request can contain a list of up to 1,000 keys." */
const mostDeletes = 1000

export function checkSize(size: number): void {
  if (size <= largestPut) return
  const members = { ProposedSize: size, MaxSizeAllowed: largestPut }
  throw new S3Error('EntityTooLarge', undefined, members)
}

/** The answer's headers for a body that was taken in. */
export function takenIn({ md5, checksum }: BodyFacts): Record<string, string> {
  const sum = checksum === null ? {} : { [`x-amz-checksum-${checksum.name}`]: checksum.value }
  return { etag: quoted(md5), ...sum }
}

/** Holds what `verifyBody` reports, which it does before its iteration ends. */
export function factsBox(): { report: (facts: BodyFacts) => void; facts: () => BodyFacts } {
  let reported: BodyFacts | null = null
  return {
    report: (facts) => {
      reported = facts
    },
    facts: () => {
      if (reported === null) throw new Error('the body was not read to its end')
      return reported
    },
  }
}

export const putObject: Operation = async (call) => {
  const { bucket, key } = call.address
  const { objects } = call.buckets.find(bucket)
  const claims = claimsOf(call)
  checkSize(claims.size)
  const headers = storedHeaders(call)
  const box = factsBox()
  await objects.put(
    key,
    verifyBody(call.body, claims, box.report),
    () => {
      const { size, md5, checksum } = box.facts()
      return {
        ...{ key, size, etag: md5, modified: call.now.getTime(), headers, joined: null },
        checksum: checksum && { ...checksum, type: 'FULL_OBJECT' as const },
      }
    },
    conditionsOf(call),
  )
  return emptyAnswer(200, takenIn(box.facts()))
}

export const deleteObject: Operation = async ({ address, buckets }) => {
  await buckets.find(address.bucket).objects.delete(address.key)
  return emptyAnswer(204)
}

export const deleteObjects: Operation = async (call) => {
  const { objects } = call.buckets.find(call.address.bucket)
  const claims = claimsOf(call)
  if (claims.md5 === null && claims.checksumName === null) {
    const missing = 'Missing required header for this request: Content-MD5 OR x-amz-checksum-*'
    throw new S3Error('InvalidRequest', missing)
  }
  const asked = parseDocument(await readDocument(call), 'Delete')
  const keys = nodes(asked, 'Object').map((object) => text(object, 'Key') ?? '')
  if (keys.length === 0 || keys.length > mostDeletes || keys.includes('')) {
    throw new S3Error('MalformedXML')
  }
  for (const key of keys) await objects.delete(key)
  const quiet = text(asked, 'Quiet') === 'true'
  return xmlAnswer('DeleteResult', quiet ? {} : { Deleted: keys.map((Key) => ({ Key })) })
}
