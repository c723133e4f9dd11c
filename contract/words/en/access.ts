/** What is offered to someone so that they can watch. */
export interface Ways {
  plan: boolean
  rent: boolean
  buy: boolean
}

const own = ({ rent, buy }: Ways) => (rent && buy ? 'rent or buy' : rent ? 'rent' : 'buy')

/** The sentence that is true of the ways; `unknown` while they are not known. */
export const byWays = (
  ways: Ways | null,
  sentences: Record<'plan' | 'both' | 'none' | 'unknown', string> & {
    own: (ways: Ways) => string
  },
): string => {
  if (ways === null) return sentences.unknown
  if (!ways.rent && !ways.buy) return ways.plan ? sentences.plan : sentences.none
  return ways.plan ? sentences.both : sentences.own(ways)
}

const notForSale = 'It is not part of a plan and not for rent or sale at the moment.'

/**
 * Why a film does not play, or plays no longer: by its reason a title, and what can be done. The same
 * in the player, on the page and in the API's answer.
 */
export const access = {
  'not_entitled.title': 'Choose how to watch',
  'not_entitled.text': (ways: Ways | null) =>
    byWays(ways, {
      plan: 'This film comes with a plan.',
      own: (ways) => `You can ${own(ways)} this film.`,
      both: 'This film comes with a plan, or you can pay for it alone.',
      none: notForSale,
      unknown: 'You need a plan or a purchase to watch this film.',
    }),
  'unavailable.title': 'This film cannot be watched at the moment',
  'unavailable.text': notForSale,
  'sign_in_required.title': (ways: Ways | null) =>
    ways === null ? 'Sign in to watch' : 'Sign in or choose how to watch',
  'sign_in_required.text': (ways: Ways | null) =>
    byWays(ways, {
      plan: 'This film comes with a plan.',
      own: (ways) => `You can ${own(ways)} this film.`,
      both: 'This film comes with a plan, or you can pay for it alone.',
      none: notForSale,
      unknown: 'You can watch this film if your account includes it.',
    }),
  'plan_not_included.title': 'Your plan does not include this film',
  'plan_not_included.text': (ways: Ways | null) =>
    byWays(ways, {
      plan: 'You can change to a plan that does.',
      own: (ways) => `You can ${own(ways)} it.`,
      both: 'You can change your plan, or pay for the film alone.',
      none: notForSale,
      unknown: 'You can change to a plan that does.',
    }),
  'payment_failed.title': 'Your last payment failed',
  'payment_failed.text': 'Update your card, and the film plays again at once.',
  'payment_pending.title': 'Your payment is on its way',
  'payment_pending.text':
    'The film plays as soon as your bank has sent the money, which may take a few days.',
  'payment_incomplete.title': 'Your first payment did not go through',
  'payment_incomplete.text': 'Finish it, and the film plays at once.',
  'subscription_paused.title': 'Your plan is paused',
  'subscription_paused.text': 'Resume it, and the film plays again at once.',
  'subscription_ended.title': 'Your plan has ended',
  'subscription_ended.text': 'Choose a plan to watch again.',
  'rental_expired.title': 'Your rental has ended',
  'rental_expired.text': (ways: Ways | null) =>
    byWays(ways, {
      plan: 'Choose a plan to watch the film again.',
      own: (ways) => `To watch the film again, ${own(ways)} it.`,
      both: 'Choose how you would like to watch the film again.',
      none: notForSale,
      unknown: 'Rent the film again to go on watching.',
    }),
  'refunded.title': 'Your payment was refunded',
  'refunded.text': 'The film no longer plays, because you got your money back.',
  'disputed.title': 'Your bank has asked for your payment back',
  'disputed.text': 'The film plays again once that is settled in our favour.',
  'grant_ended.title': 'Your free access has ended',
  'grant_ended.text': (ways: Ways | null) =>
    byWays(ways, {
      plan: 'Choose a plan to go on watching.',
      own: (ways) => `To go on watching, ${own(ways)} the film.`,
      both: 'Choose how you would like to go on watching.',
      none: notForSale,
      unknown: 'Choose a plan to go on watching.',
    }),
  'preview_ended.title': 'Your preview has ended',
  'preview_ended.text': 'Ask whoever sent you the link for a new one.',
  'archived.title': 'This film is no longer offered',
  'archived.text': 'Those who have bought it can watch it when they are signed in.',
  'coming.title': 'This film is not out yet',
  'coming.text': 'It can be watched here from the day it comes out.',
  'account_disabled.title': 'Your account is closed',
  'account_disabled.text': 'Write to us if you think this is a mistake.',

  // Ends that have nothing to do with paying.
  'stopped.title': 'Playback has ended',
  'stopped.text': 'You can go on where you stopped.',
  'expired.title': 'Playback ended after a long pause',
  'expired.text': 'You can go on where you stopped.',
  'taken_over.title': 'Playing on another device',
  'taken_over.text': 'You can go on here.',
  'limit.title': 'Your plan is playing on other devices',
  'limit.text': 'Stop one of them to go on here.',
  'signed_out.title': 'You were signed out',
  'signed_out.text': 'Sign in to go on where you stopped.',
  'kicked.title': 'Playback was stopped',
  'kicked.text': 'The people who run this site stopped it; you can start it again.',
  'unpublished.title': 'This film was withdrawn',
  'unpublished.text': 'It is no longer shown here; choose another one.',
  'replaced.title': 'There is a new version of this film',
  'replaced.text': 'You can go on where you stopped.',

  // On posters.
  'badge.free': 'Free',
  'badge.rented': 'Rented',
  'badge.bought': 'Yours',
  'badge.sale': 'Rent or buy',
  'badge.members': 'Members',
}
