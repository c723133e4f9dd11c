import { randomUUID } from 'node:crypto'
import { countSealed } from '../accounts/sealed-secrets.ts'
import { bucketStanding, standingSentence } from '../catalog/bucket-owner.ts'
import { certificateCodes } from '../clients/certificate-codes.ts'
import { databaseSentence, databaseSentences } from '../clients/database-sentence.ts'
import { missingMigrations } from '../clients/migrations.ts'
import { sayWhy } from '../clients/say-why.ts'
import { pageAccess } from '../clients/storage.ts'
import { requireWrites } from '../clients/takes-writes.ts'
import type { Services } from '../services.ts'
import { testEncoder } from '../transcode/pieces/test-encoder.ts'
import { usualOptions } from '../transcode/worker-options.ts'
import { lookAtPlaying, lookAtUploading } from './bucket-cors.ts'
import { lookAtPermissions } from './bucket-permissions.ts'
import { lookAtMessages } from './database-messages.ts'
import { lookAtEdge } from './edge.ts'
import type { Finding, Todo } from './finding.ts'
import { putAway } from './put-away.ts'
import { lookAtStripe } from './stripe.ts'
import { refuseStrangers } from './trusted-proxies.ts'

type Check = [what: string, look: (services: Services) => Promise<string | Todo>]

const messages: Check = ['database messages', lookAtMessages]

const checks: Check[] = [
  ['database', lookAtDatabase],
  messages,
  ['bucket owner', lookAtOwner],
  ['bucket privacy', lookAtPrivacy],
  ['playing in browsers', lookAtPlaying],
  ['uploading from browsers', lookAtUploading],
  ['ffmpeg', lookAtFfmpeg],
  ['video encoder', lookAtEncoder],
  ['Stripe', lookAtStripe],
  ['mail', lookAtMail],
  ['sealed secrets', lookAtSealed],
  ['proxy', lookAtProxy],
]

async function lookAtDatabase({ database }: Services): Promise<string> {
  const missing = await missingMigrations(database)
  if (missing.length > 0) {
    throw new Error(`${missing.length} migrations are missing: run \`matinee migrate\``)
  }
  await requireWrites(database)
  return 'answers; every migration is applied'
}

async function lookAtOwner(services: Services): Promise<string> {
  const standing = await bucketStanding(services)
  const sentence = standingSentence(standing)
  if (sentence !== null) throw new Error(sentence)
  return standing === 'ours' ? 'this database' : 'nobody yet'
}

const edgeCheck: Check = ['edge', lookAtEdge]

/** Anyone may know a key: only a signature may open it. */
export async function lookAtPrivacy({ storage, presigner }: Services): Promise<string> {
  const key = `doctor/${randomUUID()}`
  await storage.putBytes(key, 'matinee', { contentType: 'text/plain' })
  try {
    const { url } = await presigner.get(key, { expiresInSeconds: 60 })
    const signed = await fetch(url, { signal: AbortSignal.timeout(10_000) })
    if (!signed.ok) {
      // What refuses an address says no more: our clock may be what is wrong.
      await storage.ping()
      throw new Error(`a signed URL was refused with ${signed.status}`)
    }
    const bare = await fetch(url.split('?')[0] ?? url, { signal: AbortSignal.timeout(10_000) })
    if (bare.ok) throw new Error('anyone can read it: turn on Block Public Access')
    return `opens to signed URLs alone${versionsAdvice(signed.headers.get('x-amz-version-id'))}`
  } finally {
    await putAway(storage, key)
  }
}

/** "null" is the version of what was written while a bucket kept none. */
const versionsAdvice = (version: string | null): string =>
  version === null || version === 'null'
    ? ''
    : '; it keeps versions, so that what is destroyed frees its bytes only by a lifecycle rule of yours that drops versions that are not current (docs/operating.md)'

async function lookAtFfmpeg({ ffmpeg }: Services): Promise<string> {
  const tools = await ffmpeg.tools()
  const network = tools.isolation.length > 0 ? 'runs without a network' : 'has the network'
  const hdr = tools.toneMaps ? 'maps HDR down' : 'cannot encode HDR films (no zscale)'
  return `found: ${tools.ffmpeg}; ${network}; ${hdr}`
}

/** As a worker that is started on this machine does it. */
async function lookAtEncoder({ ffmpeg, config: { VIDEO_ENCODER } }: Services): Promise<string> {
  // Which proves libx264 too.
  await ffmpeg.tools()
  if (VIDEO_ENCODER === 'libx264') return 'libx264, on the processor'
  const refusal = await testEncoder(ffmpeg, VIDEO_ENCODER, usualOptions)
  if (refusal === null) return `${VIDEO_ENCODER} passes its test`
  throw new Error(`${VIDEO_ENCODER} fails its test, so libx264 is used: ${refusal}`)
}

async function lookAtMail({ mailer, config }: Services): Promise<string | Todo> {
  if (mailer.sends === false) {
    return { todo: 'SMTP_URL is not set: nobody can reset a password by mail' }
  }
  if (config.SMTP_URL === undefined) return 'is kept on this machine and shown at /local/mail'
  await mailer.verify().catch((error: Error & { code?: string }) => {
    const what = error.code === 'EAUTH' ? 'its user and password' : 'it'
    throw new Error(`${error.message}: correct ${what} in SMTP_URL, or see to the mail server`)
  })
  return 'the server takes mail'
}

/** A secret that is taken out too early takes second factors with it, and Stripe's events. */
async function lookAtSealed({ database, config }: Services): Promise<string> {
  const secrets = config.JWT_SECRETS.split(',')
  const { older, lost } = await countSealed(database, secrets)
  if (lost > 0) {
    throw new Error(
      `${lost} cannot be opened (second factors, the webhook’s secret): put the secret that was taken out back at the end of JWT_SECRETS until \`serve\` has sealed them anew, or have them set up again`,
    )
  }
  if (secrets.length === 1) return 'open with JWT_SECRETS'
  return older > 0
    ? `${older} need an older one of JWT_SECRETS: leave it until \`serve\` has sealed them anew, which it does within an hour`
    : 'need the first of JWT_SECRETS alone: the others may be taken out once it has stood there for an hour'
}

/** Somebody answers there, and browsers would show nothing of it. */
function refuseTls(error: Error & { cause?: { code?: string } }): null {
  const code = error.cause?.code ?? ''
  if (code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'EPROTO') {
    throw new Error(
      'PUBLIC_URL begins with https, and what answers there speaks plain http: put a proxy with a certificate before the site, or correct PUBLIC_URL',
    )
  }
  if (certificateCodes.some((known) => known === code)) {
    throw new Error(
      `the certificate at PUBLIC_URL is not trusted here (${code}): correct it, or name its authority in NODE_EXTRA_CA_CERTS`,
    )
  }
  return null
}

/** Asks the running site as viewers do, by way of its proxy; one that does not run yet is no failure. */
async function lookAtProxy(services: Services): Promise<string> {
  refuseStrangers(services)
  const { config } = services
  const signal = AbortSignal.timeout(5_000)
  const answer = await fetch(`${config.PUBLIC_URL}/readyz`, { signal }).catch(refuseTls)
  const said = (await answer?.json().catch(() => null)) as
    | { forwarding?: string }
    | null
    | undefined
  if (said?.forwarding === 'unheeded') {
    throw new Error(
      'the proxy before the site is not named in TRUSTED_PROXIES, so all viewers share one limit of tries: the log of `serve` says which range to set',
    )
  }
  if (said?.forwarding === undefined) return `no site runs at ${config.PUBLIC_URL} yet`
  return 'viewers are told apart by their addresses'
}

/** Once more where a connection was not had: a machine that is busy for a moment is no finding. */
const patiently = <T>(look: () => Promise<T>): Promise<T> =>
  look().catch((error: unknown) => {
    if (databaseSentence(error) !== databaseSentences.unreachable) throw error
    return look()
  })

async function run([what, look]: Check, services: Services): Promise<Finding> {
  try {
    const says = await patiently(() => look(services))
    return typeof says === 'string'
      ? { what, ok: true, says }
      : { what, ok: true, todo: true, says: says.todo }
  } catch (error) {
    return { what, ok: false, says: sayWhy(error, services.storage.location) }
  }
}

const checksFor = ({ config }: Services): Check[] =>
  config.DELIVERY === 's3' ? checks : [...checks, edgeCheck]

/** Tries everything that Matinee needs from outside, each on its own. */
export async function examine(services: Services): Promise<Finding[]> {
  const [permissions, others] = await Promise.all([
    lookAtPermissions(services),
    Promise.all(checksFor(services).map((check) => run(check, services))),
  ])
  return [...permissions, ...others]
}

/** What a server can look at in the moments of its start: each that is wrong, as a sentence. */
export async function quickFindings(services: Services): Promise<string[]> {
  const quick: Check[] = [
    messages,
    ['playing in browsers', lookAtPlaying],
    ['uploading from browsers', lookAtUploading],
    ['proxy', async (given) => refuseStrangers(given)],
  ]
  const findings = await Promise.all(quick.map((check) => run(check, services)))
  return findings.filter(({ ok }) => !ok).map(({ what, says }) => `${what}: ${says}`)
}

/** Makes the bucket if it is missing and lets the pages of PUBLIC_URL use it. */
export async function setUpBucket({ storage, config }: Services): Promise<void> {
  await storage.ensureBucket()
  await storage.ensureCors(pageAccess(config.PUBLIC_URL))
}
