import { say } from '../../contract/words/server.ts'
import { findUserByEmail } from '../accounts/users.ts'
import type { Clock } from '../clients/clock.ts'
import type { Database } from '../clients/database.ts'
import { type GrantTarget, giveGrant } from '../entitlements/grants.ts'
import { reasonOf } from './reason-of.ts'
import type { Terminal } from './terminal.ts'

interface GrantDeps extends Terminal {
  database: Database
  clock: Clock
}

export const grantCommandHelp = `matinee grant EMAIL plan PLAN [UNTIL] WHY    give the films of a plan
matinee grant EMAIL film SLUG [UNTIL] WHY    give one film
UNTIL is a day such as 2027-01-31, at whose end it stops; without it, it never does.`

const day = /^\d{4}-\d{2}-\d{2}$/
/** However it is written: taken for the first word of WHY, what was to end would never do so. */
const likeDay = /^(\d{4}[-./]\d|\d{1,2}[-./]\d{1,2}[-./]\d)/

async function targetOf(database: Database, kind: string, name: string): Promise<GrantTarget> {
  if (kind === 'plan') return { planId: name }
  const video = await database.video.findUnique({ where: { slug: name } })
  if (video === null) throw new Error(`There is no film "${name}".`)
  return { videoId: video.id }
}

function endOf(word: string | undefined): Date | null {
  if (word === undefined) return null
  const end = new Date(day.test(word) ? `${word}T23:59:59.999Z` : Number.NaN)
  // The 31st of February would be a day in March.
  if (Number.isNaN(end.getTime()) || !end.toISOString().startsWith(word)) {
    throw new Error(`"${word}" is not a day such as 2027-01-31.`)
  }
  return end
}

/**
 * `matinee grant …`: access without payment, from the command line.
 *
 * @param args what stands behind "grant"
 * @throws Error whose message is the sentence to show
 */
export async function runGrantCommand(deps: GrantDeps, args: string[]): Promise<void> {
  const [email = '', kind = '', name = '', ...rest] = args
  const until = likeDay.test(rest[0] ?? '') ? rest.shift() : undefined
  const reason = reasonOf(rest)
  if (!email.includes('@') || !/^(plan|film)$/.test(kind) || name === '' || reason === '') {
    throw new Error(grantCommandHelp)
  }
  const terms = { until: endOf(until), target: await targetOf(deps.database, kind, name) }
  const user = await findUserByEmail(deps.database, email)
  if (user.emailVerifiedAt === null) {
    throw new Error(say('people.unverified', { email: user.email }))
  }
  const grant = { userId: user.id, ...terms, reason, grantedById: null }
  await giveGrant(deps, grant)
  deps.say(`${user.email} may watch ${kind} ${name}${until ? ` until ${until}` : ''}.`)
}
