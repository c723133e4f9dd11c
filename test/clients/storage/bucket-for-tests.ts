import { randomUUID } from 'node:crypto'
import type { Test } from 'tap'
import { openStorage, type Storage, type StorageOptions } from '../../../server/clients/storage.ts'
import { testClock } from '../../fixtures/clock.ts'
import type { Radosgw } from '../../fixtures/radosgw.ts'
import { localS3, storageCredentials } from '../../fixtures/s3.ts'

export const credentials = storageCredentials

export interface BucketForTests extends Storage {
  endpoint: string
  /** The same with other options. */
  at(more: Partial<StorageOptions>): Storage
}

/** Opens the storage client over a bucket of the test's own, on one server or another. */
export type OpenBucket = (t: Test) => Promise<BucketForTests>

/** On a local S3 of the test's own. */
export async function bucketForTests(t: Test): Promise<BucketForTests> {
  const { endpoint } = await localS3(t, testClock())
  const at = (more: Partial<StorageOptions>) => storageAt(t, endpoint, more)
  return { ...at({}), endpoint, at }
}

/** On Ceph's radosgw. */
export const bucketsOf =
  ({ endpoint, region, owner }: Radosgw): OpenBucket =>
  async (t) => {
    const own = { region, bucket: `films-${randomUUID()}`, credentials: owner }
    const at = (more: Partial<StorageOptions>) => storageAt(t, endpoint, { ...own, ...more })
    const storage = at({})
    await storage.ensureBucket()
    return { ...storage, endpoint, at }
  }

export function storageAt(t: Test, endpoint: string, more: Partial<StorageOptions> = {}): Storage {
  const storage = openStorage({
    ...{ endpoint, region: 'us-east-1', bucket: 'matinee-test', forcePathStyle: true, credentials },
    ...more,
  })
  t.teardown(() => storage.close())
  return storage
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}
