import type { Confirmation } from '../../contract/billing.ts'
import { accountWords } from '../../contract/words/account.ts'
import { subscriptionWords } from '../ui/subscription-words.ts'

/** What a checkout has given, as the one who paid reads it. */
export function confirmationWords({ pending, subscription, purchase }: Confirmation): {
  heading: string
  sentence: string
} {
  if (pending) return said('onItsWay', accountWords('onItsWayText'))
  if (purchase)
    return said('canWatch', accountWords(purchase.kind === 'rent' ? 'rented' : 'bought'))
  const words = subscription ? subscriptionWords(subscription) : undefined
  return words?.watching
    ? said('canWatch', accountWords('started', { state: words.sentence }))
    : said('notFinished', words?.sentence ?? accountWords('notCharged'))
}

const said = (heading: 'onItsWay' | 'canWatch' | 'notFinished', sentence: string) => ({
  heading: accountWords(heading),
  sentence,
})
