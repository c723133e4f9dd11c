import { randomUUID } from 'node:crypto'
import { pageAccess } from './clients/storage.ts'
import { allPages, isLiveKey } from './clients/stripe.ts'
import type { Services } from './services.ts'
import { testEncoder } from './transcode/test-encoder.ts'
import { usualOptions } from './transcode/worker-options.ts'

export interface Finding {
  what: string
  ok: boolean
  /** What was found, or what to do about it. */
  says: string
}

type Check = [what: string, look: (services: Services) => Promise<string>]

const checks: Check[] = [
  ['database', lookAtDatabase],
  ['bucket', lookAtBucket],
  ['bucket privacy', lookAtPrivacy],
  ['ffmpeg', lookAtFfmpeg],
  ['video encoder', lookAtEncoder],
  ['Stripe', lookAtStripe],
  ['mail', lookAtMail],
]

async function lookAtDatabase({ database }: Services): Promise<string> {
  const rows = await database.$queryRaw<{ applied: bigint }[]>`
    select count(*) as applied from _prisma_migrations where finished_at is not null`
  return `answers; ${rows[0]?.applied ?? 0} migrations are applied`
}

/** Writes, reads and deletes an object, as the API and its workers do. */
async function lookAtBucket({ storage }: Services): Promise<string> {
  const key = `doctor/${randomUUID()}`
  await storage.putBytes(key, 'matinee', { contentType: 'text/plain' })
  const read = await storage.getBytes(key).finally(() => storage.delete(key))
  if (read === null) throw new Error('what was written could not be read back')
  return `"${storage.location.bucket}" can be written, read and deleted from`
}

/** Anyone may know a key: only a signature may open it. */
async function lookAtPrivacy({ storage, presigner }: Services): Promise<string> {
  const key = `doctor/${randomUUID()}`
  await storage.putBytes(key, 'matinee', { contentType: 'text/plain' })
  try {
    const { url } = await presigner.get(key, { expiresInSeconds: 60 })
    const signed = await fetch(url, { signal: AbortSignal.timeout(10_000) })
    if (!signed.ok) throw new Error(`a signed URL was refused with ${signed.status}`)
    const bare = await fetch(url.split('?')[0] ?? url, { signal: AbortSignal.timeout(10_000) })
    if (bare.ok) throw new Error('anyone can read it: turn on Block Public Access')
    return 'opens to signed URLs alone'
  } finally {
    await storage.delete(key)
  }
}

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

/** Products can be read with every key that Matinee can work with; none on sale is no failure yet. */
async function lookAtStripe({ stripe, config }: Services): Promise<string> {
  const mode = isLiveKey(config.STRIPE_SECRET_KEY) ? 'live' : 'test'
  const products = await allPages(stripe.products.list({ active: true, limit: 100 }))
  const plans = products.filter(({ metadata }) => metadata.matinee_plan !== undefined)
  const advice = plans.length === 0 ? ': add some with `matinee plans push FILE`' : ''
  return `answers in ${mode} mode; ${plans.length} plans are on sale${advice}`
}

async function lookAtMail({ mailer, config }: Services): Promise<string> {
  if (config.SMTP_URL === undefined) {
    return 'SMTP_URL is not set: nobody can reset a password by mail'
  }
  await mailer.verify()
  return 'the server takes mail'
}

const sayWhy = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : ''
  return `${error.message}${cause}`
}

/** Tries everything that Matinee needs from outside, each on its own. */
export function examine(services: Services): Promise<Finding[]> {
  return Promise.all(
    checks.map(([what, look]) =>
      look(services).then(
        (says) => ({ what, ok: true, says }),
        (error: unknown) => ({ what, ok: false, says: sayWhy(error) }),
      ),
    ),
  )
}

/** Makes the bucket if it is missing and lets the pages of PUBLIC_URL use it. */
export async function setUpBucket({ storage, config }: Services): Promise<void> {
  await storage.ensureBucket()
  await storage.ensureCors(pageAccess(config.PUBLIC_URL))
}
