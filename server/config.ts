import { type Static, type TObject, Type } from 'typebox'
import { Value } from 'typebox/value'
import * as forms from './config/forms.ts'
import { formed, text, typed, whole } from './config/kinds.ts'
import { reason } from './config/sentence.ts'

/** Every setting, by the name of its environment variable. README's table is read off this. */
export const settings = Type.Object({
  PORT: whole('The port to listen on.', { default: 3000, minimum: 0, maximum: 65_535 }),
  HOST: text('The address to listen on.', { default: '127.0.0.1' }),
  METRICS_PORT: whole(
    'The port of /metrics and /healthz for Prometheus, beside the public one; 0: none.',
    { default: 9464, minimum: 0, maximum: 65_535 },
  ),
  METRICS_HOST: text('The address that METRICS_PORT listens on.', { default: '127.0.0.1' }),
  PUBLIC_URL: formed(
    forms.browserOrigin,
    'The address that browsers use, such as https://films.example.',
    { default: 'http://localhost:3000' },
  ),
  DATA_DIR: text('Where local mode keeps its state, and workers their scratch files.', {
    default: '.matinee',
  }),
  DATABASE_URL: formed(forms.databaseUrl, 'postgresql://user:password@host/database'),
  S3_ENDPOINT: Type.Optional(
    formed(forms.origin, 'The bucket service, if it is not AWS. Browsers use the same address.'),
  ),
  S3_REGION: text('The region of the bucket, such as eu-central-1.', {
    default: 'us-east-1',
    pattern: '^[A-Za-z0-9_-]+$',
  }),
  S3_BUCKET: text(
    'The private bucket: its name alone, in small letters, digits, dots and hyphens.',
    {
      pattern: '^(?!.*\\.\\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$',
    },
  ),
  S3_PREFIX: Type.Optional(
    text('What all keys begin with, where several share a bucket, such as staging.', {
      pattern: '^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*$',
      maxLength: 200,
    }),
  ),
  S3_FORCE_PATH_STYLE: Type.Boolean({
    default: false,
    description: 'Whether the bucket is named in the path instead of the host.',
  }),
  DELIVERY: Type.Union(
    [Type.Literal('s3'), Type.Literal('cloudfront'), Type.Literal('bunny'), Type.Literal('hmac')],
    {
      default: 's3',
      description:
        'Where viewers fetch from: s3, the bucket itself; or by way of an edge cloudfront, bunny, hmac.',
    },
  ),
  DELIVERY_URL: Type.Optional(
    formed(forms.origin, 'Where viewers reach the edge, such as https://edge.films.example.'),
  ),
  DELIVERY_KEYS: Type.Optional(
    text('What the edge accepts, by commas: the first signs. See docs/edge.', {
      pattern: '^[^,\\s]+(,[^,\\s]+)*$',
    }),
  ),
  STRIPE_SECRET_KEY: text('sk_live_… or sk_test_… or a restricted key.', {
    pattern: '^(sk|rk)_(live|test)_[!-~]+$',
  }),
  STRIPE_WEBHOOK_SECRETS: Type.Optional(
    text(
      'whsec_… of a webhook that was made by hand; several by commas. The studio makes one itself.',
      { pattern: '^whsec_[^,\\s]+(,whsec_[^,\\s]+)*$' },
    ),
  ),
  STRIPE_API_BASE: Type.Optional(formed(forms.origin, 'Another address of the Stripe API.')),
  STRIPE_AUTOMATIC_TAX: Type.Boolean({
    default: false,
    description: 'Whether Stripe works out tax at checkout (Stripe Tax must be set up).',
  }),
  JWT_SECRETS: text('Secrets of at least 32 characters by commas: the first signs, all verify.', {
    pattern: '^[^,\\s]{32,}(,[^,\\s]{32,})*$',
  }),
  URL_TTL_SECONDS: whole('How long a signed URL lives.', {
    default: 60,
    minimum: 1,
    maximum: 604_800,
  }),
  STREAM_LEASE_SECONDS: whole('How long a silent player keeps its place.', {
    default: 60,
    minimum: 5,
    maximum: 3_600,
  }),
  MAX_STREAMS: whole('Devices that may play at once where no plan says otherwise.', {
    default: 2,
    minimum: 1,
    maximum: 100,
  }),
  PAST_DUE_GRACE_DAYS: whole('Days of access after the first failed payment.', {
    default: 7,
    minimum: 0,
    maximum: 60,
  }),
  AUTH_ATTEMPTS_PER_MINUTE: whole('Tries to sign in, by account and by address.', {
    default: 10,
    minimum: 1,
    maximum: 100_000,
  }),
  MAX_CONNECTIONS_PER_ADDRESS: whole('Connections one client may hold, but for TRUSTED_PROXIES.', {
    default: 1_000,
    minimum: 10,
    maximum: 1_000_000,
  }),
  TRACE_URLS: Type.Boolean({
    default: true,
    description: 'Whether each signed URL names the playback session it was made for.',
  }),
  SMTP_URL: Type.Optional(
    formed(forms.mailUrl, 'smtp://user:password@host:587, for mail to viewers.'),
  ),
  MAIL_FROM: formed(
    forms.sender,
    'The sender of mail to viewers, unless another is set in the studio.',
    {
      default: 'no-reply@localhost',
    },
  ),
  SECURITY_CONTACT: Type.Optional(
    formed(
      forms.contact,
      'Where flaws are to be told, for security.txt: a mail address or a page.',
    ),
  ),
  TRUSTED_PROXIES: Type.Optional(
    formed(forms.ranges, 'CIDR ranges, by commas, of the proxies whose X-Forwarded-For counts.'),
  ),
  FFMPEG_PATH: Type.Optional(text('Which ffmpeg to use.')),
  FFPROBE_PATH: Type.Optional(text('Which ffprobe to use.')),
  VIDEO_ENCODER: Type.Union(
    [
      Type.Literal('libx264'),
      Type.Literal('h264_nvenc'),
      Type.Literal('h264_vaapi'),
      Type.Literal('h264_qsv'),
      Type.Literal('h264_videotoolbox'),
    ],
    {
      default: 'libx264',
      description:
        'What encodes the pictures: libx264, or by hardware h264_nvenc, h264_vaapi, h264_qsv, h264_videotoolbox.',
    },
  ),
  ALSO_AV1: Type.Boolean({
    default: false,
    description: 'Whether films are made in AV1 beside H.264: fewer bytes, more work.',
  }),
  EVEN_LOUDNESS: Type.Boolean({
    default: true,
    description: 'Whether the sound of every film is brought to -16 LUFS.',
  }),
  LOG_LEVEL: Type.Union(
    ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'].map((level) =>
      Type.Literal(level),
    ),
    {
      default: 'info',
      description: 'How much is logged: fatal, error, warn, info, debug, trace, silent.',
    },
  ),
})

export type Config = Readonly<Static<typeof settings>>

/** A setting that is missing or wrong: its message is one sentence that names it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

type Env = Record<string, string | undefined>

/**
 * Reads and checks all settings. An empty value counts as absent.
 *
 * @param env usually process.env, over what local mode provides
 * @throws ConfigError on the first setting that is missing or wrong
 */
export function readConfig(env: Env): Config {
  for (const name of bucketKeys) {
    const around = forms.wrapping(env[name] ?? '')
    if (around !== null) throw new ConfigError(`${name} is wrong: The value ${around}.`)
  }
  return read(env, settings) as Config
}

/** Settings that the S3 client reads by itself. A request made with a line's end in one is never sent. */
const bucketKeys = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']

/** As `readConfig`, for what needs the database alone. */
export const readDatabaseUrl = (env: Env): string =>
  (read(env, Type.Pick(settings, ['DATABASE_URL'])) as Pick<Config, 'DATABASE_URL'>).DATABASE_URL

function read(env: Env, wanted: TObject): unknown {
  const names = Object.keys(wanted.properties)
  const given = Object.fromEntries(
    names.flatMap((name) => {
      const value = env[name]
      return value ? [[name, typed(wanted.properties[name] ?? {}, value)]] : []
    }),
  )
  for (const [name, raw] of Object.entries(given)) {
    const around = typeof raw === 'string' ? forms.wrapping(raw) : null
    if (around !== null) throw new ConfigError(wrong(name, raw, around))
  }
  const value = Value.Default(wanted, given)
  const [problem] = Value.Errors(wanted, value)
  if (problem !== undefined) throw new ConfigError(sentence(problem, given))
  return Object.freeze(value)
}

function sentence(
  problem: { instancePath: string; keyword: string; params: object; message: string },
  given: Record<string, unknown>,
): string {
  if (problem.keyword === 'required') {
    const missing = (problem.params as { requiredProperties: string[] }).requiredProperties[0] ?? ''
    return `${missing} is not set: ${describe(missing)}`
  }
  const name = problem.instancePath.split('/')[1] ?? ''
  return wrong(name, given[name], reason(problem))
}

function wrong(name: string, value: unknown, why: string): string {
  const secret = /SECRET|_KEYS$|_URL$/.test(name) && !['PUBLIC_URL', 'DELIVERY_URL'].includes(name)
  const shown = secret ? 'The value' : `"${String(value)}"`
  return `${name} is wrong: ${shown} ${why}. It should be: ${describe(name)}`
}

function describe(name: string): string {
  const schema = settings.properties[name as keyof typeof settings.properties]
  return (schema as { description?: string } | undefined)?.description ?? ''
}

/** Within the secrets that local mode makes up. */
export const localMark = 'matineelocal'

/**
 * Local mode's secrets lie readable on a disk and protect nothing.
 *
 * @throws ConfigError when one of them reached a real server
 */
export function refuseLocalSecrets(config: Config): void {
  const secrets = ['JWT_SECRETS', 'STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRETS'] as const
  const name = secrets.find((secret) => config[secret]?.includes(localMark))
  if (name !== undefined) {
    throw new ConfigError(`${name} is a secret of local mode: give the server one of its own.`)
  }
}
