import type { Plan, Subscription } from '../site/contract.ts'
import { day } from './format.ts'

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

/** `on(time)` is "on 3 May 2031", `until(time)` "until 3 May 2031". */
interface Dates {
  on(time: string | null): string
  until(time: string | null): string
  by(time: string): string
}

type Wording = (subscription: Subscription, dates: Dates) => SubscriptionWords

const running: Wording = ({ cancelAtPeriodEnd, currentPeriodEnd }, { on, until }) =>
  cancelAtPeriodEnd
    ? {
        label: 'Ending',
        sentence: `Cancelled. You can watch ${until(currentPeriodEnd)}, and nothing more is charged.`,
        tone: 'calm',
        watching: true,
      }
    : {
        label: 'Active',
        sentence: `Renews ${on(currentPeriodEnd)}.`,
        tone: 'good',
        watching: true,
      }

const wordings: Record<string, Wording> = {
  active: running,
  trialing: ({ cancelAtPeriodEnd, currentPeriodEnd }, { on, until }) =>
    cancelAtPeriodEnd
      ? {
          label: 'Trial',
          sentence: `Cancelled. Your free trial ends ${on(currentPeriodEnd)}, and nothing is charged.`,
          tone: 'calm',
          watching: true,
        }
      : {
          label: 'Trial',
          sentence: `Free ${until(currentPeriodEnd)}, then the plan's price is charged.`,
          tone: 'good',
          watching: true,
        },
  past_due: ({ graceUntil }, { by }) =>
    graceUntil === null
      ? {
          label: 'Payment failed',
          sentence: 'Your last payment failed, so films are paused. Update your card to go on.',
          tone: 'urgent',
          watching: false,
        }
      : {
          label: 'Payment failed',
          sentence: `Your last payment failed. Update your card ${by(graceUntil)} to keep watching.`,
          tone: 'urgent',
          watching: true,
        },
  unpaid: () => ({
    label: 'Not paid',
    sentence: 'Your plan is not paid for, so films are paused. Pay what is open to go on.',
    tone: 'urgent',
    watching: false,
  }),
  incomplete: () => ({
    label: 'Not finished',
    sentence: 'Your first payment has not gone through yet. Finish it to start watching.',
    tone: 'urgent',
    watching: false,
  }),
  paused: () => ({
    label: 'Paused',
    sentence: 'Your plan is paused and nothing is charged. Resume it to watch again.',
    tone: 'calm',
    watching: false,
  }),
}

const ended: Wording = () => ({
  label: 'Ended',
  sentence: 'Your plan has ended. Choose a plan to watch again.',
  tone: 'calm',
  watching: false,
})

/** Says a subscription's state. A status that is not known reads as ended, which is how it acts. */
export function subscriptionWords(
  subscription: Subscription,
  { locale, now }: { locale?: string; now?: number } = {},
): SubscriptionWords {
  const dates: Dates = {
    on: (time) => (time === null ? 'at the end of the period' : `on ${day(time, locale)}`),
    until: (time) => `until ${time === null ? 'the end of the period' : day(time, locale)}`,
    by: (time) => `by ${day(time, locale)}`,
  }
  const overdue = pastGrace(subscription, now)
  const wording = wordings[subscription.status] ?? ended
  return wording(overdue ? { ...subscription, graceUntil: null } : subscription, dates)
}

/** Whether the grace that a failed payment left has run out. */
export const pastGrace = ({ graceUntil }: Subscription, now = Date.now()): boolean =>
  graceUntil !== null && Date.parse(graceUntil) <= now

/** The name of the subscription's plan, if it is still on sale. */
export const planName = (subscription: Subscription, plans: readonly Plan[]): string | undefined =>
  plans.find(({ id }) => id === subscription.planId)?.name

/** Whether a new checkout would be refused, because this is what to change instead. */
export const holdsPlan = (subscription: Subscription | null | undefined): boolean =>
  subscription != null &&
  ['active', 'trialing', 'past_due', 'unpaid', 'paused'].includes(subscription.status)
