import type { Access } from './contract.ts'

/** Why a film does not play, and what to do about it, for the head of the paywall. */
export interface RefusalWords {
  heading: string
  sentence: string
}

const refusals: Record<string, RefusalWords> = {
  sign_in_required: {
    heading: 'Watch this film',
    sentence: 'It is for members. Choose a plan, or sign in if you have one.',
  },
  not_entitled: {
    heading: 'Watch this film',
    sentence: 'It is for members. Choose a plan to start watching.',
  },
  plan_not_included: {
    heading: 'Not in your plan',
    sentence: 'This film belongs to another plan.',
  },
  payment_failed: {
    heading: 'Your last payment failed',
    sentence: 'Update your card, and the film plays again at once.',
  },
  payment_incomplete: {
    heading: 'Your payment is not finished',
    sentence: 'Your first payment has not gone through yet. Finish it to start watching.',
  },
  subscription_paused: {
    heading: 'Your plan is paused',
    sentence: 'Resume it to watch this film.',
  },
  subscription_ended: {
    heading: 'Your plan has ended',
    sentence: 'Choose a plan to watch again.',
  },
  rental_expired: {
    heading: 'Your rental has run out',
    sentence: 'Rent the film again, or choose a plan.',
  },
  refunded: {
    heading: 'This was refunded',
    sentence: 'Your money went back to you, so the film no longer plays.',
  },
  disputed: {
    heading: 'This payment is disputed',
    sentence: 'The film plays again once the dispute with your bank is settled in our favour.',
  },
  grant_ended: {
    heading: 'Your guest access has ended',
    sentence: 'Choose a plan to go on watching.',
  },
  account_disabled: {
    heading: 'Your account is closed',
    sentence: 'Films do not play on it. Write to whoever runs this site if that is a mistake.',
  },
}

const unknown: RefusalWords = {
  heading: 'Watch this film',
  sentence: 'Your account does not include it yet.',
}

/** What the paywall says. */
export const refusalWords = ({ because, offers }: Access): RefusalWords => {
  const words = refusals[because] ?? unknown
  const memberOnly = because === 'sign_in_required' || because === 'not_entitled'
  if (!memberOnly || offers.some(({ kind }) => kind === 'plan')) return words
  return offers.length === 0
    ? { ...words, sentence: 'It is not on sale at the moment.' }
    : { ...words, sentence: 'Rent or buy it to start watching.' }
}

/** The badge on a poster; undefined where the viewer may simply watch. */
export function badge({ allowed, because, offers }: Access): string | undefined {
  if (because === 'free') return 'Free'
  if (because === 'rented') return 'Rented'
  if (because === 'bought') return 'Yours'
  if (allowed) return undefined
  if (offers.length > 0 && offers.every(({ kind }) => kind === 'rent' || kind === 'buy')) {
    return 'Rent or buy'
  }
  return 'Members'
}
