import type { S3Client } from '@aws-sdk/client-s3'
import type { Test } from 'tap'
import { listingContract } from './s3-listing.ts'
import { multipartContract } from './s3-multipart.ts'
import { objectContract } from './s3-objects.ts'
import { signedUrlContract } from './s3-signed-urls.ts'

/** A server that claims to be S3, with a bucket in which the suite may write below `prefix`. */
export interface S3Target {
  readonly client: S3Client
  readonly bucket: string
  /** Ends in a slash; nobody else writes below it. */
  readonly prefix: string
}

/** What Matinee relies on in S3, asked of any server through the AWS SDK. */
export async function s3Contract(t: Test, target: S3Target): Promise<void> {
  await t.test('objects', (t) => objectContract(t, target))
  await t.test('listing', (t) => listingContract(t, target))
  await t.test('multipart uploads', (t) => multipartContract(t, target))
  await t.test('pre-signed URLs', (t) => signedUrlContract(t, target))
}
