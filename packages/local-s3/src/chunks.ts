import { createHash } from 'node:crypto'
import { type ChunkSeed, sameText } from './authenticate.ts'
import { S3Error } from './errors.ts'
import { sha256, sign } from './signature.ts'

// The `aws-chunked` content encoding: `hex-size[;chunk-signature=…]\r\n`, that many bytes, `\r\n`,
// and so on to a chunk of size 0, then trailing headers and an empty line.

const longestLine = 16 * 1024
const emptyHash = sha256('')

/** Cuts a stream of buffers into lines and counted runs of bytes. */
class Scanner {
  readonly #source: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  async #more(): Promise<Buffer> {
    const next = await this.#source.next()
    if (next.done) throw new S3Error('IncompleteBody')
    return next.value
  }

  /** The text up to the next CRLF, which is taken too. */
  async line(): Promise<string> {
    let end = this.#rest.indexOf('\r\n')
    while (end === -1) {
      if (this.#rest.length > longestLine) throw new S3Error('IncompleteBody')
      this.#rest = Buffer.concat([this.#rest, await this.#more()])
      end = this.#rest.indexOf('\r\n')
    }
    const text = this.#rest.toString('latin1', 0, end)
    this.#rest = this.#rest.subarray(end + 2)
    return text
  }

  async *bytes(count: number): AsyncGenerator<Buffer> {
    for (let left = count; left > 0; ) {
      if (this.#rest.length === 0) this.#rest = await this.#more()
      const taken = this.#rest.subarray(0, left)
      this.#rest = this.#rest.subarray(taken.length)
      left -= taken.length
      yield taken
    }
  }

  async atEnd(): Promise<boolean> {
    return this.#rest.length === 0 && (await this.#source.next()).done === true
  }
}

/** Checks that each chunk was signed, and in this order: every signature builds on the one before. */
export interface ChunkVerifier {
  chunk(hash: string, signature: string | undefined): void
  trailer(text: string, signature: string | undefined): void
}

export const unsignedChunks: ChunkVerifier = { chunk: () => {}, trailer: () => {} }

export function signedChunks({ key, time, scope, signature }: ChunkSeed): ChunkVerifier {
  let previous = signature
  const check = (kind: string, hashes: string[], given: string | undefined) => {
    const text = [`AWS4-HMAC-SHA256-${kind}`, time, scope, previous, ...hashes].join('\n')
    const expected = sign(key, text)
    if (given === undefined || !sameText(expected, given)) {
      throw new S3Error('SignatureDoesNotMatch', undefined, { StringToSign: text })
    }
    previous = expected
  }
  return {
    chunk: (hash, given) => check('PAYLOAD', [emptyHash, hash], given),
    trailer: (text, given) => check('TRAILER', [sha256(text)], given),
  }
}

export interface ChunkedBody {
  readonly verifier: ChunkVerifier
  /** Whether every chunk carries a signature, so that its bytes must be hashed. */
  readonly signed: boolean
  /** Names of the headers that may come after the body, from `x-amz-trailer`. */
  readonly announced: readonly string[]
  /** Filled in at the end. */
  readonly trailers: Map<string, string>
}

const chunkHead = /^([0-9a-f]{1,16})(?:;chunk-signature=([0-9a-f]{64}))?$/i

/** The bytes inside an aws-chunked stream. */
export async function* decodeChunks(
  source: AsyncIterable<Buffer>,
  body: ChunkedBody,
): AsyncGenerator<Buffer> {
  const scanner = new Scanner(source)
  for (;;) {
    const head = chunkHead.exec(await scanner.line())
    if (head === null) throw new S3Error('IncompleteBody')
    const size = Number.parseInt(head[1] ?? '', 16)
    const hash = createHash('sha256')
    for await (const bytes of scanner.bytes(size)) {
      if (body.signed) hash.update(bytes)
      yield bytes
    }
    if (body.signed) body.verifier.chunk(hash.digest('hex'), head[2])
    if (size === 0) break
    if ((await scanner.line()) !== '') throw new S3Error('IncompleteBody')
  }
  await readTrailers(scanner, body)
}

async function readTrailers(scanner: Scanner, body: ChunkedBody): Promise<void> {
  const signed: string[] = []
  let signature: string | undefined
  for (let line = await scanner.line(); line !== ''; line = await scanner.line()) {
    const [, name = '', value = ''] = /^([^:]+):(.*)$/.exec(line) ?? []
    if (name.toLowerCase() === 'x-amz-trailer-signature') {
      signature = value.trim()
      continue
    }
    if (!body.announced.includes(name.toLowerCase())) throw new S3Error('InvalidRequest')
    body.trailers.set(name.toLowerCase(), value.trim())
    signed.push(`${name.toLowerCase()}:${value.trim()}\n`)
  }
  if (body.announced.length > 0) body.verifier.trailer(signed.join(''), signature)
  if (!(await scanner.atEnd())) throw new S3Error('IncompleteBody')
}
