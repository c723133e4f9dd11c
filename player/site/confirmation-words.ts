import { subscriptionWords } from '../ui/subscription-words.ts'
import type { Confirmation } from './contract.ts'

/** What a checkout has given, as the one who paid reads it. */
export function confirmationWords({ pending, subscription, purchase }: Confirmation): {
  heading: string
  sentence: string
} {
  if (pending) {
    return {
      heading: 'Your payment is on its way',
      sentence:
        'Your bank takes up to a few days. You can watch as soon as the money is there; nothing is left for you to do.',
    }
  }
  if (purchase) {
    const given = purchase.kind === 'rent' ? 'The film is rented.' : 'The film is yours.'
    return { heading: 'You can watch now', sentence: `Payment received. ${given}` }
  }
  const words = subscription ? subscriptionWords(subscription) : undefined
  if (words?.watching) {
    return { heading: 'You can watch now', sentence: `All is set. ${words.sentence}` }
  }
  return {
    heading: 'Your payment is not finished',
    sentence: words?.sentence ?? 'Nothing was charged. Start again when you like.',
  }
}
