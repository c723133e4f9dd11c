import { amountProblem } from '../../../contract/charge-limits.ts'
import type {
  NewPromotionCode,
  PromotionCode,
  PromotionCodes,
  PromotionCodesQuery,
} from '../../../contract/promotion-codes.ts'
import { say } from '../../../contract/words/server.ts'
import { audit } from '../../audit/audit.ts'
import { dateOf, isMissing, isStripeError, type Stripe } from '../../clients/stripe.ts'
import { MatineeError, refusedField } from '../../errors.ts'
import type { BillingDeps } from '../../services.ts'

const expand = ['promotion.coupon']
const durations = ['once', 'repeating', 'forever'] as const

/** Those that Stripe has, the newest first. @throws what the Stripe SDK throws */
export async function listPromotionCodes(
  { stripe }: BillingDeps,
  { cursor, limit }: PromotionCodesQuery,
): Promise<PromotionCodes> {
  const { data, has_more } = await stripe.promotionCodes.list({
    limit,
    expand: expand.map((path) => `data.${path}`),
    ...(cursor !== undefined && { starting_after: cursor }),
  })
  return { codes: data.map(toAnswer), nextCursor: has_more ? (data.at(-1)?.id ?? null) : null }
}

/**
 * Makes a code, and the coupon behind it. Codes are one word to those who type them, in capitals or
 * not: of two that are in use Stripe refuses the second.
 *
 * @throws MatineeError BAD_REQUEST, CONFLICT; what the Stripe SDK throws
 */
export async function createPromotionCode(
  { stripe, database, clock }: BillingDeps,
  actorId: string,
  given: NewPromotionCode,
): Promise<PromotionCode> {
  check(given, clock.now())
  const { code, percentOff, amountOff, currency, duration = 'once', months } = given
  const coupon = await stripe.coupons.create({
    duration,
    name: code.slice(0, 40),
    ...(percentOff !== undefined && { percent_off: percentOff }),
    ...(amountOff !== undefined && currency !== undefined && { amount_off: amountOff, currency }),
    ...(months !== undefined && { duration_in_months: months }),
  })
  try {
    const made = await stripe.promotionCodes.create({
      code,
      promotion: { type: 'coupon', coupon: coupon.id },
      ...(given.maxUses !== undefined && { max_redemptions: given.maxUses }),
      ...(given.expiresAt !== undefined && {
        expires_at: Math.floor(Date.parse(given.expiresAt) / 1000),
      }),
      expand,
    })
    const subject = `promotion:${made.id}`
    await audit(database, { actorId, action: 'promotion.made', subject, details: { ...given } })
    return toAnswer(made)
  } catch (error) {
    // Nobody can use a coupon without its code.
    await stripe.coupons.del(coupon.id)
    if (!isStripeError(error) || error.param !== 'code') throw error
    throw new MatineeError('CONFLICT', {
      detail: say('billing.code.taken', { code }),
      cause: error,
    })
  }
}

/** What the schema cannot say. @throws MatineeError BAD_REQUEST */
function check(given: NewPromotionCode, now: Date): void {
  const { percentOff, amountOff, currency, duration, months, expiresAt } = given
  if ((percentOff === undefined) === (amountOff === undefined)) {
    throw refusedField('percentOff', say('billing.code.worth'))
  }
  if (amountOff !== undefined) {
    const known = currency !== undefined && amountProblem(100, currency)?.kind !== 'currency'
    if (!known) throw refusedField('currency', say('billing.price.currency'))
  }
  if ((duration === 'repeating') !== (months !== undefined)) {
    throw refusedField('months', say('billing.code.months'))
  }
  if (expiresAt !== undefined && !(new Date(expiresAt) > now)) {
    throw refusedField('expiresAt', say('billing.code.past'))
  }
}

/**
 * Switches a code off, or on again.
 *
 * @throws MatineeError NOT_FOUND, CONFLICT for one that is used up or over; what the SDK throws
 */
export async function switchPromotionCode(
  { stripe, database }: BillingDeps,
  actorId: string,
  id: string,
  active: boolean,
): Promise<PromotionCode> {
  try {
    const changed = await stripe.promotionCodes.update(id, { active, expand })
    const action = active ? 'promotion.on' : 'promotion.off'
    await audit(database, { actorId, action, subject: `promotion:${id}` })
    return toAnswer(changed)
  } catch (error) {
    if (isMissing(error)) throw new MatineeError('NOT_FOUND', { detail: say('billing.code.none') })
    if (!isStripeError(error) || error.statusCode !== 400) throw error
    throw new MatineeError('CONFLICT', { detail: say('billing.code.over'), cause: error })
  }
}

function toAnswer(code: Stripe.PromotionCode): PromotionCode {
  const { coupon } = code.promotion
  const worth = typeof coupon === 'string' ? null : coupon
  return {
    id: code.id,
    code: code.code,
    active: code.active && worth?.valid !== false,
    percentOff: worth?.percent_off ?? null,
    amountOff: worth?.amount_off ?? null,
    currency: worth?.currency ?? null,
    duration: durations.find((one) => one === worth?.duration) ?? 'once',
    months: worth?.duration_in_months ?? null,
    expiresAt: dateOf(code.expires_at)?.toISOString() ?? null,
    maxUses: code.max_redemptions,
    uses: code.times_redeemed,
    createdAt: dateOf(code.created).toISOString(),
  }
}
