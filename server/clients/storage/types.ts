import type { Readable } from 'node:stream'
import type { Clock } from '../clock.ts'

/** As the SDK's providers give them. */
export interface StorageCredentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** Temporary credentials have one, and an end. */
  readonly sessionToken?: string | undefined
  readonly expiration?: Date | undefined
}

export interface StorageOptions {
  /** Where the bucket is served, as browsers see it. Left out: Amazon's own address. */
  endpoint?: string | undefined
  region: string
  bucket: string
  /** `https://host/bucket/key` rather than `https://bucket.host/key`. */
  forcePathStyle?: boolean | undefined
  /** What all keys begin with in the bucket, unseen by callers. */
  prefix?: string | undefined
  /** Left out: the SDK's default chain (environment, shared files, container, instance). */
  credentials?: StorageCredentials | undefined
  /** By which clock URLs are signed, and for how long: `ping` refuses one whose URLs open nothing. */
  signs?: { clock: Pick<Clock, 'now'>; urlSeconds: number } | undefined
  /** After how many milliseconds without a byte a call is given up and repeated. Default 10,000. */
  idleTimeoutMs?: number | undefined
}

export interface StoredObject {
  sizeBytes: number
  contentType: string | null
  /** With its quotes, as S3 writes it. */
  etag: string
  lastModified: Date
}

export interface ListedObject {
  key: string
  sizeBytes: number
  etag: string
  lastModified: Date
}

/** Both ends are inclusive byte offsets. Without `end`: to the object's end. */
export interface ByteRange {
  start: number
  end?: number
}

export interface Interruptible {
  signal?: AbortSignal | undefined
}

export interface PutOptions extends Interruptible {
  contentType: string
  cacheControl?: string | undefined
}

export interface GetOptions extends Interruptible {
  range?: ByteRange | undefined
}

export interface DownloadOptions extends Interruptible {
  /** Called as bytes reach the disk. */
  onProgress?: ((receivedBytes: number, totalBytes: number) => void) | undefined
}

export interface CreateMultipartOptions {
  contentType: string
  /** When set, every part must come with its SHA-256, which S3 checks. */
  checksum?: 'sha256' | undefined
}

export interface UploadedPart {
  partNumber: number
  sizeBytes: number
  etag: string
  /** Base64, when the upload asked for checksums. */
  sha256: string | null
}

/** A part as CompleteMultipartUpload names it. */
export interface PartToJoin {
  partNumber: number
  etag: string
  sha256?: string | null | undefined
}

export interface OpenMultipart {
  key: string
  multipartId: string
  startedAt: Date
}

export interface CorsRule {
  origins: string[]
  methods: string[]
  allowedHeaders: string[]
  exposedHeaders: string[]
  maxAgeSeconds?: number
}

/**
 * The private bucket. No call knows what an object is for.
 *
 * A missing object is `null`, never an error. When the bucket cannot be reached, or does not let us
 * in, calls throw a MatineeError UNAVAILABLE whose cause says why; what S3 refuses for the request's
 * own sake (EntityTooSmall, InvalidPart …) is a StorageRefused with S3's code. Every call ends:
 * connections, idle sockets and retries are bounded. An aborted signal rejects with its reason.
 */
export interface Storage {
  readonly location: StorageLocation
  /**
   * The credentials in force now; renewed by the SDK shortly before they run out, or at once when
   * forced. For the presigner.
   */
  credentials(options?: { forceRefresh?: boolean }): Promise<StorageCredentials>

  head(key: string): Promise<StoredObject | null>
  /** The caller must read `body` to its end or destroy it. */
  getStream(key: string, options?: GetOptions): Promise<(StoredObject & { body: Readable }) | null>
  /** For small things: a playlist, the first bytes of a film. */
  getBytes(key: string, options?: GetOptions): Promise<Uint8Array | null>
  /** Writes the object to `path`; a broken connection is taken up again where it broke. */
  getToFile(key: string, path: string, options?: DownloadOptions): Promise<StoredObject | null>
  putFile(key: string, path: string, options: PutOptions): Promise<void>
  putBytes(key: string, bytes: Uint8Array | string, options: PutOptions): Promise<void>
  /** Deleting what is not there succeeds. */
  delete(key: string): Promise<void>
  /** Copies an object within the bucket, its type and caching with it. Answers false when there is none. */
  copy(from: string, to: string): Promise<boolean>
  /** Deletes every object below `prefix`, which must end in a slash. Answers how many. */
  deletePrefix(prefix: string): Promise<number>
  /** In the order of keys. @param after only what comes behind this key */
  list(prefix: string, options?: { after?: string | undefined }): AsyncGenerator<ListedObject>

  /** Answers S3's upload id. */
  createMultipart(key: string, options: CreateMultipartOptions): Promise<string>
  /** The parts that S3 holds, by number; null when the upload is completed, aborted or unknown. */
  listParts(key: string, multipartId: string): Promise<UploadedPart[] | null>
  /** Joins the parts. Answers false when the upload is completed, aborted or unknown. */
  completeMultipart(
    key: string,
    multipartId: string,
    parts: readonly PartToJoin[],
  ): Promise<boolean>
  /** Aborting what is not there succeeds. */
  abortMultipart(key: string, multipartId: string): Promise<void>
  listMultiparts(prefix: string): AsyncGenerator<OpenMultipart>

  /** Creates the bucket when it does not exist. Local mode only: production's bucket is the operator's. */
  ensureBucket(): Promise<void>
  ensureCors(rules: readonly CorsRule[]): Promise<void>
  /** Resolves when the bucket answers within two seconds. */
  ping(): Promise<void>
  close(): void
}

/** What a presigner needs to know beside the credentials. */
export interface StorageLocation {
  readonly endpoint: string | null
  readonly region: string
  readonly bucket: string
  readonly forcePathStyle: boolean
  readonly prefix: string | null
}
