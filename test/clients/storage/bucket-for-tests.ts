import type { Test } from 'tap'
import { openStorage, type Storage, type StorageOptions } from '../../../server/clients/storage.ts'
import { testClock } from '../../fixtures/clock.ts'
import { localS3, storageCredentials } from '../../fixtures/s3.ts'

export const credentials = storageCredentials

/** The storage client over a local S3 of the test's own. */
export async function bucketForTests(
  t: Test,
  more: Partial<StorageOptions> = {},
): Promise<Storage & { endpoint: string }> {
  const { endpoint } = await localS3(t, testClock())
  return { ...storageAt(t, endpoint, more), endpoint }
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
