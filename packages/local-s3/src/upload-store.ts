import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BodyFacts } from './body.ts'
import type { ChecksumName } from './checksums.ts'
import type { Conditions } from './conditions.ts'
import { type Disk, readJson } from './disk.ts'
import { S3Error } from './errors.ts'
import { type ClaimedPart, joinParts, type UploadedPart } from './join-parts.ts'
import { openKeyedLock } from './keyed-lock.ts'
import { nothing, type ObjectRecord, type ObjectStore } from './object-store.ts'
import type { PartFolders } from './part-folders.ts'
import { readDescription, writeRecord } from './record-file.ts'

/** A multipart upload that is neither completed nor aborted. */
export interface OpenUpload {
  readonly uploadId: string
  readonly key: string
  /** Milliseconds since 1970. */
  readonly initiated: number
  /** What the joined object will answer. */
  readonly headers: Readonly<Record<string, string>>
  readonly checksumName: ChecksumName | null
}

export interface UploadStore {
  /** In the order of their keys, then of their beginnings. */
  list(): OpenUpload[]
  create(upload: Omit<OpenUpload, 'uploadId'>): Promise<string>
  /** Throws NoSuchUpload. */
  find(key: string, uploadId: string): OpenUpload
  putPart(
    upload: OpenUpload,
    number: number,
    source: AsyncIterable<Uint8Array>,
    describe: () => UploadedPart,
  ): Promise<void>
  /** By number. */
  parts(upload: OpenUpload): Promise<UploadedPart[]>
  complete(request: CompleteRequest): Promise<ObjectRecord>
  abort(key: string, uploadId: string): Promise<void>
}

export interface CompleteRequest {
  readonly key: string
  readonly uploadId: string
  readonly claimed: readonly ClaimedPart[]
  readonly conditions: Conditions
  readonly now: number
}

const description = 'upload.json'
/** Stands in the folder of an upload whose object was put in place. */
const joinedMark = 'joined.json'

/** What a part's description becomes, from what its body turned out to be. */
export const describePart = (number: number, facts: BodyFacts, modified: number): UploadedPart => ({
  number,
  size: facts.size,
  md5: facts.md5,
  checksum: facts.checksum?.value ?? null,
  modified,
})

export async function openUploadStore(
  root: string,
  disk: Disk,
  folders: PartFolders,
  objects: ObjectStore,
): Promise<UploadStore> {
  const uploads = await recover(root, folders, disk, objects)
  const lock = openKeyedLock()

  function find(key: string, uploadId: string): OpenUpload {
    const upload = uploads.get(uploadId)
    if (upload === undefined || upload.key !== key) {
      throw new S3Error('NoSuchUpload', undefined, { UploadId: uploadId })
    }
    return upload
  }

  async function parts({ uploadId }: OpenUpload): Promise<UploadedPart[]> {
    const names = (await readdir(folders.folderOf(uploadId))).filter((name) =>
      name.startsWith('part-'),
    )
    const found: UploadedPart[] = []
    for (const name of names.sort()) {
      const file = await open(join(folders.folderOf(uploadId), name), 'r')
      try {
        found.push(await readDescription<UploadedPart>(file))
      } finally {
        await file.close()
      }
    }
    return found
  }

  /** "Complete" may come twice, when its first answer was lost on the way. */
  async function completedBefore(request: CompleteRequest): Promise<ObjectRecord | null> {
    const { key, uploadId } = request
    if (uploads.has(uploadId)) return null
    const record = await objects.record(key)
    return record?.joined?.uploadId === uploadId ? record : null
  }

  return {
    find,
    parts,

    list: () =>
      [...uploads.values()].sort(
        (a, b) =>
          Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)) || a.initiated - b.initiated,
      ),

    create: async (wanted) => {
      const uploadId = randomBytes(24).toString('hex')
      const upload = { ...wanted, uploadId }
      await mkdir(folders.folderOf(uploadId), { recursive: true })
      await disk.writeJson(join(folders.folderOf(uploadId), description), upload)
      uploads.set(uploadId, upload)
      return uploadId
    },

    putPart: async (upload, number, source, describe) => {
      const staged = disk.stagingPath()
      await writeRecord(staged, source, describe)
      await lock(upload.uploadId, async () => {
        try {
          // It may have been completed or aborted while the part was on its way.
          find(upload.key, upload.uploadId)
          await disk.commit(staged, folders.partPath(upload.uploadId, number))
        } finally {
          await rm(staged, { force: true })
        }
      })
    },

    complete: (request) =>
      lock(request.uploadId, async () => {
        const before = await completedBefore(request)
        if (before !== null) return before
        const { key, uploadId, claimed, conditions, now } = request
        const upload = find(key, uploadId)
        const stored = await parts(upload)
        const joined = joinParts(claimed, stored, upload.checksumName)
        const record: ObjectRecord = {
          ...{ key, size: joined.size, etag: joined.etag, modified: now },
          headers: upload.headers,
          checksum: joined.checksum,
          joined: { uploadId, parts: joined.parts },
        }
        await objects.put(key, nothing(), () => record, conditions)
        uploads.delete(uploadId)
        await closeFolder(record, folders, disk)
        return record
      }),

    abort: (key, uploadId) =>
      lock(uploadId, async () => {
        find(key, uploadId)
        uploads.delete(uploadId)
        await disk.discard(folders.folderOf(uploadId))
      }),
  }
}

/** Marks an upload as done and deletes the parts that its object does not use. */
async function closeFolder(
  { joined }: ObjectRecord,
  folders: PartFolders,
  disk: Disk,
): Promise<void> {
  if (joined === null) return
  const folder = folders.folderOf(joined.uploadId)
  await disk.writeJson(join(folder, joinedMark), {})
  const used = new Set(joined.parts.map(({ number }) => folders.partPath(joined.uploadId, number)))
  const unused = (await readdir(folder))
    .filter((name) => name.startsWith('part-'))
    .map((name) => join(folder, name))
    .filter((path) => !used.has(path))
  await Promise.all(unused.map((path) => rm(path, { force: true })))
}

/** Finds the open uploads, and finishes what a crash interrupted. */
async function recover(
  root: string,
  folders: PartFolders,
  disk: Disk,
  objects: ObjectStore,
): Promise<Map<string, OpenUpload>> {
  const found = new Map<string, OpenUpload>()
  for (const uploadId of await readdir(root)) {
    const folder = folders.folderOf(uploadId)
    const upload = await readJson<OpenUpload>(join(folder, description))
    const marked = (await readJson(join(folder, joinedMark))) !== null
    const record = upload === null ? null : await objects.record(upload.key)
    const inUse = record?.joined?.uploadId === uploadId
    if (record !== null && inUse && !marked) await closeFolder(record, folders, disk)
    if (inUse) continue
    if (upload === null || marked) await disk.discard(folder)
    else found.set(uploadId, upload)
  }
  return found
}
