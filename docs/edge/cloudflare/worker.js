// A Cloudflare Worker before the bucket that lets through what Matinee signs (DELIVERY=hmac). Its variables:
// S3_URL (the bucket: https://films.s3.eu-central-1.amazonaws.com, or https://….r2.cloudflarestorage.com/films),
// S3_REGION ("auto" for R2); and as secrets DELIVERY_KEYS, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, of which the
// last two may do s3:GetObject and nothing else.

const bytes = (text) => new TextEncoder().encode(text)
const hex = (buffer) =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('')
const fromHex = (text) => Uint8Array.from(text.match(/../g), (pair) => Number.parseInt(pair, 16))

const algorithm = { name: 'HMAC', hash: 'SHA-256' }
const importKey = (key) => crypto.subtle.importKey('raw', key, algorithm, false, ['sign', 'verify'])
const hmac = async (key, text) => crypto.subtle.sign('HMAC', await importKey(key), bytes(text))

// A page must be able to read a refusal too, or it cannot ask for a new URL.
const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD',
  'access-control-allow-headers': 'range',
  'access-control-expose-headers': 'Content-Length, Content-Range, ETag',
  'access-control-max-age': '86400',
}
const refuse = (status) => new Response(null, { status, headers: cors })

// The whole query, in this order and nothing else, so that there is one way to read it.
const query = /^\?expires=(\d{1,12})(?:&x-matinee-session=([\w-]{1,64}))?&signature=([0-9a-f]{64})$/

/** Whether one of the keys signed this address, and it has not expired. */
async function isAdmitted({ pathname, search }, list) {
  const [, expires, session = '', signature] = query.exec(search) ?? []
  if (expires === undefined || Number(expires) < Math.floor(Date.now() / 1000)) return false
  const message = bytes(`${pathname}\n${expires}\n${session}`)
  for (const key of list.split(',').filter(({ length }) => length >= 32)) {
    const imported = await importKey(bytes(key))
    if (await crypto.subtle.verify('HMAC', imported, fromHex(signature), message)) return true
  }
  return false
}

const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/** Fetches the whole object, signed by AWS Signature Version 4. */
async function fetchFromBucket(pathname, env) {
  const url = new URL(env.S3_URL.replace(/\/$/, '') + pathname)
  const date = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
  const scope = [date.slice(0, 8), env.S3_REGION, 's3', 'aws4_request']
  const names = 'host;x-amz-content-sha256;x-amz-date'
  const canonical = `GET\n${url.pathname}\n\nhost:${url.host}\nx-amz-content-sha256:${emptyHash}\nx-amz-date:${date}\n\n${names}\n${emptyHash}`
  const digest = hex(await crypto.subtle.digest('SHA-256', bytes(canonical)))
  let key = bytes(`AWS4${env.AWS_SECRET_ACCESS_KEY}`)
  for (const step of scope) key = await hmac(key, step)
  const text = `AWS4-HMAC-SHA256\n${date}\n${scope.join('/')}\n${digest}`
  const signature = hex(await hmac(key, text))
  return fetch(url, {
    headers: {
      'x-amz-date': date,
      'x-amz-content-sha256': emptyHash,
      authorization: `AWS4-HMAC-SHA256 Credential=${env.AWS_ACCESS_KEY_ID}/${scope.join('/')}, SignedHeaders=${names}, Signature=${signature}`,
    },
  })
}

const kept = ['content-type', 'content-length', 'content-range', 'etag', 'last-modified']

/** What the viewer gets of an answer. */
function answer({ status, body, headers }, method, from) {
  const sent = kept.flatMap((name) => (headers.has(name) ? [[name, headers.get(name)]] : []))
  return new Response(method === 'HEAD' ? null : body, {
    status,
    headers: {
      ...cors,
      ...Object.fromEntries(sent),
      'accept-ranges': 'bytes',
      'cache-control': 'private, max-age=31536000, immutable',
      'x-cache': from,
    },
  })
}

export default {
  async fetch(request, env) {
    if (request.method === 'OPTIONS') return refuse(204)
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
    const url = new URL(request.url)
    if (!(await isAdmitted(url, env.DELIVERY_KEYS))) return refuse(403)

    // One copy for all viewers: neither expiry, session nor signature is part of the key.
    const range = request.headers.get('range')
    const place = url.origin + url.pathname
    const wanted = new Request(place, range === null ? {} : { headers: { range } })
    const cached = await caches.default.match(wanted)
    if (cached !== undefined) return answer(cached, request.method, 'HIT')

    const whole = await fetchFromBucket(url.pathname, env)
    if (whole.status !== 200) return refuse(whole.status)
    // Objects never change. "private" in the bucket would keep this cache from keeping them.
    const headers = new Headers(whole.headers)
    headers.set('cache-control', 'public, max-age=2592000')
    headers.delete('vary')
    headers.delete('set-cookie')
    await caches.default.put(new Request(place), new Response(whole.body, { headers }))
    const found = await caches.default.match(wanted)
    return found === undefined ? refuse(502) : answer(found, request.method, 'MISS')
  },
}
