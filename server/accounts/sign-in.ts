import { say } from '../../contract/words/server.ts'
import { audit } from '../audit/audit.ts'
import type { Database, DatabaseTransaction } from '../clients/database.ts'
import type { User } from '../clients/prisma/client.ts'
import { MatineeError, refusedField } from '../errors.ts'
import type { IssuedSession } from '../plugins/auth.ts'
import { newDevice } from '../plugins/device-cookie.ts'
import { deviceNameOf } from '../plugins/device-name.ts'
import type { CodeTries } from './code-tries.ts'
import { comeBack } from './delete-account.ts'
import { type Place, rememberDevice } from './devices.ts'
import { normaliseEmail } from './emails.ts'
import { hasTotp, spendFactorCode } from './factors.ts'
import { verifyPassword } from './passwords.ts'
import { openSession } from './sessions.ts'

export interface Credentials {
  email: string
  password: string
  /** Of the app, or a recovery code. */
  code?: string | undefined
}

export interface Entrance extends Partial<Place> {
  userAgent: string | undefined
  now: Date
  /** A device that has signed in to this account before. */
  knownDevice?: string | null
  /** What it was proven by beside the password or the mailed link. */
  how?: 'code' | 'passkey'
}

export interface SignedIn {
  user: User
  session: IssuedSession
  /** What the browser is to be known by. */
  device: string
  /** Such as "Chrome on Windows". */
  deviceName: string | null
  /** They had signed in before, but not with this browser. */
  isNewDevice: boolean
}

/**
 * The account that an e-mail address and password belong to.
 *
 * @throws WRONG_CREDENTIALS, the same and after the same time for an unknown address and for a wrong
 * password; FORBIDDEN for a closed account, told only to someone who knows its password
 */
async function checkCredentials(
  database: Database,
  { email, password }: Credentials,
): Promise<User> {
  const user = await database.user.findUnique({ where: { email: normaliseEmail(email) } })
  const matches = await verifyPassword(user?.passwordHash ?? null, password)
  if (!user || !matches) throw new MatineeError('WRONG_CREDENTIALS')
  if (user.disabledAt) {
    throw new MatineeError('FORBIDDEN', { detail: say('accounts.closed') })
  }
  return user
}

/** What a second factor is checked with. */
export interface Factors {
  /** JWT_SECRETS */
  secrets: readonly string[]
  tries: CodeTries
}

/** Begins a session for someone who has proven to be the account's owner. */
export async function enter(
  tx: DatabaseTransaction,
  user: User,
  { device, network = '', userAgent, now, how }: Entrance,
): Promise<SignedIn> {
  const place = { device: device ?? newDevice(), network, userAgent }
  const { deviceId, isNew } = await rememberDevice(tx, user.id, place, now)
  await comeBack(tx, user.id)
  const session = await openSession(tx, {
    ...{ userId: user.id, deviceId, userAgent, now },
    secondFactor: how !== undefined,
  })
  await audit(tx, {
    actorId: user.id,
    action: 'user.signed-in',
    subject: `user:${user.id}`,
    details: { familyId: session.familyId, ...(how && { how }) },
  })
  return {
    user,
    session,
    device: place.device,
    deviceName: deviceNameOf(userAgent),
    isNewDevice: isNew,
  }
}

interface Demand {
  code: string | undefined
  factors: Factors
  entrance: Pick<Entrance, 'now' | 'knownDevice'>
}

/**
 * Where the account asks for codes: uses one up.
 *
 * @returns what is to be said of the sign-in
 * @throws SECOND_FACTOR_REQUIRED without one, WRONG_CREDENTIALS for a wrong one, TOO_MANY_REQUESTS
 */
export async function demandCode(
  tx: DatabaseTransaction,
  userId: string,
  { code, factors: { secrets, tries }, entrance: { now, knownDevice } }: Demand,
): Promise<Pick<Entrance, 'how'>> {
  if (!(await hasTotp(tx, userId))) return {}
  if (code === undefined) throw new MatineeError('SECOND_FACTOR_REQUIRED')
  const spend = () => spendFactorCode(tx, userId, { code, secrets, now })
  if (await tries(`${userId} ${knownDevice ?? ''}`, spend)) return { how: 'code' }
  throw refusedField('code', say('accounts.codeRefused'), 'WRONG_CREDENTIALS')
}

/**
 * Begins a session for whoever knows the password, and has a code where one is asked for.
 *
 * @throws WRONG_CREDENTIALS, SECOND_FACTOR_REQUIRED, FORBIDDEN, TOO_MANY_REQUESTS
 */
export async function signIn(
  database: Database,
  credentials: Credentials,
  entrance: Entrance,
  factors: Factors = { secrets: [], tries: (_who, spend) => spend() },
): Promise<SignedIn> {
  const user = await checkCredentials(database, credentials)
  return database.$transaction(async (tx) => {
    // Checking a password takes a while. If it was changed or the account closed meanwhile, which
    // ended all sessions, this must not become one that is left.
    const unchanged: unknown[] = await tx.$queryRaw`
      select 1 from "User"
      where id = ${user.id}::uuid and "passwordHash" = ${user.passwordHash} and "disabledAt" is null
      for share`
    if (unchanged.length === 0) throw new MatineeError('WRONG_CREDENTIALS')
    const { code } = credentials
    const proven = await demandCode(tx, user.id, { code, factors, entrance })
    return enter(tx, user, { ...entrance, ...proven })
  })
}
