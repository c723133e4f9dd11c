import { randomUUID } from 'node:crypto'
import { sessionParameter } from '../clients/delivery/types.ts'
import type { Services } from '../services.ts'
import { putAway } from './put-away.ts'

type Deps = Pick<Services, 'storage' | 'delivery' | 'clock'>

const ask = (url: string) => fetch(url, { signal: AbortSignal.timeout(10_000) })

/** By the headers that edges tell it with; null where none says. */
function cameFromCache({ headers }: Response): boolean | null {
  const said = ['x-cache', 'cf-cache-status', 'cdn-cache', 'x-cache-status']
    .flatMap((name) => headers.get(name) ?? [])
    .join()
  return said === '' ? null : /hit/i.test(said)
}

/** An edge has several machines, of which each may have to fetch once. */
const triesForHit = 4

async function lookAtCache(sign: () => Promise<{ url: string }>): Promise<string> {
  for (let tries = 0; tries < triesForHit; tries++) {
    const answer = await ask((await sign()).url)
    await answer.arrayBuffer()
    const hit = cameFromCache(answer)
    if (hit === null) return 'its answers do not say whether they come from its cache'
    if (hit) return 'one copy serves several sessions'
  }
  throw new Error(
    `${triesForHit} sessions that asked for the same were all served from the bucket: expiry, session and signature must not be part of the edge's cache key, and "private" must not keep it from caching; see docs/edge`,
  )
}

/** Does what viewers do, and what they must not be able to do. */
export async function lookAtEdge({ storage, delivery, clock }: Deps): Promise<string> {
  const [key, other] = [`doctor/${randomUUID()}`, `doctor/${randomUUID()}`]
  const type = { contentType: 'text/plain' }
  await Promise.all([key, other].map((each) => storage.putBytes(each, 'matinee', type)))
  try {
    const session = randomUUID()
    const sign = (life: { at?: Date; session?: string } = {}) =>
      delivery.get(key, { expiresInSeconds: 60, session: randomUUID(), ...life })
    const { url } = await sign({ session })
    const good = await ask(url)
    if (!good.ok || (await good.text()) !== 'matinee') {
      throw new Error(
        `${delivery.origin} answers a signed URL with ${good.status}: does it know the first of DELIVERY_KEYS, may it read the bucket, and is its clock right?`,
      )
    }
    const expired = await sign({ at: new Date(clock.now().getTime() - 3_600_000) })
    const mustFail: [what: string, url: string][] = [
      ['without a signature', url.split('?')[0] ?? url],
      ['that has expired', expired.url],
      ['signed for another file', url.replace(key, other)],
      ['signed for another session', url.replace(session, randomUUID())],
      ['whose session was taken out', url.replace(new RegExp(`${sessionParameter}=[^&]+&?`), '')],
    ]
    for (const [what, bad] of mustFail) {
      const answer = await ask(bad)
      await answer.arrayBuffer()
      if (answer.ok) throw new Error(`${delivery.origin} lets through a URL ${what}: see docs/edge`)
    }
    return `${delivery.origin} lets through what is signed, and nothing else; ${await lookAtCache(sign)}`
  } finally {
    await Promise.all([key, other].map((each) => putAway(storage, each)))
  }
}
