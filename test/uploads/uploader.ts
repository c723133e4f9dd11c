import { createHash, randomBytes } from 'node:crypto'
import type { Test } from 'tap'
import type { UploadDeps, UploadedFile } from '../../server/uploads/purposes.ts'
import type { NewUpload, SignedParts } from '../../server/uploads/schemas.ts'
import { services, type TestServices } from '../helper.ts'
import { addVideo } from '../rows.ts'

/** Begins as an MP4 does, and is as long as is asked for. */
export function videoBytes(size: number): Buffer {
  const bytes = randomBytes(size)
  Buffer.from([0, 0, 0, 24]).copy(bytes)
  bytes.write('ftypisom', 4, 'latin1')
  return bytes
}

export const newUpload = (sizeBytes: number, more: Partial<NewUpload> = {}): NewUpload => ({
  ...{ fileName: 'film.mp4', contentType: 'video/mp4', sizeBytes },
  ...more,
})

export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('base64')

type SignedPart = SignedParts['parts'][number]

/** Sends what a browser would, just as it was told to. */
export async function put({ url, headers }: SignedPart, bytes: Uint8Array) {
  const answer = await fetch(url, { method: 'PUT', headers, body: Buffer.from(bytes) })
  await answer.arrayBuffer()
  return { status: answer.status, etag: answer.headers.get('etag') ?? '' }
}

export interface UploadHouse {
  parts: UploadDeps
  services: TestServices
  /** A draft that waits for a file. */
  videoId: string
  /** Files that the takers were told of. */
  taken: UploadedFile[]
  /** Set, and the takers fail. */
  trouble: { taker?: Error }
}

/** The upload functions over a real database and bucket, with takers that remember. */
export async function uploadHouse(t: Test): Promise<UploadHouse> {
  const opened = await services(t)
  const taken: UploadedFile[] = []
  const trouble: UploadHouse['trouble'] = {}
  const take = async (file: UploadedFile) => {
    if (trouble.taker) throw trouble.taker
    taken.push(file)
  }
  const draft = { status: 'draft', published: false, encodeId: null } as const
  const { id } = await addVideo(opened, draft)
  const parts = { ...opened, takers: { video: take, poster: take, captions: take } }
  return { parts, services: opened, videoId: id, taken, trouble }
}
