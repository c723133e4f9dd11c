import { csvLine } from '../../contract/csv.ts'
import type {
  People,
  PeopleFilters,
  PeopleQuery,
  Person,
  PersonChange,
  PersonRow,
} from '../../contract/people.ts'
import { isOperator, may } from '../../contract/roles.ts'
import { say } from '../../contract/words/server.ts'
import { enableUser, refuseUnknown, setRole } from '../accounts/users.ts'
import { closeAccount } from '../billing/close-account.ts'
import { purchasesOf } from '../billing/payments/payments.ts'
import { liveStatuses } from '../billing/subscription-terms.ts'
import { escapeLike } from '../clients/like.ts'
import type { Prisma } from '../clients/prisma/client.ts'
import { heldBy } from '../entitlements/held.ts'
import { MatineeError } from '../errors.ts'
import type { Viewer } from '../plugins/auth.ts'
import type { StudioDeps } from '../services.ts'

/** Of their customers' countries the one that was told last. */
const withCountry = {
  include: {
    stripeCustomers: {
      where: { country: { not: null } },
      orderBy: { syncedAt: { sort: 'desc', nulls: 'last' } },
      select: { country: true },
      take: 1,
    },
  },
} satisfies Prisma.UserDefaultArgs

type WithCountry = Prisma.UserGetPayload<typeof withCountry>

const toRow = (user: WithCountry): PersonRow => {
  const { id, email, role, createdAt, disabledAt, stripeCustomers } = user
  return {
    ...{ id, email, role, country: stripeCustomers[0]?.country ?? null },
    createdAt: createdAt.toISOString(),
    disabledAt: disabledAt?.toISOString() ?? null,
  }
}

type Deps = Pick<StudioDeps, 'database' | 'clock'>

/** Who pays for a plan, by whichever product or price, or was given it. */
async function withPlan({ database, clock }: Deps, planId: string): Promise<Prisma.UserWhereInput> {
  const plan = await database.plan.findUnique({
    where: { id: planId },
    include: { prices: { where: { named: true }, select: { id: true } } },
  })
  const products = [plan?.stripeProductId ?? [], plan?.otherProductIds ?? []].flat()
  const prices = plan?.prices.map(({ id }) => id) ?? []
  const items = { some: { OR: [{ productId: { in: products } }, { priceId: { in: prices } }] } }
  const ends = [{ until: null }, { until: { gt: clock.now() } }]
  return {
    OR: [
      { subscriptions: { some: { status: { in: [...liveStatuses] }, items } } },
      { grants: { some: { planId, revokedAt: null, OR: ends } } },
    ],
  }
}

async function wanted(
  deps: Deps,
  { q, planId, status, country, since, neverWatched, failing }: PeopleFilters,
): Promise<Prisma.UserWhereInput> {
  const and: Prisma.UserWhereInput[] = []
  if (planId !== undefined) and.push(await withPlan(deps, planId))
  if (status !== undefined) and.push({ subscriptions: { some: { status } } })
  if (failing) and.push({ subscriptions: { some: { status: { in: ['past_due', 'unpaid'] } } } })
  return {
    deletedAt: null,
    ...(q && { email: { contains: escapeLike(q), mode: 'insensitive' } }),
    ...(since !== undefined && { createdAt: { gte: new Date(since) } }),
    ...(country !== undefined && { stripeCustomers: { some: { country } } }),
    // Whoever finishes a film has no progress in it any more.
    ...(neverWatched && {
      ...{ progress: { none: {} }, finished: { none: {} }, playbackSessions: { none: {} } },
    }),
    ...(and.length > 0 && { AND: and }),
  }
}

/**
 * Accounts as wanted, newest first.
 *
 * @param cursor the last account of the page before
 */
export async function listPeople(
  deps: Deps,
  { cursor, limit, ...filters }: PeopleQuery,
): Promise<People> {
  const users = await deps.database.user.findMany({
    where: await wanted(deps, filters),
    ...(cursor !== undefined && { cursor: { id: cursor }, skip: 1 }),
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    ...withCountry,
  })
  const page = users.slice(0, limit)
  return {
    users: page.map(toRow),
    nextCursor: users.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}

/** The same as a file: RFC 4180, with a heading. */
export async function* peopleCsv(deps: Deps, filters: PeopleFilters): AsyncGenerator<string> {
  yield csvLine(['email', 'role', 'country', 'joined', 'closed'])
  let cursor: string | undefined
  do {
    const page = await listPeople(deps, { ...filters, limit: 500, ...(cursor && { cursor }) })
    for (const { email, role, country, createdAt, disabledAt } of page.users) {
      yield csvLine([email, role, country ?? '', createdAt, disabledAt ?? ''])
    }
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
}

/** Where people are from, in order of the codes. */
export async function countriesOf({ database }: Pick<Deps, 'database'>): Promise<string[]> {
  const rows = await database.$queryRaw<{ country: string }[]>`
    with recursive "one" as (
      (select min("country") as "country" from "StripeCustomer")
      union all
      select (select min(c."country") from "StripeCustomer" c where c."country" > "one"."country")
      from "one" where "one"."country" is not null
    ) select "country" from "one" where "country" is not null`
  return rows.map(({ country }) => country)
}

/** @throws NOT_FOUND */
export async function findPerson(deps: StudioDeps, id: string): Promise<Person> {
  const user = await deps.database.user.findUnique({ where: { id }, ...withCountry })
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
  await refuseUnknown(database, id)
  const person = await findPerson(deps, id)
  if (isOperator(person.role) && !may(actorRole, 'roles')) throw new MatineeError('FORBIDDEN')
  const by = { actorId, now: clock.now() }
  if (role !== undefined) await setRole(database, id, { role, ...by })
  if (disabled === true) {
    await closeAccount(deps, id, { refund, actorId, ...(reason && { reason }) })
  }
  if (disabled === false) await enableUser(database, id, by)
  return findPerson(deps, id)
}
