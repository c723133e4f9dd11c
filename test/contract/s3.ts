import type { S3Client } from '@aws-sdk/client-s3'
import type { Test } from 'tap'
import { listingContract } from './s3-listing.ts'
import { multipartContract } from './s3-multipart.ts'
import { multipartFidelity } from './s3-multipart-fidelity.ts'
import { objectFidelity } from './s3-object-fidelity.ts'
import { objectContract } from './s3-objects.ts'
import { signedUrlFidelity } from './s3-signed-url-fidelity.ts'
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

/** Where a server does as S3 itself does, asked of our own stand-in: others may differ, and Matinee works there. */
export async function s3Fidelity(t: Test, target: S3Target): Promise<void> {
  await t.test('objects', (t) => objectFidelity(t, target))
  await t.test('multipart uploads', (t) => multipartFidelity(t, target))
  await t.test('pre-signed URLs', (t) => signedUrlFidelity(t, target))
}
