import type { Subscription } from '../../contract/accounts.ts'
import type { ChangePreview, HeldPlan, Invoice } from '../../contract/billing.ts'
import { accountWords } from '../../contract/words/account.ts'
import { day, money } from '../../contract/words/format.ts'
import { planWords } from '../../contract/words/plans.ts'
import { priceWords } from '../../contract/words/prices.ts'
import { type SubscriptionWords, subscriptionWords } from '../ui/subscription-words.ts'

/** "$9 a month"; empty where the price is not known here. */
export const planPrice = ({ price }: HeldPlan, locale?: string): string =>
  price === null ? '' : priceWords(price, locale)

/** How a plan stands, with what only billing knows: that it is paused, or its money went back. */
export function heldPlanWords(
  subscription: Subscription,
  plan: HeldPlan | null,
  options: { locale?: string; now?: number } = {},
): SubscriptionWords {
  const words = subscriptionWords(subscription, options)
  const date = plan === null ? '' : day(plan.currentPeriodEnd, options.locale)
  switch (plan?.suspended) {
    case 'collection_paused': {
      const price = planPrice(plan, options.locale)
      return stopped(
        planWords('paused.label'),
        plan.paused
          ? planWords('paused.price', { price })
          : planWords('paused.comingBack', { date }),
      )
    }
    case 'payment_pending':
    case 'refunded':
    case 'disputed':
      return stopped(planWords(`${plan.suspended}.label`), planWords(`${plan.suspended}.text`))
  }
  if (!plan?.paused) return words
  const sentence = planWords('pausing.text', { date })
  return { label: planWords('pausing.label'), sentence, tone: 'calm', watching: true }
}

const stopped = (label: string, sentence: string): SubscriptionWords => ({
  label,
  sentence,
  tone: 'calm',
  watching: false,
})

/** A change to a cheaper plan is an invoice below nothing. */
export function invoiceWords({ status, amount }: Pick<Invoice, 'status' | 'amount'>): string {
  const key = amount < 0 ? 'invoice.credit' : `invoice.${status}`
  return accountWords.has(key) ? accountWords(key as 'invoice.paid') : status
}

/** What a change of plan costs, today and from when on, and what is said when it is done. */
export function changeWords(
  { today, next, currency }: ChangePreview,
  locale?: string,
): { today: string; next: string; done: string; press: string } {
  const amount = money(today.amount, currency, locale)
  const credit = money(today.credit, currency, locale)
  const price = priceWords({ ...next, currency }, locale)
  const date = day(next.at, locale)
  const nothing =
    today.credit > 0
      ? accountWords('nothingCredit', { amount: credit })
      : accountWords('nothingToday')
  return {
    today: today.amount > 0 ? amount : nothing,
    next: accountWords('nextPayment', { price, date }),
    done: accountWords('changedText', { price, date }),
    press: today.amount > 0 ? accountWords('payAndChange', { amount }) : accountWords('changePlan'),
  }
}
