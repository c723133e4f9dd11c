import t from 'tap'
import { confirmationWords } from '../../../player/site/confirmation-words.ts'
import { subscription } from './fake-videos.ts'

const rented = { id: 'cs_1', videoId: 'v', kind: 'rent' } as const

t.test('what was paid for is there, and what was not is not claimed to be', async (t) => {
  for (const [confirmation, heading, sentence] of [
    [{ pending: false, subscription: subscription() }, /watch now/, /^Thank you\. Renews on/],
    [
      { pending: false, subscription: subscription({ status: 'trialing' }) },
      /watch now/,
      /^Thank you\. Free until/,
    ],
    [
      { pending: false, subscription: subscription({ status: 'incomplete' }) },
      /not finished/,
      /did not go through/,
    ],
    [{ pending: false, subscription: null }, /not finished/, /Nothing was charged/],
    [{ pending: false, purchase: rented }, /watch now/, /^Thank you. The film is rented/],
    [{ pending: false, purchase: { ...rented, kind: 'buy' } }, /watch now/, /The film is yours/],
    [{ pending: false, purchase: null }, /not finished/, /Nothing was charged/],
    [{ pending: true, purchase: null }, /on its way/, /as soon as the money has arrived/],
    [{ pending: true, subscription: subscription() }, /on its way/, /nothing else for you to do/],
  ] as const) {
    const words = confirmationWords(confirmation)
    t.match(words.heading, heading, JSON.stringify(confirmation))
    t.match(words.sentence, sentence, JSON.stringify(confirmation))
  }
})
