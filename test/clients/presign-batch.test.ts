import fc from 'fast-check'
import t from 'tap'
import { addressOf } from '../../server/clients/bucket-address.ts'
import { getObject, presignUrl } from '../../server/clients/presign.ts'
import {
  escapeFolder,
  openBatch,
  openMoment,
  prepareKey,
} from '../../server/clients/presign-batch.ts'
import { longDate } from '../../server/clients/sigv4.ts'
import {
  anyCredentials,
  anyDate,
  anyExpiry,
  anyKey,
  anyPlace,
  oracleGet,
} from './presign-oracle.ts'

t.test('the batch makes the URLs of Amazon’s presigner, to the byte', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyPlace,
      anyCredentials,
      anyKey,
      fc.array(anyKey, { minLength: 1, maxLength: 3 }),
      fc.option(fc.uuid(), { nil: undefined }),
      anyDate,
      anyExpiry,
      async (place, credentials, prefix, names, session, at, expiresInSeconds) => {
        const { region } = place
        const prepared = prepareKey(credentials.secretAccessKey, longDate(at), region)
        const tag = session === undefined ? {} : { session }
        const address = addressOf(place)
        const signing = { credentials, region, address, at, expiresInSeconds }
        const folder = escapeFolder(`${prefix}/`)
        const below = openBatch(openMoment(signing, prepared), folder, session)
        for (const name of names) {
          const input = { place, credentials, ...tag }
          const expected = await oracleGet(
            input,
            { Key: `${prefix}/${name}` },
            at,
            expiresInSeconds,
          )
          if (below(name) !== expected) throw new Error(`${below(name)}\nshould be\n${expected}`)
        }
      },
    ),
    { numRuns: 1000 },
  )
})

const signing = {
  credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
  region: 'eu-west-1',
  address: addressOf({ region: 'eu-west-1', bucket: 'films' }),
  at: new Date('2026-03-04T05:06:07Z'),
  expiresInSeconds: 60,
}

t.test('two batches with one key and different dates do not disturb each other', async (t) => {
  const later = { ...signing, at: new Date('2026-03-04T05:06:08Z') }
  const prepared = prepareKey('secret', longDate(signing.at), 'eu-west-1')
  const first = openBatch(openMoment(signing, prepared), 'a/', undefined)
  const second = openBatch(openMoment(later, prepared), 'a/', undefined)
  for (const name of ['1.m4s', '2.m4s', '3.m4s']) {
    t.equal(first(name), presignUrl(getObject(`a/${name}`), signing))
    t.equal(second(name), presignUrl(getObject(`a/${name}`), later))
  }
})

t.test('refuses what the single signer refuses', async (t) => {
  const prepared = prepareKey('secret', longDate(signing.at), 'eu-west-1')
  const below = openBatch(openMoment(signing, prepared), 'a/', undefined)
  t.throws(() => openMoment({ ...signing, expiresInSeconds: 0.5 }, prepared), /whole seconds/)
  t.throws(() => escapeFolder('../'), /cannot be signed/)
  t.throws(() => below('../b'), /cannot be signed/)
  t.throws(() => below(''), /cannot be signed/)
})
