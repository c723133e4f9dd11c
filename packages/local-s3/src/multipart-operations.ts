import { parameter } from './address.ts'
import { verifyBody } from './body.ts'
import {
  type Call,
  claimsOf,
  conditionsOf,
  emptyAnswer,
  numberParameter,
  type Operation,
  quoted,
  readDocument,
  xmlAnswer,
} from './call.ts'
import { type ChecksumName, isChecksumName } from './checksums.ts'
import { S3Error } from './errors.ts'
import type { ClaimedPart } from './join-parts.ts'
import { storedHeaders } from './object-headers.ts'
import { describePart } from './upload-store.ts'
import { checkSize, factsBox, takenIn } from './write-operations.ts'
import type { XmlNode } from './xml.ts'
import { nodes, type Parsed, parseDocument, text } from './xml-reader.ts'

/** "Part numbers can be any number from 1 to 10,000, inclusive." */
const mostParts = 10_000

const storeOf = ({ address, buckets }: Call) => buckets.find(address.bucket).uploads
const uploadIdOf = ({ address }: Call): string => parameter(address, 'uploadId') ?? ''
const checksumElement = (name: ChecksumName): string => `Checksum${name.toUpperCase()}`

function readAlgorithm({ read }: Call): ChecksumName | null {
  const word = read('x-amz-checksum-algorithm')?.toLowerCase()
  if (word === undefined) return null
  if (!isChecksumName(word)) throw new S3Error('InvalidRequest', 'Checksum algorithm is not known')
  // Joining the parts' sums into the whole's is not done here.
  if (word === 'crc64nvme' || read('x-amz-checksum-type') === 'FULL_OBJECT') {
    throw new S3Error('NotImplemented')
  }
  return word
}

export const createMultipartUpload: Operation = async (call) => {
  const { bucket, key } = call.address
  const checksumName = readAlgorithm(call)
  const headers = storedHeaders(call)
  const initiated = call.now.getTime()
  const UploadId = await storeOf(call).create({ key, initiated, headers, checksumName })
  const answer = xmlAnswer('InitiateMultipartUploadResult', { Bucket: bucket, Key: key, UploadId })
  if (checksumName === null) return answer
  const said = { 'x-amz-checksum-algorithm': checksumName.toUpperCase() }
  return { ...answer, headers: { ...answer.headers, ...said, 'x-amz-checksum-type': 'COMPOSITE' } }
}

function readPartNumber({ address }: Call): number {
  const number = Number(parameter(address, 'partNumber') ?? Number.NaN)
  if (Number.isInteger(number) && number >= 1 && number <= mostParts) return number
  const message = 'Part number must be an integer between 1 and 10000, inclusive'
  throw new S3Error('InvalidArgument', message, { ArgumentName: 'partNumber' })
}

export const uploadPart: Operation = async (call) => {
  const number = readPartNumber(call)
  const store = storeOf(call)
  const upload = store.find(call.address.key, uploadIdOf(call))
  if (call.read('x-amz-copy-source') !== undefined) throw new S3Error('NotImplemented')
  const claims = claimsOf(call)
  checkSize(claims.size)
  if (claims.checksumName !== upload.checksumName) {
    const [expected, actual] = [upload.checksumName ?? 'null', claims.checksumName ?? 'null']
    const message = `Checksum Type mismatch occurred, expected checksum Type: ${expected}, actual checksum Type: ${actual}`
    throw new S3Error('InvalidRequest', message)
  }
  const box = factsBox()
  await store.putPart(upload, number, verifyBody(call.body, claims, box.report), () =>
    describePart(number, box.facts(), call.now.getTime()),
  )
  return emptyAnswer(200, takenIn(box.facts()))
}

export const listParts: Operation = async (call) => {
  const { address } = call
  const store = storeOf(call)
  const upload = store.find(address.key, uploadIdOf(call))
  const after = numberParameter(parameter(address, 'part-number-marker'), 'part-number-marker', 0)
  const most = Math.min(numberParameter(parameter(address, 'max-parts'), 'max-parts', 1000), 1000)
  const rest = (await store.parts(upload)).filter(({ number }) => number > after)
  const page = rest.slice(0, most)
  const sum = upload.checksumName
  return xmlAnswer('ListPartsResult', {
    Bucket: address.bucket,
    Key: address.key,
    UploadId: upload.uploadId,
    StorageClass: 'STANDARD',
    PartNumberMarker: after,
    NextPartNumberMarker: page.at(-1)?.number ?? 0,
    MaxParts: most,
    IsTruncated: rest.length > page.length,
    ...(sum === null ? {} : { ChecksumAlgorithm: sum.toUpperCase(), ChecksumType: 'COMPOSITE' }),
    Part: page.map(({ number, size, md5, modified, checksum }) => ({
      PartNumber: number,
      LastModified: new Date(modified).toISOString(),
      ETag: quoted(md5),
      Size: size,
      ...(sum === null ? {} : { [checksumElement(sum)]: checksum ?? undefined }),
    })),
  })
}

function readClaimedPart(part: Parsed, sum: ChecksumName | null): ClaimedPart {
  const number = text(part, 'PartNumber') ?? ''
  const etag = text(part, 'ETag')
  if (!/^\d{1,5}$/.test(number) || etag === undefined) throw new S3Error('MalformedXML')
  return {
    number: Number(number),
    etag: etag.replaceAll('"', ''),
    checksum: sum === null ? null : (text(part, checksumElement(sum)) ?? null),
  }
}

export const completeMultipartUpload: Operation = async (call) => {
  const { bucket, key } = call.address
  const uploadId = uploadIdOf(call)
  const store = storeOf(call)
  const xml = await readDocument(call)
  const sum = store.list().find((upload) => upload.uploadId === uploadId)?.checksumName ?? null
  const asked = nodes(parseDocument(xml, 'CompleteMultipartUpload'), 'Part')
  if (asked.length > mostParts) throw new S3Error('MalformedXML')
  const record = await store.complete({
    ...{ key, uploadId, now: call.now.getTime(), conditions: conditionsOf(call) },
    claimed: asked.map((part) => readClaimedPart(part, sum)),
  })
  const { checksum } = record
  return xmlAnswer('CompleteMultipartUploadResult', {
    Location: `/${bucket}/${key}`,
    Bucket: bucket,
    Key: key,
    ETag: quoted(record.etag),
    ...(checksum === null
      ? {}
      : { [checksumElement(checksum.name)]: checksum.value, ChecksumType: checksum.type }),
  })
}

export const abortMultipartUpload: Operation = async (call) => {
  await storeOf(call).abort(call.address.key, uploadIdOf(call))
  return emptyAnswer(204)
}

export const listMultipartUploads: Operation = async (call) => {
  const { address } = call
  const take = (name: string) => parameter(address, name) ?? ''
  const [keyMarker, idMarker, prefix] = [
    take('key-marker'),
    take('upload-id-marker'),
    take('prefix'),
  ]
  const most = Math.min(numberParameter(take('max-uploads'), 'max-uploads', 1000), 1000)
  if (take('delimiter') !== '') throw new S3Error('NotImplemented')
  const all = storeOf(call)
    .list()
    .filter(({ key }) => key.startsWith(prefix))
  // The marker names the last upload of the page before; it may have been aborted since.
  const seen = all.findIndex(({ key, uploadId }) => key === keyMarker && uploadId === idMarker)
  const rest = seen === -1 ? all.filter(({ key }) => key > keyMarker) : all.slice(seen + 1)
  const page = rest.slice(0, most)
  const last = rest.length > page.length ? page.at(-1) : undefined
  return xmlAnswer('ListMultipartUploadsResult', {
    Bucket: address.bucket,
    KeyMarker: keyMarker,
    UploadIdMarker: idMarker,
    NextKeyMarker: last?.key,
    NextUploadIdMarker: last?.uploadId,
    Prefix: prefix,
    MaxUploads: most,
    IsTruncated: last !== undefined,
    Upload: page.map(
      ({ key, uploadId, initiated }): XmlNode => ({
        Key: key,
        UploadId: uploadId,
        StorageClass: 'STANDARD',
        Initiated: new Date(initiated).toISOString(),
      }),
    ),
  })
}
