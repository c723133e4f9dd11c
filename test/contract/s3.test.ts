import { randomUUID } from 'node:crypto'
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'
import { startLocalS3 } from 'local-s3'
import t from 'tap'
import { openStorage } from '../../server/clients/storage.ts'
import { noRadosgw, radosgw } from '../fixtures/radosgw.ts'
import { scratch } from '../fixtures/scratch.ts'
import { s3Contract, s3Fidelity } from './s3.ts'

const checksums = {
  requestChecksumCalculation: 'WHEN_REQUIRED',
  responseChecksumValidation: 'WHEN_REQUIRED',
} as const satisfies S3ClientConfig

t.test('the local S3 keeps the contract', async (t) => {
  const identity = { accessKeyId: 'LOCALTESTKEY', secretAccessKey: 'local-test-secret' }
  const where = { bucket: 'contract-bucket', region: 'eu-central-1' }
  const s3 = await startLocalS3({ directory: await scratch(t), ...where, ...identity })
  t.teardown(() => s3.close())
  const client = new S3Client({
    ...{ endpoint: s3.endpoint, region: where.region, forcePathStyle: true },
    ...{ credentials: identity, maxAttempts: 1, ...checksums },
  })
  t.teardown(() => client.destroy())
  const target = { client, bucket: where.bucket, prefix: 'contract/' }
  await s3Contract(t, target)
  await s3Fidelity(t, target)
})

t.test('Ceph’s radosgw keeps the contract', { skip: noRadosgw }, async (t) => {
  const { endpoint, region, owner } = await radosgw(t)
  const credentials = owner
  const client = new S3Client({
    ...{ endpoint, region, credentials, forcePathStyle: true, maxAttempts: 1, ...checksums },
  })
  t.teardown(() => client.destroy())
  await s3Contract(t, { client, bucket: 'matinee-test', prefix: 'contract/' })
})

const { S3_BUCKET: bucket, S3_ENDPOINT: endpoint, S3_REGION: region = 'us-east-1' } = process.env
const skip = bucket === undefined && 'set S3_BUCKET, S3_ENDPOINT and AWS_… to ask a real server'

t.test('the server in the settings keeps the contract', { skip }, async (t) => {
  const forcePathStyle = process.env.S3_FORCE_PATH_STYLE === 'true'
  const options = { endpoint, region, bucket: bucket ?? '', forcePathStyle }
  const prefix = `contract-${randomUUID()}/`
  const storage = openStorage(options)
  t.teardown(async () => {
    await storage.deletePrefix(prefix)
    storage.close()
  })
  const client = new S3Client({
    ...{ region, forcePathStyle, ...checksums },
    ...(endpoint === undefined ? {} : { endpoint }),
  })
  t.teardown(() => client.destroy())
  await s3Contract(t, { client, bucket: options.bucket, prefix })
})
