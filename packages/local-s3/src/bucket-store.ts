import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { CorsRule } from './cors.ts'
import { type Disk, openDisk, readJson } from './disk.ts'
import { S3Error } from './errors.ts'
import { openKeyedLock } from './keyed-lock.ts'
import { type ObjectStore, openObjectStore } from './object-store.ts'
import { openPartFolders, type PartFolders } from './part-folders.ts'
import { openUploadStore, type UploadStore } from './upload-store.ts'

export interface Bucket {
  readonly name: string
  /** Milliseconds since 1970. */
  readonly created: number
  readonly objects: ObjectStore
  readonly uploads: UploadStore
  readonly partFolders: PartFolders
  /** Null when the bucket answers no other origin. */
  cors(): readonly CorsRule[] | null
  setCors(rules: readonly CorsRule[] | null): Promise<void>
}

export interface BucketStore {
  list(): Bucket[]
  /** Throws NoSuchBucket. */
  find(name: string): Bucket
  has(name: string): boolean
  create(name: string, now: number): Promise<void>
  delete(name: string): Promise<void>
  /** Resolves when nothing is being deleted any more. */
  settled(): Promise<void>
}

/**
 * "Bucket names can consist only of lowercase letters, numbers, periods and hyphens, 3 to 63 long,
 * must begin and end with a letter or number and must not contain two adjacent periods."
 */
const validName = /^(?!.*\.\.)(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/

interface BucketDescription {
  readonly created: number
}

async function openBucket(root: string, name: string, disk: Disk): Promise<Bucket | null> {
  const folder = join(root, name)
  const described = await readJson<BucketDescription>(join(folder, 'bucket.json'))
  if (described === null) return null
  const objectFolder = join(folder, 'objects')
  const uploadFolder = join(folder, 'uploads')
  await mkdir(objectFolder, { recursive: true })
  await mkdir(uploadFolder, { recursive: true })

  const partFolders = openPartFolders(uploadFolder, disk)
  const objects = await openObjectStore(objectFolder, disk, openKeyedLock(), partFolders)
  const uploads = await openUploadStore(uploadFolder, disk, partFolders, objects)
  const corsPath = join(folder, 'cors.json')
  let cors = await readJson<readonly CorsRule[]>(corsPath)
  return {
    ...{ name, created: described.created, objects, uploads, partFolders },
    cors: () => cors,
    setCors: async (rules) => {
      await disk.writeJson(corsPath, rules)
      cors = rules
    },
  }
}

/** Everything below `directory`, as the last process left it, however that ended. */
export async function openBucketStore(directory: string): Promise<BucketStore> {
  const disk = await openDisk(directory)
  const root = join(directory, 'buckets')
  await mkdir(root, { recursive: true })
  const buckets = new Map<string, Bucket>()

  async function load(name: string): Promise<void> {
    const bucket = await openBucket(root, name, disk)
    if (bucket !== null) buckets.set(name, bucket)
  }
  for (const name of await readdir(root)) await load(name)

  function find(name: string): Bucket {
    const bucket = buckets.get(name)
    if (bucket === undefined) throw new S3Error('NoSuchBucket', undefined, { BucketName: name })
    return bucket
  }

  return {
    find,
    has: (name) => buckets.has(name),
    list: () => [...buckets.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),

    create: async (name, now) => {
      if (!validName.test(name))
        throw new S3Error('InvalidBucketName', undefined, { BucketName: name })
      if (buckets.has(name)) {
        throw new S3Error('BucketAlreadyOwnedByYou', undefined, { BucketName: name })
      }
      await mkdir(join(root, name), { recursive: true })
      await disk.writeJson(join(root, name, 'bucket.json'), { created: now })
      await load(name)
    },

    delete: async (name) => {
      const { objects, uploads } = find(name)
      if (objects.index.size > 0 || uploads.list().length > 0) {
        throw new S3Error('BucketNotEmpty', undefined, { BucketName: name })
      }
      buckets.delete(name)
      await disk.discard(join(root, name))
    },

    settled: async () => {
      await Promise.all([...buckets.values()].map(({ partFolders }) => partFolders.settled()))
    },
  }
}
