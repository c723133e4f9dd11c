import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** AES-256-GCM: a nonce of 12 bytes, a tag of 16, then what is sealed. */
const keyOf = (secret: string) =>
  Buffer.from(hkdfSync('sha256', secret, '', 'matinee sealed secrets', 32))

/**
 * How a sealed text stands to the list of secrets: by the first of them, by one further back (and then as it
 * is to be kept from now on), or by none any more.
 */
export type SealState =
  | { state: 'first' | 'lost' }
  | { state: 'older'; anew: Uint8Array<ArrayBuffer> }

export function sealState(sealed: Uint8Array, secrets: readonly string[]): SealState {
  if (unseal(sealed, secrets.slice(0, 1)) !== null) return { state: 'first' }
  const text = unseal(sealed, secrets.slice(1))
  return text === null ? { state: 'lost' } : { state: 'older', anew: seal(text, secrets) }
}

/** Seals a text with the first of the secrets (JWT_SECRETS). */
export function seal(text: string, secrets: readonly string[]): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secrets[0] ?? ''), nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return new Uint8Array([...nonce, ...cipher.getAuthTag(), ...sealed])
}

/** Opens it with whichever secret it was sealed with; null when that is none of them any more. */
export function unseal(sealed: Uint8Array, secrets: readonly string[]): string | null {
  for (const secret of secrets) {
    try {
      const cipher = createDecipheriv('aes-256-gcm', keyOf(secret), sealed.subarray(0, 12))
      cipher.setAuthTag(sealed.subarray(12, 28))
      return Buffer.concat([cipher.update(sealed.subarray(28)), cipher.final()]).toString('utf8')
    } catch {
      // Sealed with another one.
    }
  }
  return null
}
