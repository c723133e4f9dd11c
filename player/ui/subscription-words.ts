import type { Subscription } from '../../contract/accounts.ts'
import type { Plan } from '../../contract/billing.ts'
import { day } from '../../contract/words/format.ts'
import { planWords } from '../../contract/words/plans.ts'

/** A subscription's state as its holder reads it. */
export interface SubscriptionWords {
  /** One or two words for a label. */
  label: string
  /** What is the case, and what happens next. */
  sentence: string
  /** How urgent it is. */
  tone: 'good' | 'calm' | 'urgent'
  /** Whether films that need the plan play now. */
  watching: boolean
}

interface Options {
  locale?: string
  now?: number
}

const on = (time: string | null, { locale }: Options) =>
  time === null ? planWords('onPeriodEnd') : planWords('on', { date: day(time, locale) })
const until = (time: string | null, { locale }: Options) =>
  time === null ? planWords('untilPeriodEnd') : planWords('until', { date: day(time, locale) })

const said = (
  label: string,
  sentence: string,
  tone: SubscriptionWords['tone'],
  watching: boolean,
): SubscriptionWords => ({ label, sentence, tone, watching })

function running({ cancelAtPeriodEnd, currentPeriodEnd }: Subscription, options: Options) {
  return cancelAtPeriodEnd
    ? said(
        planWords('ending.label'),
        planWords('ending.text', { until: until(currentPeriodEnd, options) }),
        'calm',
        true,
      )
    : said(
        planWords('active.label'),
        planWords('active.text', { on: on(currentPeriodEnd, options) }),
        'good',
        true,
      )
}

function trialing({ cancelAtPeriodEnd, currentPeriodEnd }: Subscription, options: Options) {
  const sentence = cancelAtPeriodEnd
    ? planWords('trial.ending', { on: on(currentPeriodEnd, options) })
    : planWords('trial.text', { until: until(currentPeriodEnd, options) })
  return said(planWords('trial.label'), sentence, cancelAtPeriodEnd ? 'calm' : 'good', true)
}

function pastDue(subscription: Subscription, { locale, now }: Options) {
  const { graceUntil } = subscription
  const grace = graceUntil === null || pastGrace(subscription, now) ? null : graceUntil
  const sentence =
    grace === null
      ? planWords('failed.text')
      : planWords('failed.grace', { date: day(grace, locale) })
  return said(planWords('failed.label'), sentence, 'urgent', grace !== null)
}

/** Says a subscription's state. A status that is not known reads as ended, which is how it acts. */
export function subscriptionWords(
  subscription: Subscription,
  options: Options = {},
): SubscriptionWords {
  switch (subscription.status) {
    case 'active':
      // Stripe has given up asking for a payment, and it is owed all the same.
      return subscription.graceUntil === null
        ? running(subscription, options)
        : pastDue(subscription, options)
    case 'trialing':
      return trialing(subscription, options)
    case 'past_due':
      return pastDue(subscription, options)
    case 'unpaid':
    case 'incomplete': {
      const { status } = subscription
      return said(planWords(`${status}.label`), planWords(`${status}.text`), 'urgent', false)
    }
    case 'paused':
      return said(planWords('paused.label'), planWords('paused.text'), 'calm', false)
    default:
      return said(planWords('ended.label'), planWords('ended.text'), 'calm', false)
  }
}

/** Whether the grace that a failed payment left has run out. */
const pastGrace = ({ graceUntil }: Subscription, now = Date.now()): boolean =>
  graceUntil !== null && Date.parse(graceUntil) <= now

/** The name of the subscription's plan, if it is still on sale. */
export const planName = (subscription: Subscription, plans: readonly Plan[]): string | undefined =>
  plans.find(({ id }) => id === subscription.planId)?.name

/** Whether a new checkout would be refused, because this is what to change instead. */
export const holdsPlan = (subscription: Subscription | null | undefined): boolean =>
  subscription != null &&
  ['active', 'trialing', 'past_due', 'unpaid', 'paused'].includes(subscription.status)
