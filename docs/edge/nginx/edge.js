// The gate of the nginx edge, in the JavaScript of njs 0.7.9 and later. It lets through what Matinee signed, and signs what
// nginx fetches from the private bucket. Settings come from the environment; README.md beside lists them.
import crypto from 'crypto'

const env = process.env
const keys = (env.DELIVERY_KEYS || '').split(',').filter((key) => key.length >= 32)

const hmac = (key, text) => crypto.createHmac('sha256', key).update(text)
const nowSeconds = () => Math.floor(Date.now() / 1000)

/** In a time that does not tell where they differ. */
function isSame(one, other) {
  let difference = one.length ^ other.length
  for (let at = 0; at < one.length; at++) difference |= one.charCodeAt(at) ^ other.charCodeAt(at)
  return difference === 0
}

// The whole query, in this order and nothing else, so that there is one way to read it.
const query = /^expires=(\d{1,12})(?:&x-matinee-session=([\w-]{1,64}))?&signature=([0-9a-f]{64})$/

/** The path as it was signed: as it came, not as nginx understands it. */
const pathOf = (r) => r.variables.request_uri.split('?')[0]

/** "1" or "0": whether this request was signed by one of the keys, and has not expired. */
function admitted(r) {
  const found = query.exec(r.variables.args || '')
  if (found === null || Number(found[1]) < nowSeconds()) return '0'
  const message = `${pathOf(r)}\n${found[1]}\n${found[2] || ''}`
  return keys.some((key) => isSame(hmac(key, message).digest('hex'), found[3])) ? '1' : '0'
}

/** For the log: whose playback it was. Signatures stay out of it. */
function session(r) {
  const found = query.exec(r.variables.args || '')
  return (found && found[2]) || '-'
}

/** Where the object lies in the bucket: `$bucket_base` is "/films" in path style, else empty. */
const bucketPath = (r) => r.variables.bucket_base + pathOf(r)

const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/** `20130524T000000Z`, once for a request. */
function bucketDate(r) {
  if (!r.variables.bucket_signed_at) {
    r.variables.bucket_signed_at = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
  }
  return r.variables.bucket_signed_at
}

/** The Authorization header of AWS Signature Version 4 for one GET. */
function bucketAuthorization(r) {
  const date = bucketDate(r)
  const day = date.slice(0, 8)
  const scope = `${day}/${env.S3_REGION}/s3/aws4_request`
  const names = 'host;x-amz-content-sha256;x-amz-date'
  const canonical = `GET\n${bucketPath(r)}\n\nhost:${r.variables.bucket_host}\nx-amz-content-sha256:${emptyHash}\nx-amz-date:${date}\n\n${names}\n${emptyHash}`
  const digest = crypto.createHash('sha256').update(canonical).digest('hex')
  const steps = [day, env.S3_REGION, 's3', 'aws4_request']
  const key = steps.reduce(
    (each, step) => hmac(each, step).digest(),
    `AWS4${env.AWS_SECRET_ACCESS_KEY}`,
  )
  const signature = hmac(key, `AWS4-HMAC-SHA256\n${date}\n${scope}\n${digest}`).digest('hex')
  return `AWS4-HMAC-SHA256 Credential=${env.AWS_ACCESS_KEY_ID}/${scope}, SignedHeaders=${names}, Signature=${signature}`
}

export default { admitted, session, bucketPath, bucketDate, bucketAuthorization }
