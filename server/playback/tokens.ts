import { hash, randomBytes } from 'node:crypto'

/** 256 random bits: the whole credential of a playback. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What the database keeps of it. */
export const hashToken = (token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(hash('sha256', token, 'buffer'))
