import t from 'tap'
import { browserOrigin } from '../server/config/forms.ts'
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
  ['TRUSTED_PROXIES', '10.0.0.0/8, 192.168.1.1', /has a space in it: ranges stand with/],
  ['SECURITY_CONTACT', 'nonsense', /is neither a mail address nor a page/],
  ['SECURITY_CONTACT', 'http://films.example/contact', /is neither a mail address nor a page/],
  ['DATABASE_URL', 'postgresql://u:p@db:99999/m', /names the port 99999/],
  ['TRUSTED_PROXIES', '1', /^TRUSTED_PROXIES is wrong/],
  ['TRUSTED_PROXIES', '10.0.0.0/33', /^TRUSTED_PROXIES is wrong/],
  ['TRUSTED_PROXIES', 'fd00::/129', /^TRUSTED_PROXIES is wrong/],
  ['TRUSTED_PROXIES', '10.0.0.0/8/8', /^TRUSTED_PROXIES is wrong/],
  ['TRUSTED_PROXIES', '10.0.0.0/8,', /^TRUSTED_PROXIES is wrong/],
  ['LOG_LEVEL', 'loud', /^LOG_LEVEL is wrong: "loud" is none of these\. It should be: .*debug/],
  ['PORT', '3000 ', /^PORT is wrong: "3000 " begins or ends with a space/],
  ['PORT', '99999', /^PORT is wrong: "99999" is not <= 65535/],
  ['HOST', ' 127.0.0.1', /^HOST is wrong: .* begins or ends with a space/],
  ['FFMPEG_PATH', ' ', /^FFMPEG_PATH is wrong: " " begins or ends with a space/],
  ['S3_REGION', '"us-east-1"', /^S3_REGION is wrong: .* stands in quotes: take them out/],
  ['S3_REGION', 'us east', /^S3_REGION is wrong/],
  ['S3_FORCE_PATH_STYLE', 'yes', /^S3_FORCE_PATH_STYLE is wrong: "yes" is neither true nor false/],
  ['STRIPE_SECRET_KEY', "'sk_test_1'", /^STRIPE_SECRET_KEY is wrong: The value stands in quotes/],
  ['STRIPE_SECRET_KEY', 'sk_test_…', /^STRIPE_SECRET_KEY is wrong: The value/],
  ['PUBLIC_URL', 'films.example', /^PUBLIC_URL is wrong: .* begins with http:\/\/ or https/],
  ['PUBLIC_URL', 'https://films.example/', /write https:\/\/films\.example\. It should/],
  ['PUBLIC_URL', 'https://films.example?x', /behind the host: write https:\/\/films\.example\./],
  [
    'PUBLIC_URL',
    'https://Films.example:443',
    /browsers write it: write https:\/\/films\.example\./,
  ],
  ['PUBLIC_URL', 'https://bücher.example', /write https:\/\/xn--bcher-kva\.example\./],
  ['PUBLIC_URL', 'https://me:you@films.example', /has a user or password in it/],
  ['PUBLIC_URL', 'https://films example', /^PUBLIC_URL is wrong/],
  ['S3_ENDPOINT', 'http://127.0.0.1:99999', /^S3_ENDPOINT is wrong/],
  [
    'S3_ENDPOINT',
    'https://s3.example/films',
    /^S3_ENDPOINT is wrong.*write https:\/\/s3\.example\./,
  ],
  ['STRIPE_API_BASE', 'http://x:99999', /^STRIPE_API_BASE is wrong/],
  ['DELIVERY_URL', 'https://a b', /^DELIVERY_URL is wrong/],
  ['DATABASE_URL', 'mysql://host/x', /^DATABASE_URL is wrong: The value does not begin/],
  ['DATABASE_URL', 'postgresql://u:a/b@host/x', /^DATABASE_URL is wrong: .* \/ as %2F/],
  ['DATABASE_URL', 'postgresql://u:a#b@host/x', /^DATABASE_URL is wrong: .* # as %23/],
  ['DATABASE_URL', 'postgresql://u:50%zz@host/x', /^DATABASE_URL is wrong: .* % as %25/],
  ['DATABASE_URL', 'postgresql://u:p@host:99999/x', /^DATABASE_URL is wrong/],
  ['SMTP_URL', 'smtp://u:a/b@mail', /^SMTP_URL is wrong: .* \/ as %2F/],
  ['SMTP_URL', 'smtp://', /^SMTP_URL is wrong/],
  ['MAIL_FROM', 'Films <films>', /^MAIL_FROM is wrong: .* is no mail address/],
  ['AWS_ACCESS_KEY_ID', 'AKIA\r', /^AWS_ACCESS_KEY_ID is wrong: The value begins or ends with a/],
  ['AWS_SECRET_ACCESS_KEY', '"abc"', /^AWS_SECRET_ACCESS_KEY is wrong: The value stands in quotes/],
]

for (const [name, value, says] of wrong) {
  t.test(
    `${name}=${JSON.stringify(value)} stops the start with one sentence that names it`,
    async (t) => {
      t.throws(() => readConfig({ ...good, [name]: value }), { name: 'ConfigError', message: says })
    },
  )
}

t.test('an address is read alike however often it is read', async (t) => {
  const once = browserOrigin('https://bücher.example')
  const others = Array.from({ length: 30_000 }, () => browserOrigin('https://bücher.example'))
  t.same([...new Set(others)], [once], 'also once the compiler has made it fast')
})

t.test('proxies are named by address or range, of either family', async (t) => {
  const TRUSTED_PROXIES = '10.0.0.0/8,192.168.1.1,fd00::/8,::1,0.0.0.0/0'
  t.match(readConfig({ ...good, TRUSTED_PROXIES }), { TRUSTED_PROXIES })
  for (const SECURITY_CONTACT of [
    ...['flaws@films.example', 'mailto:flaws@films.example', 'https://films.example/flaws'],
    'tel:+491234',
  ]) {
    t.match(readConfig({ ...good, SECURITY_CONTACT }), { SECURITY_CONTACT })
  }
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

t.test('addresses are taken in every form in which they work', async (t) => {
  for (const DATABASE_URL of [
    'postgres://u:p%2Fw@host:5433/x?sslmode=verify-full&sslrootcert=/etc/ca.pem',
    'postgresql:///x?host=/run/postgresql',
    'postgresql://matinee@/x?host=/run/postgresql',
    'postgresql://u:p@ss@[::1]/x',
  ]) {
    t.equal(readConfig({ ...good, DATABASE_URL }).DATABASE_URL, DATABASE_URL)
  }
  for (const PUBLIC_URL of [
    'http://[::1]:3000',
    'http://localhost',
    'https://films.example:8443',
  ]) {
    t.equal(readConfig({ ...good, PUBLIC_URL }).PUBLIC_URL, PUBLIC_URL)
  }
  for (const MAIL_FROM of ['"Films" <a@b.example>', 'no-reply@localhost', 'Films <a@b.example>']) {
    t.equal(readConfig({ ...good, MAIL_FROM }).MAIL_FROM, MAIL_FROM)
  }
  const S3_ENDPOINT = 'http://127.0.0.1:9000/'
  t.equal(readConfig({ ...good, S3_ENDPOINT }).S3_ENDPOINT, S3_ENDPOINT)
})
