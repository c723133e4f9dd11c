import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

/**
 * A playback that was opened and has not begun. Nothing of it is stored: all that has to be known of it
 * stands, sealed, in its token, which any process can read. Only when play begins is there a row.
 */
export interface Opening {
  /** Null for a stranger. */
  userId: string | null
  familyId: string | null
  videoId: string
  encodeId: string
  /** As `deviceKeyOf` writes it. */
  deviceId: string
  /** To the second. */
  openedAt: Date
  /** Where play begins, in whole seconds. */
  resumeSeconds: number
  /** Only the beginning may be watched. */
  isTeaser: boolean
}

export interface Seals {
  seal(opening: Opening): string
  /** What was sealed, or null for what no secret of ours has sealed. */
  unseal(token: string): Opening | null
}

const cipher = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 12
const idBytes = 16
const nobody = '00000000-0000-0000-0000-000000000000'
const latestSecond = 0xffff
const teaserBit = 1

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')

function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex')
  const cuts = [0, 8, 12, 16, 20, 32]
  return cuts
    .slice(1)
    .map((end, index) => hex.slice(cuts[index], end))
    .join('-')
}

function write(opening: Opening): Buffer {
  const { userId, familyId, videoId, encodeId, deviceId, openedAt, resumeSeconds, isTeaser } =
    opening
  const numbers = Buffer.alloc(7)
  numbers.writeUInt32BE(Math.floor(openedAt.getTime() / 1000), 0)
  numbers.writeUInt16BE(Math.min(latestSecond, Math.floor(resumeSeconds)), 4)
  numbers.writeUInt8(isTeaser ? teaserBit : 0, 6)
  const ids = [userId ?? nobody, familyId ?? nobody, videoId, encodeId, deviceId]
  return Buffer.concat([...ids.map(bytesOf), numbers])
}

function read(bytes: Buffer): Opening {
  const ids = [0, 1, 2, 3, 4].map((at) => bytes.subarray(at * idBytes, (at + 1) * idBytes))
  const [userId = '', familyId = '', videoId = '', encodeId = ''] = ids.map(uuidOf)
  const numbers = bytes.subarray(5 * idBytes)
  return {
    userId: userId === nobody ? null : userId,
    familyId: familyId === nobody ? null : familyId,
    videoId,
    encodeId,
    deviceId: ids[4]?.toString('hex') ?? '',
    openedAt: new Date(numbers.readUInt32BE(0) * 1000),
    resumeSeconds: numbers.readUInt16BE(4),
    isTeaser: (numbers.readUInt8(6) & teaserBit) !== 0,
  }
}

/** @param secrets JWT_SECRETS: the first seals, all unseal */
export function openSeals(secrets: readonly string[]): Seals {
  const keys = secrets.map((secret) =>
    Buffer.from(hkdfSync('sha256', secret, '', 'matinee playback token', 32)),
  )
  const [first] = keys
  if (first === undefined) throw new Error('at least one secret is needed')

  function unsealWith(key: Buffer, bytes: Buffer): Opening | null {
    const decipher = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    })
    decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes))
    try {
      const sealed = bytes.subarray(nonceBytes, bytes.length - tagBytes)
      return read(Buffer.concat([decipher.update(sealed), decipher.final()]))
    } catch {
      return null
    }
  }

  return {
    seal(opening) {
      const nonce = randomBytes(nonceBytes)
      const encipher = createCipheriv(cipher, first, nonce, { authTagLength: tagBytes })
      const sealed = [encipher.update(write(opening)), encipher.final()]
      return Buffer.concat([nonce, ...sealed, encipher.getAuthTag()]).toString('base64url')
    },
    unseal(token) {
      const bytes = Buffer.from(token, 'base64url')
      if (bytes.length !== nonceBytes + 5 * idBytes + 7 + tagBytes) return null
      // What is left over at the end says nothing, but would make another token of the same bytes.
      if (bytes.toString('base64url') !== token) return null
      for (const key of keys) {
        const opening = unsealWith(key, bytes)
        if (opening !== null) return opening
      }
      return null
    },
  }
}

/** The session's id: the same wherever its token is read, and no way back to the token. */
export const sessionIdOf = (token: string): string =>
  uuidOf(createHash('sha256').update(`session ${token}`).digest().subarray(0, idBytes))

/**
 * A device is what its player calls itself together with the cookie that this server gave its browser:
 * neither ten machines that share a name nor one that changes it are what they claim.
 */
export const deviceKeyOf = (deviceId: string, cookie: string): string =>
  createHash('sha256')
    .update(`${cookie}\n${deviceId}`)
    .digest('hex')
    .slice(0, 2 * idBytes)
