import { createHash, createHmac, randomBytes } from 'node:crypto'

type Bytes = Uint8Array<ArrayBuffer>

const bytes = (buffer: Buffer): Bytes => Uint8Array.from(buffer)

/** 256 random bits, safe in cookies and links. */
export const newToken = (): string => randomBytes(32).toString('base64url')

export const newSalt = (): Bytes => bytes(randomBytes(32))

/** What is stored of a token. It is too random to be guessed, so a plain SHA-256 hides it. */
export const hashToken = (token: string): Bytes =>
  bytes(createHash('sha256').update(token).digest())

/**
 * The token that follows `token`. It takes both the token (which only the browser has) and the salt
 * (which only the database has), so that neither gives it away alone.
 */
export const successorOf = (token: string, salt: Uint8Array): string =>
  createHmac('sha256', token).update(salt).digest('base64url')
