import type { Database } from '../clients/database.ts'
import type { User } from '../clients/prisma/client.ts'
import { MatineeError } from '../errors.ts'
import type { IssuedSession } from '../plugins/auth.ts'
import { normaliseEmail } from './emails.ts'
import { verifyPassword } from './passwords.ts'
import { openSession } from './sessions.ts'

export interface Credentials {
  email: string
  password: string
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
    throw new MatineeError('FORBIDDEN', {
      detail: 'This account has been closed. Write to whoever runs this site.',
    })
  }
  return user
}

/**
 * Begins a session for whoever knows the password.
 *
 * @throws WRONG_CREDENTIALS, FORBIDDEN
 */
export async function signIn(
  database: Database,
  credentials: Credentials,
  { userAgent, now }: { userAgent: string | undefined; now: Date },
): Promise<{ user: User; session: IssuedSession }> {
  const user = await checkCredentials(database, credentials)
  const session = await database.$transaction(async (tx) => {
    // Checking a password takes a while. If it was changed or the account closed meanwhile, which
    // ended all sessions, this must not become one that is left.
    const unchanged: unknown[] = await tx.$queryRaw`
      select 1 from "User"
      where id = ${user.id}::uuid and "passwordHash" = ${user.passwordHash} and "disabledAt" is null
      for share`
    if (unchanged.length === 0) throw new MatineeError('WRONG_CREDENTIALS')
    return openSession(tx, { userId: user.id, userAgent, now })
  })
  return { user, session }
}
