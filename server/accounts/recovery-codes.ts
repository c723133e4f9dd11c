import { randomInt } from 'node:crypto'
import { audit } from '../audit/audit.ts'
import type { DatabaseTransaction } from '../clients/database.ts'
import { hashToken } from './tokens.ts'

const howMany = 10
/** Without what is mistaken for another. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** 119 random bits, as "k7mpq-x2w9d-3fhst-b8c4n-w6yz": too many to be tried against what is stored. */
const newCode = (): string =>
  Array.from({ length: 24 }, (_, i) => {
    const letter = letters[randomInt(letters.length)] ?? ''
    return i > 0 && i % 5 === 0 ? `-${letter}` : letter
  }).join('')

const hashOf = (userId: string, code: string) =>
  hashToken(`${userId} ${code.toLowerCase().replaceAll('-', '')}`)

/** Makes new ones in place of those before. */
export async function makeRecoveryCodes(
  tx: DatabaseTransaction,
  userId: string,
): Promise<string[]> {
  const codes = Array.from({ length: howMany }, newCode)
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ userId, hash: hashOf(userId, code) })),
  })
  const about = { action: 'user.recovery-codes-made', subject: `user:${userId}` } as const
  await audit(tx, { actorId: userId, ...about })
  return codes
}

/** Uses one up; false for one that is none, or used. */
export async function spendRecoveryCode(
  tx: DatabaseTransaction,
  userId: string,
  code: string,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.recoveryCode.updateMany({
    where: { hash: hashOf(userId, code), userId, usedAt: null },
    data: { usedAt: now },
  })
  if (count === 0) return false
  const about = { action: 'user.recovery-code-used', subject: `user:${userId}` } as const
  await audit(tx, { actorId: userId, ...about })
  return true
}
