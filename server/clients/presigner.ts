import { MatineeError } from '../errors.ts'
import { addressOf, type BucketPlace } from './bucket-address.ts'
import type { Clock } from './clock.ts'
import {
  checkExpiry,
  type GetOptions,
  getObject,
  headObject,
  type Operation,
  type Part,
  presignUrl,
  putObject,
  type Signing,
  type SigningCredentials,
  type Upload,
  uploadPart,
} from './presign.ts'
import {
  escapeFolder,
  type Moment,
  openBatch,
  openMoment,
  type PreparedKey,
  prepareKey,
  type SignName,
} from './presign-batch.ts'
import { type CredentialSource, keepCredentials, remainingMs } from './signing-credentials.ts'
import { longDate } from './sigv4.ts'

export interface Lifetime {
  /** 1 to 604,800 whole seconds. */
  expiresInSeconds: number
  /** When the life begins: now, unless a URL shall stay the same for a while. */
  at?: Date
  /** Shorten the life to that of the credentials, rather than refuse. */
  shorten?: boolean
}

export interface PresignedUrl {
  url: string
  /** The whole life as signed, from `at` on. */
  expiresInSeconds: number
}

export interface UrlBatch {
  expiresInSeconds: number
  /** Begins the URLs below a prefix such as `videos/1/720p/`; each call then signs one name. */
  below(prefix: string): SignName
}

/**
 * Signs URLs for the browser. Every method throws RangeError for an expiry or key that must not be
 * signed, and MatineeError UNAVAILABLE when the credentials end before the URL would.
 */
export interface Presigner {
  /** Scheme and host of every URL: what the pages' security policy must allow. */
  readonly origin: string
  get(key: string, life: Lifetime & GetOptions): Promise<PresignedUrl>
  head(key: string, life: Lifetime): Promise<PresignedUrl>
  put(key: string, life: Lifetime & Upload): Promise<PresignedUrl>
  uploadPart(key: string, life: Lifetime & Part): Promise<PresignedUrl>
  /** Many GETs at once, fast: the hot path of playback. */
  batch(life: Lifetime & { session?: string }): Promise<UrlBatch>
}

export interface PresignerOptions extends BucketPlace {
  credentials: CredentialSource
  clock: Clock
}

/**
 * @throws TypeError when the endpoint is not an http(s) address
 */
export function openPresigner(options: PresignerOptions): Presigner {
  const { region, clock } = options
  const address = addressOf(options)
  const keeper = keepCredentials(options.credentials, clock)
  const moments = rememberMoment(preparedKeys(region))
  const folders = rememberFolders()

  /** Who signs and for how long: a URL never outlives its credentials, since S3 refuses it then. */
  async function settle({ expiresInSeconds, at, shorten }: Lifetime) {
    checkExpiry(expiresInSeconds)
    const begin = wholeSecond(at ?? clock.now())
    const ahead = (begin.getTime() - clock.now().getTime()) / 1000
    const credentials = await keeper.lasting(shorten ? 1 : ahead + expiresInSeconds)
    const leftSeconds = Math.floor(remainingMs(credentials, begin) / 1000)
    if (leftSeconds < 1 || (leftSeconds < expiresInSeconds && !shorten)) {
      throw new MatineeError('UNAVAILABLE', {
        cause: new Error(
          `A URL of ${expiresInSeconds} s was asked for, but the S3 credentials end in ${leftSeconds} s.`,
        ),
      })
    }
    const life = Math.min(expiresInSeconds, leftSeconds)
    return { credentials, region, address, at: begin, expiresInSeconds: life }
  }

  async function one(operation: Operation, life: Lifetime): Promise<PresignedUrl> {
    const signing = await settle(life)
    return {
      url: presignUrl(operation, signing),
      expiresInSeconds: signing.expiresInSeconds,
    }
  }

  return {
    origin: address.origin,
    get: (key, life) => one(getObject(key, life), life),
    head: (key, life) => one(headObject(key), life),
    put: (key, life) => one(putObject(key, life), life),
    uploadPart: (key, life) => one(uploadPart(key, life), life),
    async batch(life) {
      const moment = moments(await settle(life))
      const { session } = life
      return {
        expiresInSeconds: moment.expiresInSeconds,
        below: (prefix) => openBatch(moment, folders(prefix), session),
      }
    },
  }
}

const wholeSecond = (at: Date): Date => new Date(Math.floor(at.getTime() / 1000) * 1000)

/** The prepared keys of the last two days that were signed for, by the newest credentials. */
function preparedKeys(region: string) {
  let owner: SigningCredentials | undefined
  const byDay = new Map<string, PreparedKey>()
  return (credentials: SigningCredentials, at: Date): PreparedKey => {
    const date = longDate(at)
    const day = date.slice(0, 8)
    if (credentials.secretAccessKey !== owner?.secretAccessKey) byDay.clear()
    owner = credentials
    let key = byDay.get(day)
    if (key === undefined) {
      key = prepareKey(credentials.secretAccessKey, date, region)
      const oldest = byDay.size >= 2 ? byDay.keys().next().value : undefined
      if (oldest !== undefined) byDay.delete(oldest)
      byDay.set(day, key)
    }
    return key
  }
}

/** Batches that begin in the same second share most of their text. */
function rememberMoment(keys: ReturnType<typeof preparedKeys>) {
  let last: (Moment & { signing: Signing; expiresInSeconds: number }) | undefined
  return (signing: Signing) => {
    const known = last?.signing
    if (
      last === undefined ||
      known?.credentials !== signing.credentials ||
      known.at.getTime() !== signing.at.getTime() ||
      known.expiresInSeconds !== signing.expiresInSeconds
    ) {
      const { expiresInSeconds } = signing
      const moment = openMoment(signing, keys(signing.credentials, signing.at))
      last = { ...moment, signing, expiresInSeconds }
    }
    return last
  }
}

const foldersKept = 1_000

/** The folders that were signed for lately, escaped. */
function rememberFolders() {
  const escaped = new Map<string, string>()
  return (prefix: string): string => {
    let folder = escaped.get(prefix)
    if (folder === undefined) {
      folder = escapeFolder(prefix)
      if (escaped.size >= foldersKept) escaped.clear()
      escaped.set(prefix, folder)
    }
    return folder
  }
}
