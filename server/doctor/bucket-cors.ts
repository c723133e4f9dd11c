import { randomUUID } from 'node:crypto'
import type { Services } from '../services.ts'
import { putAway } from './put-away.ts'

type Deps = Pick<Services, 'storage' | 'presigner' | 'delivery' | 'config'>

const repairBucket =
  '`matinee setup` sets it, where the key may; else set what README shows under "The bucket"'
const repairEdge = 'the edge sends these headers by itself, as docs/edge shows'

const ask = (url: string, init: RequestInit) =>
  fetch(url, { ...init, signal: AbortSignal.timeout(10_000) })

/** As browsers read it: one value, which is either any origin or just ours. */
function checkOrigin(answer: Response, origin: string, what: string, repair: string): void {
  const allowed = answer.headers.get('access-control-allow-origin')
  if (allowed === '*' || allowed === origin) return
  if (allowed === null) {
    throw new Error(
      `${what} from ${origin} is not allowed: there is no CORS rule for it; ${repair}`,
    )
  }
  const why = allowed.includes(',')
    ? `"${allowed}" is sent, which browsers refuse: both the bucket and a proxy before it add CORS headers; let one of them do it`
    : `only "${allowed}" is; ${repair}`
  throw new Error(`${what} from ${origin} is not allowed: ${why}`)
}

const lists = (header: string | null, name: string): boolean =>
  header?.split(',').some((one) => one.trim() === '*' || one.trim().toLowerCase() === name) ?? false

function checkExposed(answer: Response, name: string, what: string, repair: string): void {
  if (lists(answer.headers.get('access-control-expose-headers'), name)) return
  throw new Error(`${what} does not let pages read the header "${name}"; ${repair}`)
}

/** What a browser asks before it sends what is not simple. */
async function preflight(
  url: string,
  origin: string,
  method: string,
  header: string,
  repair: string,
) {
  const answer = await ask(url, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': method,
      'access-control-request-headers': header,
    },
  })
  const what = `a preflight of ${method}`
  if (!answer.ok) {
    throw new Error(`${what} from ${origin} is answered with ${answer.status}; ${repair}`)
  }
  checkOrigin(answer, origin, what, repair)
  if (!lists(answer.headers.get('access-control-allow-methods'), method.toLowerCase())) {
    throw new Error(`${what} from ${origin} does not allow the method; ${repair}`)
  }
  if (!lists(answer.headers.get('access-control-allow-headers'), header)) {
    throw new Error(`${what} from ${origin} does not allow the header "${header}"; ${repair}`)
  }
}

/** What refuses an address says no more. @throws what is wrong with our clock, if that is it */
const explain = (storage: Deps['storage']) => storage.ping()

/** Does what players do: fetches a piece of a file from a page at PUBLIC_URL. */
export async function lookAtPlaying({ storage, delivery, config }: Deps): Promise<string> {
  const repair = config.DELIVERY === 's3' ? repairBucket : repairEdge
  const { origin } = new URL(config.PUBLIC_URL)
  const key = `doctor/${randomUUID()}`
  await storage.putBytes(key, 'matinee', { contentType: 'text/plain' })
  try {
    const { url } = await delivery.get(key, { expiresInSeconds: 60 })
    await preflight(url, origin, 'GET', 'range', repair)
    const answer = await ask(url, { headers: { origin, range: 'bytes=0-2' } })
    if (answer.status !== 206) {
      await explain(storage)
      throw new Error(`a signed URL with a range is answered with ${answer.status}, not with 206`)
    }
    checkOrigin(answer, origin, 'GET', repair)
    checkExposed(answer, 'content-length', 'GET', repair)
    return `pages of ${origin} may fetch films`
  } finally {
    await putAway(storage, key)
  }
}

/** Does what the studio does: sends a part of a file from a page at PUBLIC_URL. */
export async function lookAtUploading({ storage, presigner, config }: Deps): Promise<string> {
  const { origin } = new URL(config.PUBLIC_URL)
  const key = `doctor/${randomUUID()}`
  const uploadId = await storage.createMultipart(key, { contentType: 'text/plain' })
  try {
    const body = 'matinee'
    const part = { uploadId, partNumber: 1, sizeBytes: body.length }
    const { url } = await presigner.uploadPart(key, { expiresInSeconds: 60, ...part })
    await preflight(url, origin, 'PUT', 'content-type', repairBucket)
    const answer = await ask(url, { method: 'PUT', body, headers: { origin } })
    if (!answer.ok) {
      await explain(storage)
      throw new Error(`a signed part is answered with ${answer.status}`)
    }
    checkOrigin(answer, origin, 'PUT', repairBucket)
    checkExposed(answer, 'etag', 'PUT', repairBucket)
    return `pages of ${origin} may upload`
  } finally {
    await storage.abortMultipart(key, uploadId)
  }
}
