import { S3Error } from './errors.ts'

/** What a request line points at. */
export interface Address {
  /** Empty for the service itself. */
  readonly bucket: string
  /** Empty for the bucket itself. */
  readonly key: string
  /** As sent, before decoding: what is signed is derived from it. */
  readonly path: string
  readonly query: readonly QueryParameter[]
}

/** Decoded. */
export interface QueryParameter {
  readonly name: string
  readonly value: string
}

/** "The key name is a sequence of Unicode characters with UTF-8 encoding of up to 1,024 bytes." */
const longestKey = 1024

/** Fails on what is no percent-encoded UTF-8. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new S3Error('InvalidURI')
  }
}

function parseQuery(raw: string): QueryParameter[] {
  return raw
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const equals = pair.indexOf('=')
      const [name, value] =
        equals === -1 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)]
      const spaced = (part: string) => decode(part.replaceAll('+', ' '))
      return { name: spaced(name), value: spaced(value) }
    })
}

/**
 * Reads a path-style request target, `/bucket/key?query`. Nothing is normalised: to S3 the key
 * `a/../b` is five characters and two slashes like any others.
 */
export function parseAddress(target: string): Address {
  const mark = target.indexOf('?')
  const path = mark === -1 ? target : target.slice(0, mark)
  if (!path.startsWith('/')) throw new S3Error('InvalidURI')
  const slash = path.indexOf('/', 1)
  const bucket = decode(slash === -1 ? path.slice(1) : path.slice(1, slash))
  const key = slash === -1 ? '' : decode(path.slice(slash + 1))
  if (Buffer.byteLength(key) > longestKey) {
    throw new S3Error('KeyTooLongError', undefined, {
      Size: Buffer.byteLength(key),
      MaxSizeAllowed: longestKey,
    })
  }
  if (key.includes('\0')) throw new S3Error('InvalidURI')
  return { bucket, key, path, query: mark === -1 ? [] : parseQuery(target.slice(mark + 1)) }
}

/** The first value of a parameter; undefined when it is absent. */
export const parameter = (address: Address, name: string): string | undefined =>
  address.query.find((candidate) => candidate.name === name)?.value
