import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  ListPartsCommand,
  UploadPartCommand,
  type UploadPartCommandInput,
} from '@aws-sdk/client-s3'
import type { S3Target } from './s3.ts'

/** Uploads below the prefix, each with the calls that belong to it, and what has come of them. */
export function multiparts({ client, bucket: Bucket, prefix }: S3Target) {
  const at = (name: string) => ({ Bucket, Key: `${prefix}multipart/${name}` })
  async function begin(name: string, more: object = {}) {
    const begun = await client.send(new CreateMultipartUploadCommand({ ...at(name), ...more }))
    const id = { ...at(name), UploadId: begun.UploadId ?? '' }
    return {
      id,
      part: async (
        PartNumber: number,
        Body: Uint8Array,
        more: Partial<UploadPartCommandInput> = {},
      ): Promise<CompletedPart> => {
        const answer = await client.send(
          new UploadPartCommand({ ...id, PartNumber, Body, ...more }),
        )
        return { PartNumber, ETag: answer.ETag, ChecksumSHA256: answer.ChecksumSHA256 }
      },
      complete: (Parts: CompletedPart[], more: object = {}) =>
        client.send(
          new CompleteMultipartUploadCommand({ ...id, MultipartUpload: { Parts }, ...more }),
        ),
      parts: (more: object = {}) => client.send(new ListPartsCommand({ ...id, ...more })),
      abort: () => client.send(new AbortMultipartUploadCommand(id)),
    }
  }
  const read = async (name: string, more: object = {}) => {
    const answer = await client.send(new GetObjectCommand({ ...at(name), ...more }))
    return Buffer.from((await answer.Body?.transformToByteArray()) ?? [])
  }
  return { at, begin, read }
}
