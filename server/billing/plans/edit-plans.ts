import slugify from '@sindresorhus/slugify'
import type { AuditAction } from '../../../contract/audit-actions.ts'
import { amountProblem } from '../../../contract/charge-limits.ts'
import type { NewPlan, NewPrice, PlanChange, StudioPlan } from '../../../contract/plans.ts'
import { say } from '../../../contract/words/server.ts'
import { audit } from '../../audit/audit.ts'
import type { Prisma } from '../../clients/prisma/client.ts'
import { isMissing } from '../../clients/stripe.ts'
import { MatineeError } from '../../errors.ts'
import type { BillingDeps } from '../../services.ts'
import { priceProblem } from './price-problem.ts'
import { keepsCurrencies, type PlanFile, pushPlans } from './push-plans.ts'
import { pushPortal } from './push-portal.ts'
import { studioPlan } from './studio-plans.ts'
import { syncPlans } from './sync-plans.ts'

type Entry = PlanFile['plans'][number]

/** One operator after the other. */
const editing = <T>({ locks }: BillingDeps, work: () => Promise<T>) =>
  locks.hold('edit-plans', work)

/** @throws MatineeError BAD_REQUEST naming each price that Stripe cannot charge, or that is there twice */
function checkPrices(prices: readonly NewPrice[]): void {
  const all = prices.flatMap(({ interval, amount, currency, currencies = [] }, index) => [
    { interval, amount, currency, field: `prices.${index}.amount` },
    ...currencies.map((other, at) => ({
      ...other,
      interval,
      field: `prices.${index}.currencies.${at}.amount`,
    })),
  ])
  const kind = ({ interval, currency }: NewPrice) => `${interval} ${currency}`
  const fields = all.flatMap((price, index) => {
    const { field, amount, currency } = price
    const same = all.findIndex((other) => kind(other) === kind(price))
    if (same < index) return [{ field, message: say('billing.samePrice') }]
    const wrong = amount === 0 ? null : amountProblem(amount, currency)
    return wrong === null ? [] : [{ field, message: priceProblem(wrong, currency) }]
  })
  const [first] = fields
  if (first === undefined) return
  throw new MatineeError('BAD_REQUEST', { detail: first.message, members: { fields } })
}

/** @throws MatineeError CONFLICT where a plan on sale is called so already */
async function refuseSameName({ database }: BillingDeps, name: string, id?: string): Promise<void> {
  const same = await database.plan.findFirst({
    where: { active: true, name: { equals: name, mode: 'insensitive' }, NOT: { id: id ?? '' } },
  })
  if (same === null) return
  throw new MatineeError('CONFLICT', {
    detail: say('billing.samePlanName', { name }),
  })
}

/** A short word that no plan has yet. */
async function freeId({ database }: BillingDeps, name: string): Promise<string> {
  const wished = slugify(name).slice(0, 40).replace(/-+$/, '') || 'plan'
  const taken = await database.plan.findMany({
    where: { id: { startsWith: wished } },
    select: { id: true },
  })
  const ids = new Set(taken.map(({ id }) => id))
  let number = 1
  const named = () => (number === 1 ? wished : `${wished}-${number}`)
  while (ids.has(named())) number += 1
  return named()
}

/**
 * Makes a plan in Stripe, as `matinee plans push` does, and puts it on sale.
 *
 * @throws MatineeError BAD_REQUEST, CONFLICT; what the Stripe SDK throws
 */
export const createPlan = (
  deps: BillingDeps,
  actorId: string,
  { name: given, description, maxStreams = 2, trialDays = 0, rank, prices }: NewPlan,
): Promise<StudioPlan> => {
  checkPrices(prices)
  return editing(deps, async () => {
    const name = given.trim()
    // What the command line or Stripe's dashboard has made meanwhile counts as well.
    await syncPlans(deps)
    await refuseSameName(deps, name)
    const id = await freeId(deps, name)
    const { _max } = await deps.database.plan.aggregate({ _max: { rank: true } })
    const highest = Math.min(999_989, Math.max(0, _max.rank ?? 0))
    const plan: Entry = {
      ...{ id, name, maxStreams, trialDays, prices, rank: rank ?? highest + 10 },
      ...(description !== undefined && description.trim() !== '' && { description }),
    }
    await pushPlans(deps, { plans: [plan] })
    await note(deps, actorId, 'plan.made', plan)
    return studioPlan(deps.database, id)
  })
}

const note = (
  { database }: BillingDeps,
  actorId: string,
  action: AuditAction,
  plan: { id: string },
) => {
  const { id, ...details } = plan
  return audit(database, {
    ...{ actorId, action, subject: `plan:${id}` },
    details: details as Prisma.InputJsonObject,
  })
}

/**
 * Changes a plan in Stripe. A price that is replaced goes on for those who pay it, or is theirs until
 * their next period begins.
 *
 * @throws MatineeError NOT_FOUND, BAD_REQUEST, CONFLICT; what the Stripe SDK throws
 */
export const changeStudioPlan = (
  deps: BillingDeps,
  actorId: string,
  id: string,
  change: PlanChange,
): Promise<StudioPlan> => {
  if (change.prices !== undefined) checkPrices(change.prices)
  return editing(deps, async () => {
    await syncPlans(deps)
    const before = await studioPlan(deps.database, id)
    if (change.active === false) await archive(deps, id)
    else await push(deps, before, change)
    await note(deps, actorId, 'plan.changed', { id, ...change })
    return studioPlan(deps.database, id)
  })
}

async function archive(deps: BillingDeps, id: string): Promise<void> {
  const { stripeProductId, otherProductIds } = await deps.database.plan.findUniqueOrThrow({
    where: { id },
  })
  for (const product of [stripeProductId, ...otherProductIds]) {
    if (product === null) continue
    await deps.stripe.products.update(product, { active: false }).catch((error: unknown) => {
      // Of another account, whose key was set once.
      if (!isMissing(error)) throw error
    })
  }
  await syncPlans(deps)
  await pushPortal(deps)
}

async function push(deps: BillingDeps, before: StudioPlan, change: PlanChange): Promise<void> {
  if (!before.active && change.active !== true) {
    throw new MatineeError('CONFLICT', {
      detail: say('billing.archived'),
    })
  }
  const name = change.name?.trim() ?? before.name
  await refuseSameName(deps, name, before.id)
  const onSale = before.prices.filter(({ active }) => active)
  const description = change.description ?? before.description ?? ''
  const plan: Entry = {
    ...{ id: before.id, name, prices: change.prices ?? [] },
    maxStreams: change.maxStreams ?? before.maxStreams,
    trialDays: change.trialDays ?? before.trialDays,
    rank: change.rank ?? Math.max(0, before.rank),
    ...(description.trim() !== '' && { description }),
  }
  await pushPlans(deps, { plans: [plan] })
  if (change.prices !== undefined) await replacePrices(deps, before.id, onSale, change)
}

/** Takes what was on sale and is no longer wanted from sale, and says what becomes of who pays it. */
async function replacePrices(
  deps: BillingDeps,
  planId: string,
  before: StudioPlan['prices'],
  { prices = [], existing = 'keep' }: PlanChange,
): Promise<void> {
  const { database, stripe } = deps
  const wanted = (price: StudioPlan['prices'][number]) =>
    prices.some(
      ({ interval, currency, amount, currencies }) =>
        interval === price.interval &&
        currency === price.currency &&
        amount === price.amount &&
        (currencies === undefined || keepsCurrencies(price.currencies ?? [], currencies)),
    )
  const now = await database.price.findMany({ where: { planId, active: true } })
  for (const price of before.filter((one) => !wanted(one))) {
    const next = now.find(
      (one) =>
        one.id !== price.id && one.interval === price.interval && one.currency === price.currency,
    )
    await stripe.prices.update(price.id, {
      active: false,
      metadata: { matinee_moves_to: existing === 'move' ? (next?.id ?? '') : '' },
    })
  }
  await syncPlans(deps)
  await pushPortal(deps)
}
