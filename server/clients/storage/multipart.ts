import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
} from '@aws-sdk/client-s3'
import type { Connection } from './connect.ts'
import { attempt, isCode } from './errors.ts'
import type { OpenMultipart, Storage, UploadedPart } from './types.ts'

type MultipartCalls = Pick<
  Storage,
  'createMultipart' | 'listParts' | 'completeMultipart' | 'abortMultipart' | 'listMultiparts'
>

/** As `attempt`, with null for an upload that is completed, aborted or was never there. */
function attemptOpen<T>(call: () => Promise<T>): Promise<T | null> {
  return attempt<T | null>(() =>
    call().catch((error: unknown) => {
      if (isCode(error, 'NoSuchUpload', 'NoSuchKey', 'NotFound')) return null
      throw error
    }),
  )
}

export function multipartCalls({ client, patient, bucket: Bucket }: Connection): MultipartCalls {
  async function* pagesOfParts(Key: string, UploadId: string): AsyncGenerator<UploadedPart> {
    let marker: string | undefined
    for (;;) {
      const page = await client.send(
        new ListPartsCommand({ Bucket, Key, UploadId, PartNumberMarker: marker }),
      )
      for (const { PartNumber, Size, ETag, ChecksumSHA256 } of page.Parts ?? []) {
        if (PartNumber === undefined || ETag === undefined) continue
        const sha256 = ChecksumSHA256 ?? null
        yield { partNumber: PartNumber, sizeBytes: Size ?? 0, etag: ETag, sha256 }
      }
      if (!page.IsTruncated) return
      marker = page.NextPartNumberMarker
    }
  }

  async function* listMultiparts(prefix: string): AsyncGenerator<OpenMultipart> {
    let markers: { KeyMarker?: string | undefined; UploadIdMarker?: string | undefined } = {}
    for (;;) {
      const page = await attempt(() =>
        client.send(new ListMultipartUploadsCommand({ Bucket, Prefix: prefix, ...markers })),
      )
      for (const { Key, UploadId, Initiated } of page.Uploads ?? []) {
        if (Key === undefined || UploadId === undefined) continue
        yield { key: Key, multipartId: UploadId, startedAt: Initiated ?? new Date(0) }
      }
      if (!page.IsTruncated) return
      markers = { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker }
    }
  }

  const listParts = (key: string, multipartId: string) =>
    attemptOpen(async () => {
      const parts: UploadedPart[] = []
      for await (const part of pagesOfParts(key, multipartId)) parts.push(part)
      return parts
    })

  return {
    listMultiparts,

    createMultipart: (Key, { contentType, checksum }) =>
      attempt(async () => {
        const ChecksumAlgorithm =
          checksum === undefined ? {} : { ChecksumAlgorithm: 'SHA256' as const }
        const { UploadId } = await client.send(
          new CreateMultipartUploadCommand({
            Bucket,
            Key,
            ContentType: contentType,
            ...ChecksumAlgorithm,
          }),
        )
        if (UploadId === undefined) throw new Error('S3 began a multipart upload without an id')
        return UploadId
      }),

    listParts,

    completeMultipart: async (Key, UploadId, parts) => {
      const Parts = parts.map(({ partNumber, etag, sha256 }) => ({
        PartNumber: partNumber,
        ETag: etag,
        ...(sha256 ? { ChecksumSHA256: sha256 } : {}),
      }))
      const command = { Bucket, Key, UploadId, MultipartUpload: { Parts } }
      try {
        await attempt(() => patient.send(new CompleteMultipartUploadCommand(command)))
        return true
      } catch (error) {
        // For an upload that is gone radosgw answers InternalError rather than NoSuchUpload.
        if ((await listParts(Key, UploadId)) === null) return false
        throw error
      }
    },

    abortMultipart: async (Key, UploadId) => {
      await attemptOpen(() =>
        client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId })),
      )
    },
  }
}
