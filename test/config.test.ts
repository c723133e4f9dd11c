import t from 'tap'
import { ConfigError, readConfig } from '../server/config.ts'

const good = {
  DATABASE_URL: 'postgresql://127.0.0.1/x',
  S3_BUCKET: 'films',
  STRIPE_SECRET_KEY: 'sk_test_1',
  STRIPE_WEBHOOK_SECRETS: 'whsec_1,whsec_2',
  JWT_SECRETS: 'x'.repeat(32),
}

t.test('defaults fill what is not given, and text becomes numbers and booleans', async (t) => {
  const config = readConfig({ ...good, PORT: '8080', TRACE_URLS: 'false', S3_ENDPOINT: '' })
  t.match(config, { PORT: 8080, TRACE_URLS: false, URL_TTL_SECONDS: 60, MAX_STREAMS: 2 })
  t.equal(config.S3_ENDPOINT, undefined, 'an empty value counts as absent')
  t.throws(() => Object.assign(config, { PORT: 1 }), TypeError, 'the settings are frozen')
})

const wrong: [name: string, value: string | undefined, says: RegExp][] = [
  ['DATABASE_URL', undefined, /^DATABASE_URL is not set: postgresql/],
  ['STRIPE_SECRET_KEY', 'pk_live_1', /^STRIPE_SECRET_KEY is wrong/],
  ['JWT_SECRETS', 'short', /^JWT_SECRETS is wrong: The value/],
  ['URL_TTL_SECONDS', '0', /^URL_TTL_SECONDS is wrong: "0"/],
  ['URL_TTL_SECONDS', '604801', /^URL_TTL_SECONDS is wrong/],
  ['URL_TTL_SECONDS', '1.5', /^URL_TTL_SECONDS is wrong/],
  ['PORT', 'http', /^PORT is wrong: "http"/],
  ['PUBLIC_URL', 'https://films.example/path', /^PUBLIC_URL is wrong/],
  ['S3_BUCKET', 'Films!', /^S3_BUCKET is wrong/],
  ['TRUSTED_PROXIES', '1 hop', /^TRUSTED_PROXIES is wrong: "1 hop" names something/],
  ['TRUSTED_PROXIES', '1', /^TRUSTED_PROXIES is wrong/],
  ['TRUSTED_PROXIES', '10.0.0.0/33', /^TRUSTED_PROXIES is wrong/],
  ['TRUSTED_PROXIES', 'fd00::/129', /^TRUSTED_PROXIES is wrong/],
  ['TRUSTED_PROXIES', '10.0.0.0/8/8', /^TRUSTED_PROXIES is wrong/],
  ['TRUSTED_PROXIES', '10.0.0.0/8,', /^TRUSTED_PROXIES is wrong/],
  ['LOG_LEVEL', 'loud', /^LOG_LEVEL is wrong/],
]

for (const [name, value, says] of wrong) {
  t.test(`${name}=${value} stops the start with one sentence that names it`, async (t) => {
    t.throws(() => readConfig({ ...good, [name]: value }), { name: 'ConfigError', message: says })
  })
}

t.test('proxies are named by address or range, of either family', async (t) => {
  const TRUSTED_PROXIES = '10.0.0.0/8,192.168.1.1,fd00::/8,::1,0.0.0.0/0'
  t.match(readConfig({ ...good, TRUSTED_PROXIES }), { TRUSTED_PROXIES })
})

t.test('a wrong secret is not repeated in the sentence', async (t) => {
  try {
    readConfig({ ...good, STRIPE_SECRET_KEY: 'oops_secret' })
    t.fail('must throw')
  } catch (error) {
    t.ok(error instanceof ConfigError)
    t.notMatch(String(error), /oops_secret/)
  }
})
