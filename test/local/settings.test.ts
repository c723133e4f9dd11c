import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { readConfig } from '../../server/config.ts'
import { localSecrets } from '../../server/local/secrets.ts'
import { runningLocal } from '../../server/local/settings.ts'
import { scratch } from '../fixtures/scratch.ts'

const announced = (given: { s3?: boolean; stripe?: boolean } = {}) => ({
  url: 'http://localhost:3999',
  database: 'postgresql://matinee@127.0.0.1:5999/matinee',
  s3: given.s3
    ? { endpoint: null, bucket: 'mine', accessKeyId: null }
    : { endpoint: 'http://127.0.0.1:9999', bucket: 'matinee', accessKeyId: 'KEY' },
  stripe: given.stripe
    ? { url: null, secretKey: null }
    : { url: 'http://127.0.0.1:8999', secretKey: 'sk' },
})

t.test('commands find the Matinee that runs in local mode', async (t) => {
  const DATA_DIR = await scratch(t)
  const secrets = await localSecrets(DATA_DIR)
  await writeFile(join(DATA_DIR, 'local.json'), JSON.stringify(announced()))
  const local = await runningLocal({ DATA_DIR })
  const config = readConfig(local?.env ?? {})
  t.equal(config.DATABASE_URL, 'postgresql://matinee@127.0.0.1:5999/matinee')
  t.equal(config.S3_BUCKET, 'matinee')
  t.equal(config.STRIPE_SECRET_KEY, secrets.stripe.secretKey)
  t.equal(local?.storageCredentials?.accessKeyId, secrets.s3.accessKeyId)
})

t.test('parts given from outside are taken from the settings', async (t) => {
  const DATA_DIR = await scratch(t)
  await writeFile(
    join(DATA_DIR, 'local.json'),
    JSON.stringify(announced({ s3: true, stripe: true })),
  )
  const outside = {
    S3_BUCKET: 'mine',
    STRIPE_SECRET_KEY: 'sk_test_mine',
    STRIPE_WEBHOOK_SECRETS: 'whsec_mine',
  }
  const local = await runningLocal({ DATA_DIR, ...outside })
  t.match(readConfig(local?.env ?? {}), outside)
  t.equal(local?.storageCredentials, undefined)
})

t.test('a database that is named is never replaced', async (t) => {
  const DATA_DIR = await scratch(t)
  await writeFile(join(DATA_DIR, 'local.json'), JSON.stringify(announced()))
  t.equal(await runningLocal({ DATA_DIR, DATABASE_URL: 'postgresql://elsewhere/films' }), null)
})

t.test('where nothing runs there is nothing to find', async (t) => {
  t.equal(await runningLocal({ DATA_DIR: await scratch(t) }), null)
})
