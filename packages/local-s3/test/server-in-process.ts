import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { S3Client } from '@aws-sdk/client-s3'
import type { Test } from 'tap'

export const identity = { accessKeyId: 'LOCALTESTKEY', secretAccessKey: 'local-test-secret' }
export const where = { bucket: 'films', region: 'us-east-1' }

export interface S3Process {
  readonly client: S3Client
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  /** The most memory that it ever held, in bytes. */
  maxRss(): Promise<number>
}

/** Starts the local S3 over `directory` in a process of its own. */
export async function startS3Process(t: Test, directory: string): Promise<S3Process> {
  const options = JSON.stringify({ directory, ...where, ...identity })
  const script = join(import.meta.dirname, 'server-process.js')
  const child: ChildProcess = fork(script, [options], { execArgv: [] })
  const ended = once(child, 'exit')
  const [{ endpoint }] = (await once(child, 'message')) as [{ endpoint: string }]
  const client = s3Client(endpoint)
  const kill = async () => {
    client.destroy()
    child.kill('SIGKILL')
    await ended
  }
  t.teardown(kill)
  return {
    client,
    kill,
    maxRss: async () => {
      child.send('memory')
      return ((await once(child, 'message')) as [{ maxRss: number }])[0].maxRss
    },
  }
}

export function s3Client(endpoint: string): S3Client {
  return new S3Client({
    ...{ endpoint, region: where.region, forcePathStyle: true, credentials: identity },
    ...{ maxAttempts: 1, requestChecksumCalculation: 'WHEN_REQUIRED' },
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
}
