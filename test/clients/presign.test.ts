import { HeadObjectCommand, PutObjectCommand, UploadPartCommand } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import fc from 'fast-check'
import t from 'tap'
import { addressOf, type BucketPlace } from '../../server/clients/bucket-address.ts'
import {
  getObject,
  headObject,
  type Operation,
  presignUrl,
  putObject,
  type Signing,
  type SigningCredentials,
  uploadPart,
} from '../../server/clients/presign.ts'
import {
  anyCredentials,
  anyDate,
  anyExpiry,
  anyKey,
  anyPlace,
  oracleClient,
  oracleGet,
} from './presign-oracle.ts'

const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI' }
const place: BucketPlace = { region: 'eu-west-1', bucket: 'films' }
const at = new Date('2026-03-04T05:06:07Z')

const sign = (operation: Operation, rest: Partial<Signing> = {}): string =>
  presignUrl(operation, {
    credentials,
    region: place.region,
    address: addressOf(place),
    at,
    expiresInSeconds: 60,
    ...rest,
  })

const anyOverrides = fc.record(
  {
    ResponseContentType: fc.constantFrom('video/mp4', 'text/plain; charset=utf-8'),
    ResponseContentDisposition: anyKey.map((name) => `attachment; filename="${name.trim()}"`),
    ResponseCacheControl: fc.constantFrom('no-store', 'private, max-age=60'),
    ResponseContentLanguage: fc.constantFrom('de', 'en'),
  },
  { requiredKeys: [] },
)
const overrideNames = {
  ResponseContentType: 'response-content-type',
  ResponseContentDisposition: 'response-content-disposition',
  ResponseCacheControl: 'response-cache-control',
  ResponseContentLanguage: 'response-content-language',
} as const

t.test('a GET is the URL that Amazon’s presigner makes, whatever is signed', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyPlace,
      anyCredentials,
      anyKey,
      anyDate,
      anyExpiry,
      anyOverrides,
      fc.option(fc.uuid(), { nil: undefined }),
      async (place, credentials, key, at, expiresInSeconds, overrides, session) => {
        const expected = await oracleGet(
          { place, credentials, ...(session ? { session } : {}) },
          { Key: key, ...overrides },
          at,
          expiresInSeconds,
        )
        const ours = Object.fromEntries(
          Object.entries(overrides).map(([name, value]) => [
            overrideNames[name as keyof typeof overrideNames],
            value,
          ]),
        )
        const operation = getObject(key, { overrides: ours, ...(session ? { session } : {}) })
        const address = addressOf(place)
        const { region } = place
        const actual = presignUrl(operation, { credentials, region, address, at, expiresInSeconds })
        if (actual !== expected) throw new Error(`${actual}\nshould be\n${expected}`)
      },
    ),
    { numRuns: 2000 },
  )
})

t.test('HEAD, PUT and UploadPart are the URLs that Amazon’s presigner makes', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyPlace,
      anyCredentials,
      anyKey,
      anyDate,
      anyExpiry,
      fc.stringMatching(/^[A-Za-z0-9._~/+=-]{1,120}$/),
      fc.integer({ min: 1, max: 10_000 }),
      fc.option(fc.integer({ min: 1, max: 5_368_709_120 }), { nil: undefined }),
      async (place, credentials, key, at, expiresInSeconds, uploadId, partNumber, sizeBytes) => {
        const client = oracleClient({ place, credentials })
        const object = { Bucket: place.bucket, Key: key }
        const dates = { signingDate: at, expiresIn: expiresInSeconds }
        const { region } = place
        const signing = { credentials, region, address: addressOf(place), at, expiresInSeconds }
        const part = { UploadId: uploadId, PartNumber: partNumber }
        const size = sizeBytes === undefined ? {} : { ContentLength: sizeBytes }
        const typed = new PutObjectCommand({ ...object, ContentType: 'video/mp4' })
        const pairs: [Operation, Promise<string>][] = [
          [headObject(key), getSignedUrl(client, new HeadObjectCommand(object), dates)],
          [putObject(key), getSignedUrl(client, new PutObjectCommand(object), dates)],
          [
            putObject(key, { contentType: 'video/mp4' }),
            getSignedUrl(client, typed, { ...dates, signableHeaders: new Set(['content-type']) }),
          ],
          [
            uploadPart(key, { uploadId, partNumber, ...(sizeBytes ? { sizeBytes } : {}) }),
            getSignedUrl(client, new UploadPartCommand({ ...object, ...part, ...size }), dates),
          ],
        ]
        for (const [operation, expected] of pairs) {
          const actual = presignUrl(operation, signing)
          if (actual !== (await expected))
            throw new Error(`${actual}\nshould be\n${await expected}`)
        }
      },
    ),
    { numRuns: 400 },
  )
})

t.test('the session’s id is signed, so that it cannot be taken off', async (t) => {
  const url = sign(getObject('a.m4s', { session: '0190' }))
  t.match(url, /&x-id=GetObject&x-matinee-session=0190$/)
  t.not(
    new URL(url).searchParams.get('X-Amz-Signature'),
    new URL(sign(getObject('a.m4s'))).searchParams.get('X-Amz-Signature'),
  )
})

t.test('the day turns at midnight UTC', async (t) => {
  const scope = (at: Date) =>
    new URL(sign(getObject('a'), { at })).searchParams.get('X-Amz-Credential')?.split('/')[1]
  t.equal(scope(new Date('2026-03-04T23:59:59.999Z')), '20260304')
  t.equal(scope(new Date('2026-03-05T00:00:00.000Z')), '20260305')
})

t.test(
  'an expiry that is not 1 to 604800 whole seconds is refused and the bounds are named',
  async (t) => {
    for (const expiresInSeconds of [
      0,
      -1,
      0.5,
      60.1,
      604_801,
      Number.NaN,
      Number.POSITIVE_INFINITY,
    ]) {
      t.throws(() => sign(getObject('a'), { expiresInSeconds }), /1 to 604800 whole seconds/)
    }
    t.match(sign(getObject('a'), { expiresInSeconds: 1 }), /X-Amz-Expires=1&/)
    t.match(sign(getObject('a'), { expiresInSeconds: 604_800 }), /X-Amz-Expires=604800&/)
  },
)

t.test('a key that a client would turn into another one is refused', async (t) => {
  for (const key of ['', '/a', '../a', 'a/../b', 'a/.', './a', '.', '..', 'a\\b', 'a\ud800']) {
    t.throws(() => sign(getObject(key)), /cannot be signed/, JSON.stringify(key))
  }
  for (const key of ['.a', 'a..b', 'a/...', 'a/.b/c', 'a//b', '😀']) t.ok(sign(getObject(key)))
})

t.test('a long session token is signed along', async (t) => {
  const temporary: SigningCredentials = { ...credentials, sessionToken: `${'t/+='.repeat(300)}` }
  const url = sign(getObject('a'), { credentials: temporary })
  t.equal(new URL(url).searchParams.get('X-Amz-Security-Token'), temporary.sessionToken)
  t.equal(url, await oracleGet({ place, credentials: temporary }, { Key: 'a' }, at, 60))
})
