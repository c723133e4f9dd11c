import { createPrivateKey, type KeyObject } from 'node:crypto'
import { type Config, ConfigError } from '../../config.ts'
import type { Clock } from '../clock.ts'
import type { Presigner } from '../presigner.ts'
import type { SigningSecret } from '../verify-signed-url.ts'
import { bunnySigner } from './bunny.ts'
import { cloudFrontSigner, type KeyPair } from './cloudfront.ts'
import { edgeDelivery } from './edge.ts'
import { hmacSigner } from './hmac.ts'
import { s3Delivery } from './s3.ts'
import type { Delivery, EdgeSigner } from './types.ts'

export interface DeliveryOptions {
  config: Pick<Config, 'DELIVERY' | 'DELIVERY_URL' | 'DELIVERY_KEYS' | 'S3_PREFIX'>
  clock: Clock
  presigner: Presigner
  /** Of the bucket. */
  credentials: () => Promise<SigningSecret>
}

const leastKeyLength = 32

function hmacKeys(keys: string[]): string[] {
  if (keys.some((key) => key.length < leastKeyLength)) {
    throw new ConfigError(
      `DELIVERY_KEYS is wrong: for DELIVERY=hmac each key has at least ${leastKeyLength} characters (openssl rand -hex 32).`,
    )
  }
  return keys
}

const keyPairHelp =
  'for DELIVERY=cloudfront each key is ID:PEM, the id of the public key at CloudFront and the private key’s file by `base64 -w0`'

function privateKeyOf(text: string): KeyObject | null {
  try {
    return createPrivateKey(Buffer.from(text, 'base64'))
  } catch {
    return null
  }
}

/** "you can use an RSA 2048 or an ECDSA 256 key pair" */
function isTaken({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean {
  if (asymmetricKeyType === 'rsa') return asymmetricKeyDetails?.modulusLength === 2048
  return asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1'
}

function keyPair(text: string): KeyPair {
  const [, id, pem] = /^([A-Z0-9]+):([\w+/=]+)$/.exec(text) ?? []
  const privateKey = pem === undefined ? null : privateKeyOf(pem)
  if (id === undefined || privateKey === null) {
    throw new ConfigError(`DELIVERY_KEYS is wrong: ${keyPairHelp}.`)
  }
  if (!isTaken(privateKey)) {
    throw new ConfigError(
      `DELIVERY_KEYS is wrong: CloudFront takes RSA keys of 2048 bits and ECDSA keys on P-256, which ${id} is not.`,
    )
  }
  return { id, privateKey }
}

function signerOf(
  kind: Exclude<Config['DELIVERY'], 's3'>,
  origin: string,
  keys: string[],
): EdgeSigner {
  if (kind === 'hmac') return hmacSigner(origin, hmacKeys(keys))
  if (kind === 'bunny') return bunnySigner(origin, keys)
  const [first = '', ...others] = keys
  return cloudFrontSigner(origin, [keyPair(first), ...others.map(keyPair)])
}

/** @throws ConfigError when the settings do not fit together, in a sentence that names the setting */
export function openDelivery({ config, clock, presigner, credentials }: DeliveryOptions): Delivery {
  const { DELIVERY: kind, DELIVERY_URL: url, DELIVERY_KEYS: keys, S3_PREFIX: prefix } = config
  const bucket = s3Delivery(presigner, credentials)
  if (kind === 's3') return bucket
  for (const [name, value] of Object.entries({ DELIVERY_URL: url, DELIVERY_KEYS: keys })) {
    if (value === undefined) throw new ConfigError(`${name} is not set: DELIVERY=${kind} needs it.`)
  }
  const { origin } = new URL(url ?? '')
  const signer = signerOf(kind, origin, (keys ?? '').split(','))
  const edge = edgeDelivery({ url: origin, prefix, clock, signer })
  // A URL that leaked may be of the time before the edge.
  const isOfBucket = (leaked: URL) => leaked.searchParams.has('X-Amz-Signature')
  return { ...edge, verify: (leaked) => (isOfBucket(leaked) ? bucket : edge).verify(leaked) }
}
