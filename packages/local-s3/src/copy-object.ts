import { createHash } from 'node:crypto'
import { parseAddress } from './address.ts'
import { type Call, conditionsOf, type Operation, quoted, xmlAnswer } from './call.ts'
import { S3Error } from './errors.ts'
import { nothing, type OpenObject, present } from './object-store.ts'
import { largestPut } from './write-operations.ts'

async function openSource(call: Call): Promise<OpenObject> {
  const named = call.read('x-amz-copy-source') ?? ''
  const { bucket, key } = parseAddress(named.startsWith('/') ? named : `/${named}`)
  return present(await call.buckets.find(bucket).objects.open(key), key)
}

/** CopyObject: the bytes, headers and checksum of another object, under another key. */
export const copyObject: Operation = async (call) => {
  if ((call.read('x-amz-metadata-directive') ?? 'COPY') !== 'COPY') {
    throw new S3Error('NotImplemented')
  }
  const source = await openSource(call)
  const { record } = source
  if (record.size > largestPut) {
    await source.release()
    const message = `The specified copy source is larger than the maximum allowable size for a copy source: ${largestPut}`
    throw new S3Error('InvalidRequest', message)
  }
  const whole = record.size === 0 ? null : { start: 0, end: record.size - 1 }
  const stream = source.stream(whole)
  const md5 = createHash('md5')
  async function* bytes() {
    for await (const chunk of stream ?? nothing()) {
      md5.update(chunk)
      yield chunk as Uint8Array
    }
  }
  const { key } = call.address
  let etag = ''
  await call.buckets.find(call.address.bucket).objects.put(
    key,
    bytes(),
    () => {
      etag = md5.digest('hex')
      const modified = call.now.getTime()
      return { ...record, key, etag, modified, joined: null, checksum: null }
    },
    conditionsOf(call),
  )
  if (stream === null) await source.release()
  return xmlAnswer('CopyObjectResult', {
    ETag: quoted(etag),
    LastModified: call.now.toISOString(),
  })
}
