import { day, money } from '../ui/format.ts'
import { type SubscriptionWords, subscriptionWords } from '../ui/subscription-words.ts'
import type { BoughtVideo, ChangePreview, HeldPlan, Invoice, Subscription } from './contract.ts'
import { perInterval } from './offer-words.ts'

/** "$9 a month"; empty where the price is not known here. */
export const planPrice = ({ price }: HeldPlan, locale?: string): string =>
  price === null
    ? ''
    : `${money(price.amount, price.currency, locale)} ${perInterval(price.interval)}`

/** How a plan stands, with what only billing knows: that it is paused, or its money went back. */
export function planWords(
  subscription: Subscription,
  plan: HeldPlan | null,
  options: { locale?: string; now?: number } = {},
): SubscriptionWords {
  const words = subscriptionWords(subscription, options)
  const price = plan && planPrice(plan, options.locale)
  switch (plan?.suspended) {
    case 'collection_paused':
      return plan.paused
        ? stopped('Paused', `Nothing is charged. Resume it to watch again, for ${price}.`)
        : stopped(
            'Paused',
            `It goes on with the next payment ${on(plan.currentPeriodEnd, options)}.`,
          )
    case 'refunded':
      return stopped('Refunded', 'Your last payment was given back, so films are paused.')
    case 'disputed':
      return stopped('Disputed', 'Your bank is asking back your last payment, so films are paused.')
  }
  if (!plan?.paused) return words
  const until = day(plan.currentPeriodEnd, options.locale)
  return {
    label: 'Pausing',
    sentence: `You can watch until ${until}. Then nothing is charged until you resume it.`,
    tone: 'calm',
    watching: true,
  }
}

const on = (time: string, { locale }: { locale?: string }) => `on ${day(time, locale)}`

const stopped = (label: string, sentence: string): SubscriptionWords => ({
  label,
  sentence,
  tone: 'calm',
  watching: false,
})

/** What became of a film that was paid for. */
export function purchaseWords(
  { kind, status, startBy, watchUntil, paidAt }: BoughtVideo,
  { locale, now = Date.now() }: { locale?: string; now?: number } = {},
): string {
  if (status === 'refunded') return 'Money given back'
  if (status !== 'paid') return 'Asked back by your bank'
  if (kind === 'buy') return `Bought on ${day(paidAt, locale)}`
  if (watchUntil !== null) {
    const over = Date.parse(watchUntil) <= now
    return over ? 'Rental ended' : `Rented until ${day(watchUntil, locale)}`
  }
  if (startBy === null) return 'Rented'
  return Date.parse(startBy) <= now ? 'Rental ended' : `Rented, start by ${day(startBy, locale)}`
}

const invoiceStatuses: Record<string, string> = {
  paid: 'Paid',
  open: 'To be paid',
  uncollectible: 'Not collected',
  void: 'Not charged',
}

/** A change to a cheaper plan is an invoice below nothing. */
export const invoiceWords = ({ status, amount }: Pick<Invoice, 'status' | 'amount'>): string =>
  amount < 0 ? 'Kept for later payments' : (invoiceStatuses[status] ?? status)

/** What a change of plan costs, today and from when on, and what is said when it is done. */
export function changeWords(
  { today, next, currency }: ChangePreview,
  locale?: string,
): { today: string; next: string; done: string; press: string } {
  const amount = money(today.amount, currency, locale)
  const credit = money(today.credit, currency, locale)
  const every = `${money(next.amount, currency, locale)} ${perInterval(next.interval)}`
  const kept = `Nothing. ${credit} that you have paid ahead are taken off your next payments.`
  return {
    today: today.amount > 0 ? amount : today.credit > 0 ? kept : 'Nothing.',
    next: `${every}, starting ${day(next.at, locale)}`,
    done: `From ${day(next.at, locale)} on you pay ${every}.`,
    press: today.amount > 0 ? `Pay ${amount} and change` : 'Change plan',
  }
}
