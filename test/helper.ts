import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import type { Test } from 'tap'
import { buildApp } from '../server/app.ts'
import type { Clock } from '../server/clients/clock.ts'
import { type Config, readConfig } from '../server/config.ts'
import { type LocalS3, startLocalS3 } from '../server/local/s3/server.ts'
import { type Overrides, openServices, type Services } from '../server/services.ts'

/** A clock that stands still until it is told otherwise. */
export interface TestClock extends Clock {
  set(time: Date | string): void
  advance(seconds: number): void
}

export function testClock(start: Date | string = new Date()): TestClock {
  let now = new Date(start)
  return {
    now: () => new Date(now),
    monotonic: () => now.getTime(),
    set: (time) => {
      now = new Date(time)
    },
    advance: (seconds) => {
      now = new Date(now.getTime() + seconds * 1000)
    },
  }
}

const templateUrl = () => {
  const url = process.env.TEST_DATABASE_URL
  if (url === undefined) throw new Error('Run tests with: node dist/test/run.js [files]')
  return url
}

/** A folder that goes when the test ends. */
export async function scratch(t: Test): Promise<string> {
  const directory = await mkdtemp(join(process.env.TEST_SCRATCH ?? tmpdir(), 't-'))
  t.teardown(() => rm(directory, { recursive: true, force: true }))
  return directory
}

/** The URL of a database of the test's own, with every migration applied; dropped when it ends. */
export async function database(t: Test): Promise<string> {
  const template = new URL(templateUrl())
  const admin = new URL(template)
  admin.pathname = '/postgres'
  const name = `t_${randomUUID().replaceAll('-', '')}`
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: admin.href })
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }
  await run(`create database ${name} template ${template.pathname.slice(1)}`)
  t.teardown(() => run(`drop database if exists ${name} with (force)`))
  const url = new URL(template)
  url.pathname = `/${name}`
  return url.href
}

/** Settings that start, for a test that overrides what it is about. */
export function config(overrides: Record<string, string> = {}): Config {
  return readConfig({
    DATABASE_URL: 'postgresql://127.0.0.1:1/none',
    S3_ENDPOINT: 'http://127.0.0.1:1',
    S3_BUCKET: 'matinee-test',
    S3_FORCE_PATH_STYLE: 'true',
    STRIPE_SECRET_KEY: 'sk_test_matinee',
    STRIPE_WEBHOOK_SECRETS: 'whsec_test',
    STRIPE_API_BASE: 'http://127.0.0.1:1',
    JWT_SECRETS: 'a-secret-for-tests-alone-and-long-enough',
    AUTH_ATTEMPTS_PER_MINUTE: '1000',
    LOG_LEVEL: 'silent',
    ...overrides,
  })
}

export interface TestServices extends Services {
  clock: TestClock
}

export const storageCredentials = {
  accessKeyId: 'LOCALTESTKEY',
  secretAccessKey: 'local-test-secret',
}

/** A local S3 of the test's own with the bucket `matinee-test`, by the test's clock. */
export async function localS3(t: Test, clock: Clock): Promise<LocalS3> {
  const directory = await scratch(t)
  const identity = { region: 'us-east-1', ...storageCredentials }
  const s3 = await startLocalS3({ directory, bucket: 'matinee-test', clock, ...identity })
  t.teardown(() => s3.close())
  return s3
}

/** Real services over a database and a bucket of the test's own, with a clock that the test sets. */
export async function services(
  t: Test,
  overrides: Record<string, string> = {},
  parts: Overrides = {},
): Promise<TestServices> {
  const url = overrides.DATABASE_URL ?? (await database(t))
  const clock = testClock()
  const endpoint = overrides.S3_ENDPOINT ?? (await localS3(t, clock)).endpoint
  const settings = config({ DATABASE_URL: url, S3_ENDPOINT: endpoint, ...overrides })
  const opened = await openServices(settings, {
    clock,
    storageCredentials,
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    ...parts,
  })
  t.teardown(() => opened.close())
  return { ...opened, clock }
}

/** A whole app over real services; both close with the test. */
export async function build(
  t: Test,
  overrides: Record<string, string> = {},
  parts: Overrides = {},
) {
  const opened = await services(t, overrides, parts)
  const app = await buildApp(opened)
  t.teardown(() => app.close())
  await app.ready()
  return { app, services: opened }
}
