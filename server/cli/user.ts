import { roles } from '../../contract/roles.ts'
import { resetFactors } from '../accounts/factors.ts'
import { newToken } from '../accounts/tokens.ts'
import { createUser, enableUser, findUserByEmail, setPassword, setRole } from '../accounts/users.ts'
import { closeAccount } from '../billing/close-account.ts'
import { joinCustomer } from '../billing/join-customer.ts'
import type { BillingDeps } from '../services.ts'
import { reasonOf } from './reason-of.ts'
import type { Terminal } from './terminal.ts'

interface UserDeps extends Terminal, BillingDeps {}

export const userCommandHelp = `matinee user add EMAIL [ROLE]      open an account; prints its password
matinee user role EMAIL ROLE       admin (the owner), manager, editor, support or member
matinee user password EMAIL        set a new password; prints it
matinee user disable EMAIL [WHY]   close it: signed out everywhere, and charged for nothing more
matinee user customer EMAIL ID     join a Stripe customer, cus_…, to it
matinee user reset-factors EMAIL   forget lost passkeys, apps and recovery codes; signs out
matinee user enable EMAIL          open it again`

/** 120 random bits: passwords do not come as arguments, because every process can read those. */
const newPassword = () => newToken().slice(0, 20)

const roleOf = (word: string | undefined) => {
  const role = roles.find((known) => known === word)
  if (role !== undefined) return role
  throw new Error(`The role is one of ${roles.join(', ')}.`)
}

type Act = (deps: UserDeps, email: string, rest: string[]) => Promise<string>

/** By the operator at the command line, who has no account. */
const by = ({ clock }: UserDeps) => ({ actorId: null, now: clock.now() })

const acts: Record<string, Act> = {
  add: async (deps, email, [word]) => {
    const password = newPassword()
    const role = roleOf(word ?? 'member')
    const details = { email, password, now: deps.clock.now(), isVouchedFor: true }
    const user = await createUser(deps.database, details)
    // On its own, since it is what the audit log tells of.
    await setRole(deps.database, user.id, { role, ...by(deps) })
    return `${user.email} is ${role}. Password: ${password}`
  },
  role: async (deps, email, [word]) => {
    const role = roleOf(word)
    const user = await findUserByEmail(deps.database, email)
    await setRole(deps.database, user.id, { role, ...by(deps) })
    return `${user.email} is ${role}.`
  },
  password: async (deps, email) => {
    const user = await findUserByEmail(deps.database, email)
    const password = newPassword()
    await setPassword(deps.database, user.id, { password, ...by(deps) })
    return `${user.email} is signed out everywhere. New password: ${password}`
  },
  disable: async (deps, email, why) => {
    const user = await findUserByEmail(deps.database, email)
    const told = reasonOf(why)
    const reason = told === '' ? {} : { reason: told }
    const ended = await closeAccount(deps, user.id, { refund: false, actorId: null, ...reason })
    const more = ended.length === 0 ? '' : ' What it paid for has been cancelled.'
    return `${user.email} is closed and signed out everywhere.${more}`
  },
  customer: async (deps, email, [customerId = '']) => {
    if (!/^cus_\w+$/.test(customerId)) throw new Error(userCommandHelp)
    const user = await findUserByEmail(deps.database, email)
    await joinCustomer(deps, user.id, customerId, null)
    return `${customerId} belongs to ${user.email} now, with all that it paid for.`
  },
  'reset-factors': async (deps, email) => {
    const user = await findUserByEmail(deps.database, email)
    const { passkeys, totp } = await resetFactors(deps.database, user.id, by(deps))
    const had = `${passkeys} passkey${passkeys === 1 ? '' : 's'}${totp ? ' and an app for codes' : ''}`
    return `${user.email} is signed out everywhere, and signs in by password alone. It had ${had}.`
  },
  enable: async (deps, email) => {
    const user = await findUserByEmail(deps.database, email)
    await enableUser(deps.database, user.id, by(deps))
    return `${user.email} may sign in again.`
  },
}

/** How many words stand behind the address; what would be left over was meant for something. */
const mostWords: Record<string, number> = { add: 1, role: 1, customer: 1, disable: Infinity }

/**
 * `matinee user …`: what an operator does with accounts before there is an operator's account.
 *
 * @param args what stands behind "user"
 * @throws Error whose message is the sentence to show
 */
export async function runUserCommand(deps: UserDeps, args: string[]): Promise<void> {
  const [name = '', email, ...rest] = args
  const act = Object.hasOwn(acts, name) ? acts[name] : undefined
  if (!act || !email?.includes('@') || rest.length > (mostWords[name] ?? 0))
    throw new Error(userCommandHelp)
  deps.say(await act(deps, email, rest))
}
