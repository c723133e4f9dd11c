import { parameter } from './address.ts'
import {
  type Call,
  emptyAnswer,
  numberParameter,
  type Operation,
  quoted,
  readDocument,
  xmlAnswer,
} from './call.ts'
import { readCorsRules, writeCorsRules } from './cors.ts'
import { S3Error } from './errors.ts'
import { listPage } from './listing.ts'
import type { ObjectRecord, ObjectStore } from './object-store.ts'
import { uriEncode } from './signature.ts'
import type { XmlNode } from './xml.ts'
import { parseDocument, text } from './xml-reader.ts'

const bucketOf = ({ address, buckets }: Call) => buckets.find(address.bucket)

export const listBuckets: Operation = async ({ buckets }) =>
  xmlAnswer('ListAllMyBucketsResult', {
    Owner: { ID: 'local', DisplayName: 'local' },
    Buckets: {
      Bucket: buckets.list().map(({ name, created }) => ({
        Name: name,
        CreationDate: new Date(created).toISOString(),
      })),
    },
  })

export const headBucket: Operation = async (call) => {
  bucketOf(call)
  return emptyAnswer(200, { 'x-amz-bucket-region': call.region })
}

export const getBucketLocation: Operation = async (call) => {
  bucketOf(call)
  return xmlAnswer('LocationConstraint', {})
}

export const createBucket: Operation = async (call) => {
  const { buckets, address, region, now } = call
  const xml = await readDocument(call)
  const wanted =
    xml === ''
      ? region
      : (text(parseDocument(xml, 'CreateBucketConfiguration'), 'LocationConstraint') ?? region)
  if (wanted !== region) {
    throw new S3Error('InvalidArgument', 'The specified location-constraint is not valid')
  }
  await buckets.create(address.bucket, now.getTime())
  return emptyAnswer(200, { location: `/${address.bucket}` })
}

export const deleteBucket: Operation = async ({ buckets, address }) => {
  await buckets.delete(address.bucket)
  return emptyAnswer(204)
}

export const getBucketCors: Operation = async (call) => {
  const rules = bucketOf(call).cors()
  if (rules === null) throw new S3Error('NoSuchCORSConfiguration')
  return xmlAnswer('CORSConfiguration', writeCorsRules(rules))
}

export const putBucketCors: Operation = async (call) => {
  const bucket = bucketOf(call)
  await bucket.setCors(readCorsRules(await readDocument(call)))
  return emptyAnswer(200)
}

export const deleteBucketCors: Operation = async (call) => {
  await bucketOf(call).setCors(null)
  return emptyAnswer(204)
}

/** Tokens are opaque to clients; ours hold the last entry of the page before. */
const writeToken = (entry: string): string => Buffer.from(entry).toString('base64url')
const readToken = (token: string): string => Buffer.from(token, 'base64url').toString()

/** The records of the listed keys; one that was deleted meanwhile is left out. */
async function readRecords(objects: ObjectStore, keys: readonly string[]): Promise<ObjectRecord[]> {
  const records: ObjectRecord[] = []
  for (const key of keys) {
    const record = await objects.record(key)
    if (record !== null) records.push(record)
  }
  return records
}

export const listObjectsV2: Operation = async (call) => {
  const { address } = call
  const { objects } = bucketOf(call)
  const take = (name: string) => parameter(address, name) ?? ''
  if (take('list-type') !== '2') throw new S3Error('NotImplemented')
  const encoding = take('encoding-type')
  if (encoding !== '' && encoding !== 'url') {
    throw new S3Error('InvalidArgument', 'Invalid Encoding Method specified in Request')
  }
  const encode = encoding === 'url' ? uriEncode : (key: string) => key
  const token = parameter(address, 'continuation-token')
  const maxKeys = Math.min(numberParameter(take('max-keys'), 'max-keys', 1000), 1000)
  const [prefix, delimiter, startAfter] = [take('prefix'), take('delimiter'), take('start-after')]
  const after = token === undefined ? startAfter : readToken(token)
  const page = listPage(objects.index, { prefix, delimiter, maxKeys, after })
  const records = await readRecords(objects, page.keys)
  return xmlAnswer('ListBucketResult', {
    Name: address.bucket,
    Prefix: encode(prefix),
    Delimiter: delimiter === '' ? undefined : encode(delimiter),
    StartAfter: startAfter === '' ? undefined : encode(startAfter),
    EncodingType: encoding === '' ? undefined : encoding,
    MaxKeys: maxKeys,
    KeyCount: records.length + page.commonPrefixes.length,
    IsTruncated: page.last !== null,
    ContinuationToken: token,
    NextContinuationToken: page.last === null ? undefined : writeToken(page.last),
    Contents: records.map(
      ({ key, size, etag, modified }): XmlNode => ({
        Key: encode(key),
        LastModified: new Date(modified).toISOString(),
        ETag: quoted(etag),
        Size: size,
        StorageClass: 'STANDARD',
      }),
    ),
    CommonPrefixes: page.commonPrefixes.map((entry) => ({ Prefix: encode(entry) })),
  })
}
