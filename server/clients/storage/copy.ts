import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  HeadObjectCommand,
  type HeadObjectCommandOutput,
  type S3Client,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3'
import { isMissing } from './errors.ts'

interface Place {
  client: Pick<S3Client, 'send'>
  bucket: string
}

const gibibyte = 1024 ** 3
/** "You can copy an object of up to 5 GB in a single atomic action." */
const largestCopy = 5 * gibibyte
const partBytes = gibibyte

/** As the header wants it: escaped, with its slashes. */
const sourceOf = (bucket: string, key: string) =>
  `${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`

/** Copies an object of any size. @returns false when it is not there */
export async function copyObject(place: Place, from: string, to: string): Promise<boolean> {
  const { client, bucket: Bucket } = place
  try {
    const head = await client.send(new HeadObjectCommand({ Bucket, Key: from }))
    if ((head.ContentLength ?? 0) > largestCopy) await copyInParts(place, head, from, to)
    else {
      const CopySource = sourceOf(Bucket, from)
      await client.send(new CopyObjectCommand({ Bucket, Key: to, CopySource }))
    }
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

async function copyInParts(
  { client, bucket: Bucket }: Place,
  { ContentLength: size = 0, ContentType, CacheControl, ETag }: HeadObjectCommandOutput,
  from: string,
  Key: string,
): Promise<void> {
  const begun = await client.send(
    new CreateMultipartUploadCommand({ Bucket, Key, ContentType, CacheControl }),
  )
  const { UploadId } = begun
  try {
    const Parts: { PartNumber: number; ETag: string | undefined }[] = []
    for (let start = 0; start < size; start += partBytes) {
      const PartNumber = Parts.length + 1
      const CopySourceRange = `bytes=${start}-${Math.min(start + partBytes, size) - 1}`
      const { CopyPartResult } = await client.send(
        new UploadPartCopyCommand({
          ...{ Bucket, Key, UploadId, PartNumber, CopySourceRange },
          CopySource: sourceOf(Bucket, from),
          CopySourceIfMatch: ETag,
        }),
      )
      Parts.push({ PartNumber, ETag: CopyPartResult?.ETag })
    }
    const MultipartUpload = { Parts }
    await client.send(
      new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload }),
    )
  } catch (error) {
    await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId })).catch(() => null)
    throw error
  }
}
