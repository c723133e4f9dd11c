import type { Clock } from '../clients/clock.ts'
import type { Database } from '../clients/database.ts'
import { newToken } from './tokens.ts'
import {
  createUser,
  disableUser,
  enableUser,
  findUserByEmail,
  setPassword,
  setRole,
} from './users.ts'

export interface UserCommandParts {
  database: Database
  clock: Clock
  say(line: string): void
}

export const userCommandHelp = `matinee user add EMAIL [admin]     open an account; prints its password
matinee user role EMAIL ROLE       make it an admin or a member
matinee user password EMAIL        set a new password; prints it
matinee user disable EMAIL [WHY]   close it: signed out everywhere, at once
matinee user enable EMAIL          open it again`

/** 120 random bits: passwords do not come as arguments, because every process can read those. */
const newPassword = () => newToken().slice(0, 20)

const roleOf = (word: string | undefined) => {
  if (word === 'admin' || word === 'member') return word
  throw new Error('The role is "admin" or "member".')
}

type Act = (parts: UserCommandParts, email: string, rest: string[]) => Promise<string>

/** By the operator at the command line, who has no account. */
const by = ({ clock }: UserCommandParts) => ({ actorId: null, now: clock.now() })

const acts: Record<string, Act> = {
  add: async ({ database, clock }, email, [word]) => {
    const password = newPassword()
    const role = roleOf(word ?? 'member')
    const user = await createUser(database, { email, password, role, now: clock.now() })
    return `${user.email} is ${user.role}. Password: ${password}`
  },
  role: async (parts, email, [word]) => {
    const role = roleOf(word)
    const user = await findUserByEmail(parts.database, email)
    await setRole(parts.database, user.id, { role, ...by(parts) })
    return `${user.email} is ${role}.`
  },
  password: async (parts, email) => {
    const user = await findUserByEmail(parts.database, email)
    const password = newPassword()
    await setPassword(parts.database, user.id, { password, ...by(parts) })
    return `${user.email} is signed out everywhere. New password: ${password}`
  },
  disable: async (parts, email, why) => {
    const user = await findUserByEmail(parts.database, email)
    const reason = why.length > 0 ? { reason: why.join(' ') } : {}
    await disableUser(parts.database, user.id, { ...by(parts), ...reason })
    return `${user.email} is closed and signed out everywhere.`
  },
  enable: async (parts, email) => {
    const user = await findUserByEmail(parts.database, email)
    await enableUser(parts.database, user.id, by(parts))
    return `${user.email} may sign in again.`
  },
}

/**
 * `matinee user …`: what an operator does with accounts before there is an operator's account.
 *
 * @param args what stands behind "user"
 * @throws Error whose message is the sentence to show
 */
export async function runUserCommand(parts: UserCommandParts, args: string[]): Promise<void> {
  const [name = '', email, ...rest] = args
  const act = Object.hasOwn(acts, name) ? acts[name] : undefined
  if (!act || !email?.includes('@')) throw new Error(userCommandHelp)
  parts.say(await act(parts, email, rest))
}
