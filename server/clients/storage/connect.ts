import { S3Client } from '@aws-sdk/client-s3'
import type { Storage, StorageOptions } from './types.ts'

export interface Connection {
  readonly client: S3Client
  /** For calls whose answer may take minutes: joining thousands of parts, taking in a large file. */
  readonly patient: S3Client
  readonly bucket: string
  readonly credentials: Storage['credentials']
  readonly signs?: StorageOptions['signs']
  readonly close: () => void
}

const connectTimeoutMs = 3_000
const idleTimeoutMs = 10_000
const patientIdleTimeoutMs = 2 * 60_000

/**
 * Checksums only where S3 demands them: otherwise the SDK puts the checksum of an empty body into
 * pre-signed uploads, and servers that are only S3-like refuse its trailers.
 */
export function connect(options: StorageOptions): Connection {
  const open = (socketTimeout: number) =>
    new S3Client({
      region: options.region,
      ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }),
      forcePathStyle: options.forcePathStyle ?? false,
      ...(options.credentials === undefined ? {} : { credentials: options.credentials }),
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      maxAttempts: 3,
      requestHandler: { connectionTimeout: connectTimeoutMs, socketTimeout },
    })
  const client = open(options.idleTimeoutMs ?? idleTimeoutMs)
  const patient = open(patientIdleTimeoutMs)
  return {
    client,
    patient,
    bucket: options.bucket,
    signs: options.signs,
    credentials: (options) => client.config.credentials(options),
    close: () => {
      client.destroy()
      patient.destroy()
    },
  }
}
