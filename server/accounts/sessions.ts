import type { DatabaseTransaction } from '../clients/database.ts'
import type { IssuedSession, Viewer } from '../plugins/auth.ts'
import { hashToken, newToken } from './tokens.ts'

const DAY = 24 * 60 * 60 * 1000
/** A browser that stays away for longer signs in anew. */
const IDLE_DAYS = 30
/** Even one that comes every day does so after this long. */
export const LONGEST_DAYS = 365

/** When a sign-in that began at `startedAt` ends if it is not used after `now`. */
export const sessionExpiry = (startedAt: Date, now: Date): Date =>
  new Date(Math.min(now.getTime() + IDLE_DAYS * DAY, startedAt.getTime() + LONGEST_DAYS * DAY))

export interface NewSession {
  userId: string
  /** The browser, if it can be known again (Device). */
  deviceId?: string | undefined
  userAgent: string | undefined
  now: Date
  /** Whether it was proven by more than a password or a mailed link. */
  secondFactor?: boolean
}

/** Begins a family of refresh tokens for one browser. */
export async function openSession(
  database: DatabaseTransaction,
  { userId, deviceId, userAgent, now, secondFactor = false }: NewSession,
): Promise<IssuedSession> {
  const refreshToken = newToken()
  const family = await database.refreshFamily.create({
    data: {
      userId,
      deviceId: deviceId ?? null,
      userAgent: userAgent?.slice(0, 300) ?? null,
      createdAt: now,
      secondFactorAt: secondFactor ? now : null,
      expiresAt: sessionExpiry(now, now),
      tokens: { create: { hash: hashToken(refreshToken), createdAt: now } },
    },
  })
  return { userId, familyId: family.id, refreshToken, refreshExpiresAt: family.expiresAt }
}

/** An account and one of its sign-ins. */
export interface SignIn {
  userId: string
  familyId: string
}

/** As `roleOf`, of many in one statement and in their order. */
export async function rolesOf(
  database: DatabaseTransaction,
  signIns: readonly SignIn[],
  now: Date,
): Promise<(Viewer['role'] | null)[]> {
  const families = signIns.map(({ familyId }) => familyId)
  // By hand, since this goes before every other query and the client would make two of it.
  const rows = await database.$queryRaw<(SignIn & { role: Viewer['role'] })[]>`
    select f.id as "familyId", u.id as "userId", u.role::text
    from "RefreshFamily" f join "User" u on u.id = f."userId"
    where f.id = any(${families}::uuid[]) and f."revokedAt" is null
      and f."expiresAt" > ${now}::timestamptz and u."disabledAt" is null`
  const found = new Map(rows.map((row) => [row.familyId, row]))
  return signIns.map(({ userId, familyId }) => {
    const row = found.get(familyId)
    return row?.userId === userId ? row.role : null
  })
}

/** The account's present role if this sign-in still stands, else null. */
export async function roleOf(
  database: DatabaseTransaction,
  signIn: SignIn,
  now: Date,
): Promise<Viewer['role'] | null> {
  const [role = null] = await rolesOf(database, [signIn], now)
  return role
}
