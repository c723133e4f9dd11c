import { Secret, TOTP } from 'otpauth'
import type { DatabaseTransaction } from '../clients/database.ts'
import { seal, unseal } from '../clients/seal.ts'

const period = 30

const totpOf = (secret: string, issuer: string, label: string) =>
  new TOTP({ issuer, label, secret: Secret.fromBase32(secret), period })

/** A new secret, which counts for nothing until a code of it is typed. */
export async function beginTotp(
  tx: DatabaseTransaction,
  userId: string,
  about: { issuer: string; label: string; secrets: readonly string[]; now: Date },
): Promise<{ secret: string; uri: string }> {
  const secret = new Secret({ size: 20 }).base32
  const row = { secret: seal(secret, about.secrets), createdAt: about.now, lastStep: 0 }
  await tx.totp.deleteMany({ where: { userId, confirmedAt: null } })
  await tx.totp.create({ data: { userId, ...row } })
  return { secret, uri: totpOf(secret, about.issuer, about.label).toString() }
}

/**
 * Whether the code is the app's now, or half a minute to either side; each is taken once.
 *
 * @param confirmed whether the secret is in use
 */
export async function spendTotp(
  tx: DatabaseTransaction,
  userId: string,
  { code, secrets, now, confirmed }: CodeTry & { confirmed: boolean },
): Promise<boolean> {
  const row = await tx.totp.findUnique({ where: { userId } })
  if (row === null || (row.confirmedAt !== null) !== confirmed) return false
  const secret = unseal(row.secret, secrets)
  if (secret === null || !/^\d{6}$/.test(code)) return false
  const timestamp = now.getTime()
  const delta = totpOf(secret, '', '').validate({ token: code, window: 1, timestamp })
  if (delta === null) return false
  const step = Math.floor(timestamp / 1000 / period) + delta
  const { count } = await tx.totp.updateMany({
    where: { userId, lastStep: { lt: step } },
    data: { lastStep: step, confirmedAt: row.confirmedAt ?? now },
  })
  return count > 0
}

export interface CodeTry {
  /** Without spaces. */
  code: string
  /** JWT_SECRETS */
  secrets: readonly string[]
  now: Date
}
