/** Where a bucket is reached, as the browser sees it. */
export interface BucketAddress {
  /** `https://films.s3.eu-west-1.amazonaws.com`: what the pages' security policy must allow. */
  origin: string
  /** The signed host: with its port unless that is the scheme's own. */
  host: string
  /** What stands before a key in the path: `/`, or `/films/` in path style; the prefix with it. */
  basePath: string
}

export interface BucketPlace {
  region: string
  bucket: string
  /** Of a store other than AWS. */
  endpoint?: string | null | undefined
  /** The bucket in the path and not in the host name, as most stores other than AWS want it. */
  forcePathStyle?: boolean | undefined
  /** What all keys begin with, without slashes at its ends. */
  prefix?: string | null | undefined
}

/** Regions whose hosts do not end in `amazonaws.com`. */
const suffixes: readonly (readonly [regions: RegExp, suffix: string])[] = [
  [/^cn-/, 'amazonaws.com.cn'],
  [/^us-iso-/, 'c2s.ic.gov'],
  [/^us-isob-/, 'sc2s.sgov.gov'],
  [/^eu-isoe-/, 'cloud.adc-e.uk'],
  [/^us-isof-/, 'csp.hci.ic.gov'],
  [/^eusc-/, 'amazonaws.eu'],
]

function defaultEndpoint(region: string): string {
  const suffix = suffixes.find(([regions]) => regions.test(region))?.[1] ?? 'amazonaws.com'
  return `https://s3.${region}.${suffix}`
}

const label = /^[a-z0-9][a-z0-9-]{2,62}$/

/**
 * Whether the bucket's name can stand in the host name. A dotted one cannot with TLS, since a
 * wildcard certificate covers one label.
 */
const isHostName = (bucket: string, protocol: string): boolean =>
  protocol === 'http:' ? bucket.split('.').every((part) => label.test(part)) : label.test(bucket)

/** Names that have no subdomains: addresses. */
const isIpAddress = (hostname: string): boolean => /^\[.*\]$|^\d+\.\d+\.\d+\.\d+$/.test(hostname)

/** @throws TypeError when the endpoint is not an http(s) address */
export function addressOf({
  region,
  bucket,
  endpoint,
  forcePathStyle,
  prefix,
}: BucketPlace): BucketAddress {
  const url = new URL(endpoint ?? defaultEndpoint(region))
  if (!/^https?:$/.test(url.protocol)) {
    throw new TypeError(`The S3 endpoint must begin with http:// or https://, not ${url.protocol}`)
  }
  const pathStyle =
    forcePathStyle === true || !isHostName(bucket, url.protocol) || isIpAddress(url.hostname)
  const host = pathStyle ? url.host : `${bucket}.${url.host}`
  const base = url.pathname.replace(/\/*$/, '/')
  return {
    origin: `${url.protocol}//${host}`,
    host,
    basePath: `${pathStyle ? `${base}${bucket}/` : base}${prefix ? `${prefix}/` : ''}`,
  }
}
