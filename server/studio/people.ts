import type { People, Person, PersonChange, PersonRow } from '../../contract/people.ts'
import { isOperator, may } from '../../contract/roles.ts'
import { say } from '../../contract/words/server.ts'
import { disableUser, enableUser, setRole } from '../accounts/users.ts'
import { endSubscriptions } from '../billing/end-subscriptions.ts'
import { purchasesOf } from '../billing/payments.ts'
import { escapeLike } from '../clients/like.ts'
import type { User } from '../clients/prisma/client.ts'
import { heldBy } from '../entitlements/held.ts'
import { MatineeError } from '../errors.ts'
import type { Viewer } from '../plugins/auth.ts'
import type { StudioDeps } from '../services.ts'

const toRow = ({ id, email, role, createdAt, disabledAt }: User): PersonRow => ({
  ...{ id, email, role },
  createdAt: createdAt.toISOString(),
  disabledAt: disabledAt?.toISOString() ?? null,
})

/**
 * Accounts whose address holds `q`, newest first.
 *
 * @param cursor the last account of the page before
 */
export async function listPeople(
  { database }: StudioDeps,
  { q, cursor, limit }: { q?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<People> {
  const users = await database.user.findMany({
    ...(q && { where: { email: { contains: escapeLike(q), mode: 'insensitive' } } }),
    ...(cursor !== undefined && { cursor: { id: cursor }, skip: 1 }),
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  })
  const page = users.slice(0, limit)
  return {
    users: page.map(toRow),
    nextCursor: users.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}

/** @throws NOT_FOUND */
export async function findPerson(deps: StudioDeps, id: string): Promise<Person> {
  const user = await deps.database.user.findUnique({ where: { id } })
  if (user === null) throw new MatineeError('NOT_FOUND', { detail: say('none.account') })
  const [{ subscription }, purchases] = await Promise.all([heldBy(deps, id), purchasesOf(deps, id)])
  return { ...toRow(user), stripeCustomerId: user.stripeCustomerId, subscription, purchases }
}

/**
 * Closes an account, opens it again, or changes what it may do; what plays stops by itself. An operator's is
 * changed by an owner alone.
 *
 * @throws NOT_FOUND, FORBIDDEN; CONFLICT when operators would lock themselves out
 */
export async function changePerson(
  deps: StudioDeps,
  { userId: actorId, role: actorRole }: Pick<Viewer, 'userId' | 'role'>,
  id: string,
  { role, disabled, reason, refund = false }: PersonChange,
): Promise<Person> {
  const { database, clock } = deps
  if (id === actorId && (disabled === true || (role ?? actorRole) !== actorRole)) {
    throw new MatineeError('CONFLICT', {
      detail: say('accounts.ownAccount'),
    })
  }
  // Nothing is asked of Stripe for somebody who is not there.
  const person = await findPerson(deps, id)
  if (isOperator(person.role) && !may(actorRole, 'roles')) throw new MatineeError('FORBIDDEN')
  const by = { actorId, now: clock.now() }
  if (role !== undefined) await setRole(database, id, { role, ...by })
  // First, so that nothing is charged for an account that nobody can sign in to.
  if (disabled === true) await endSubscriptions(deps, id, { refund, actorId })
  if (disabled === true) await disableUser(database, id, { ...by, ...(reason && { reason }) })
  if (disabled === false) await enableUser(database, id, by)
  return findPerson(deps, id)
}
