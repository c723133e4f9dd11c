import type { Factors, ProofMethod } from '../../contract/factors.ts'
import { audit } from '../audit/audit.ts'
import type { Database, DatabaseTransaction } from '../clients/database.ts'
import { endAllSessions } from './end-sessions.ts'
import { spendRecoveryCode } from './recovery-codes.ts'
import { type CodeTry, spendTotp } from './totp.ts'

const inUse = { confirmedAt: { not: null } } as const

/** What an account has beside its password. */
export async function factorsOf(database: Database, userId: string): Promise<Factors> {
  const [passkeys, totp, recoveryCodesLeft] = await Promise.all([
    database.passkey.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } }),
    database.totp.count({ where: { userId, ...inUse } }),
    database.recoveryCode.count({ where: { userId, usedAt: null } }),
  ])
  return {
    passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
      ...{ id, name, createdAt: createdAt.toISOString() },
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
    totp: totp > 0,
    recoveryCodesLeft,
  }
}

export const hasTotp = async (tx: DatabaseTransaction, userId: string): Promise<boolean> =>
  (await tx.totp.count({ where: { userId, ...inUse } })) > 0

/** A code of the app, or one that stands in for it; used up. */
export async function spendFactorCode(
  tx: DatabaseTransaction,
  userId: string,
  { code: given, ...rest }: CodeTry,
): Promise<boolean> {
  const code = given.replaceAll(/\s/g, '')
  if (await spendTotp(tx, userId, { code, ...rest, confirmed: true })) return true
  return (await hasTotp(tx, userId)) && spendRecoveryCode(tx, userId, code, rest.now)
}

/** How the account's owner can prove who they are: by what is strongest. */
export function methodsOf({ passkeys, totp }: Pick<Factors, 'passkeys' | 'totp'>): ProofMethod[] {
  const methods: ProofMethod[] = []
  if (passkeys.length > 0) methods.push('passkey')
  if (totp) methods.push('code')
  return methods.length > 0 ? methods : ['password']
}

/** How a sign-in stands: when it was last proven, and by what. */
export async function standingOf(
  database: Database,
  { userId, familyId }: { userId: string; familyId: string },
) {
  const [family, factors] = await Promise.all([
    database.refreshFamily.findUnique({ where: { id: familyId } }),
    factorsOf(database, userId),
  ])
  return {
    provenAt: family?.provenAt ?? family?.createdAt ?? null,
    secondFactorAt: family?.secondFactorAt ?? null,
    methods: methodsOf(factors),
  }
}

/** For someone who has lost them: only the password, or a mailed link, is left to sign in by. */
export function resetFactors(
  database: Database,
  userId: string,
  { actorId, now }: { actorId: string | null; now: Date },
): Promise<{ passkeys: number; totp: boolean }> {
  return database.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from "User" where id = ${userId}::uuid for update`
    const of = { where: { userId } }
    const { count: passkeys } = await tx.passkey.deleteMany(of)
    const { count: apps } = await tx.totp.deleteMany(of)
    await tx.recoveryCode.deleteMany(of)
    await tx.challenge.deleteMany(of)
    await endAllSessions(tx, userId, { reason: 'factors-reset', now })
    const found = { passkeys, totp: apps > 0 }
    const about = { action: 'user.factors-reset', subject: `user:${userId}` } as const
    await audit(tx, { actorId, ...about, details: found })
    return found
  })
}
