import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { amountProblem } from '../../../contract/charge-limits.ts'
import type { CurrencyAmount } from '../../../contract/price-currencies.ts'
import { allPages, idOf, type Stripe } from '../../clients/stripe.ts'
import { priceProblem } from './price-problem.ts'
import { otherCurrencies } from './project-plans.ts'
import { pushPortal } from './push-portal.ts'
import { type PlansDeps, syncPlans } from './sync-plans.ts'

const Code = Type.String({ pattern: '^[a-z]{3}$' })

const Plans = Type.Array(
  Type.Object(
    {
      id: Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,49}$' }),
      name: Type.String({ minLength: 1, maxLength: 250 }),
      description: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
      maxStreams: Type.Integer({ minimum: 1, maximum: 100 }),
      rank: Type.Integer({ minimum: 0 }),
      trialDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 730 })),
      prices: Type.Array(
        Type.Object(
          {
            interval: Type.Union([Type.Literal('month'), Type.Literal('year')]),
            /** In the currency's minor unit. */
            amount: Type.Integer({ minimum: 0 }),
            currency: Code,
            /** Stripe's `currency_options`. Left out, those that there are stay. */
            currencies: Type.Optional(
              Type.Array(
                Type.Object(
                  { currency: Code, amount: Type.Integer({ minimum: 0 }) },
                  { additionalProperties: false },
                ),
              ),
            ),
          },
          { additionalProperties: false },
        ),
        { minItems: 1 },
      ),
    },
    { additionalProperties: false },
  ),
  { minItems: 1 },
)

const PlanFile = Type.Object({ plans: Plans }, { additionalProperties: false })

/** Plans as an operator writes them down, to be made in Stripe. */
export type PlanFile = Static<typeof PlanFile>
type PlanEntry = PlanFile['plans'][number]
type PriceEntry = PlanEntry['prices'][number]

/**
 * Checks the content of a plan file.
 *
 * @throws Error whose sentence names the first field that is wrong
 */
export function readPlanFile(content: unknown): PlanFile {
  const [problem] = Value.Errors(PlanFile, content)
  if (problem !== undefined) {
    const where = problem.instancePath.split('/').slice(1).join('.') || 'The file'
    throw new Error(`The plan file cannot be used. ${where}: ${problem.message}.`)
  }
  for (const { id, prices } of (content as PlanFile).plans) {
    for (const { amount, currency } of prices.flatMap(inCurrencies)) {
      const wrong = amount === 0 ? null : amountProblem(amount, currency)
      if (wrong === null) continue
      const why = priceProblem(wrong, currency)
      throw new Error(`The plan file cannot be used. A price of ${id}: ${why}`)
    }
    for (const price of prices) {
      const codes = inCurrencies(price).map(({ currency }) => currency)
      const twice = codes.find((code, index) => codes.indexOf(code) < index)
      if (twice === undefined) continue
      throw new Error(`The plan file cannot be used. A price of ${id} is in ${twice} twice.`)
    }
  }
  return content as PlanFile
}

/** A price as written down, once for each of its currencies. */
const inCurrencies = ({ amount, currency, currencies = [] }: PriceEntry): CurrencyAmount[] => [
  { amount, currency },
  ...currencies,
]

/** What had to be made or changed; nothing when everything was there. */
export interface PushResult {
  created: string[]
  updated: string[]
  /** Products that had been archived in Stripe and are on sale again. */
  revived: string[]
}

/**
 * Makes the plans in Stripe: a product each, found again by its metadata, and prices found by their
 * lookup keys. Running it again changes nothing. A price's amount cannot be changed in Stripe: a new
 * one takes over its lookup key, and who pays the old one goes on paying it. What is then in Stripe is
 * stored here, and the billing portal lets viewers change between the plans.
 *
 * @throws what the Stripe SDK throws
 */
export async function pushPlans(deps: PlansDeps, { plans }: PlanFile): Promise<PushResult> {
  const { stripe } = deps
  const result: PushResult = { created: [], updated: [], revived: [] }
  const products = await allPages(stripe.products.list({ limit: 100 }))
  for (const plan of plans) {
    // One that was archived is revived: whoever pays for it has the plan, and goes on with it.
    const found = products
      .filter(({ metadata }) => metadata.matinee_plan === plan.id)
      .sort((a, b) => Number(b.active) - Number(a.active) || a.created - b.created)[0]
    const product = await pushProduct(stripe, plan, found, result)
    for (const price of plan.prices) await pushPrice(stripe, plan, price, product, result)
  }
  await syncPlans(deps)
  const portal = await pushPortal(deps)
  if (portal !== 'same') result[portal].push('billing portal')
  return result
}

const productOf = (plan: PlanEntry) => ({
  name: plan.name,
  description: plan.description ?? '',
  metadata: {
    matinee_plan: plan.id,
    max_streams: String(plan.maxStreams),
    rank: String(plan.rank),
    trial_days: String(plan.trialDays ?? 0),
  },
})

async function pushProduct(
  stripe: Stripe,
  plan: PlanEntry,
  found: Stripe.Product | undefined,
  result: PushResult,
): Promise<Stripe.Product> {
  const wanted = productOf(plan)
  if (found === undefined) {
    const { description, ...rest } = wanted
    result.created.push(plan.id)
    return stripe.products.create({ ...rest, ...(description !== '' && { description }) })
  }
  const same =
    found.name === wanted.name &&
    (found.description ?? '') === wanted.description &&
    Object.entries(wanted.metadata).every(([key, value]) => found.metadata[key] === value)
  if (same && found.active) return found
  result[found.active ? 'updated' : 'revived'].push(plan.id)
  return stripe.products.update(found.id, { ...wanted, active: true })
}

/** Whether every currency of a price is wanted as it is, and others only come to them. */
export const keepsCurrencies = (
  known: readonly CurrencyAmount[],
  wanted: readonly CurrencyAmount[],
): boolean =>
  known.every(({ currency, amount }) =>
    wanted.some((one) => one.currency === currency && one.amount === amount),
  )

const optionsOf = (currencies: readonly CurrencyAmount[]) =>
  Object.fromEntries(
    currencies.map(({ currency, amount }) => [currency, { unit_amount: amount }] as const),
  )

async function pushPrice(
  stripe: Stripe,
  plan: PlanEntry,
  { interval, amount, currency, currencies }: PriceEntry,
  product: Stripe.Product,
  result: PushResult,
): Promise<void> {
  const lookupKey = `matinee_${plan.id}_${interval}_${currency}`
  const expand = ['data.currency_options']
  const { data } = await stripe.prices.list({ lookup_keys: [lookupKey], limit: 1, expand })
  const [old] = data
  const known = old === undefined ? [] : otherCurrencies(old)
  const wanted = currencies ?? known
  const same =
    old?.active === true && old.unit_amount === amount && idOf(old.product) === product.id
  if (same && keepsCurrencies(known, wanted)) {
    if (wanted.length === known.length) return
    // A currency can be added to a price; what it is in one that it has stays.
    await stripe.prices.update(old.id, { currency_options: optionsOf(wanted) })
    result.updated.push(lookupKey)
    return
  }
  await stripe.prices.create({
    product: product.id,
    currency,
    unit_amount: amount,
    ...(wanted.length > 0 && { currency_options: optionsOf(wanted) }),
    recurring: { interval },
    lookup_key: lookupKey,
    transfer_lookup_key: true,
  })
  if (old === undefined) result.created.push(lookupKey)
  else {
    await stripe.prices.update(old.id, { active: false })
    result.updated.push(lookupKey)
  }
}
