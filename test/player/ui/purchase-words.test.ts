import t from 'tap'
import { purchaseWords } from '../../../player/ui/purchase-words.ts'
import { boughtVideo } from '../site/fake-videos.ts'

const locale = 'en-GB'
const now = Date.parse('2031-04-01T00:00:00Z')

t.test('a film says until when it plays, or why it does not', async (t) => {
  const words = (changes: Parameters<typeof boughtVideo>[0]) =>
    purchaseWords(boughtVideo(changes), { locale, now })
  t.equal(words({}), 'Bought on 1 March 2031')
  const rent = { kind: 'rent', startBy: '2031-04-05T00:00:00Z' } as const
  t.equal(words(rent), 'Rented, start by 5 April 2031')
  t.equal(words({ ...rent, startBy: '2031-04-01T00:00:00Z' }), 'Rental ended', 'to the second')
  const begun = { ...rent, watchUntil: '2031-04-02T12:00:00Z' }
  t.equal(words(begun), 'Rented until 2 April 2031')
  t.equal(words({ ...begun, watchUntil: '2031-04-01T00:00:00Z' }), 'Rental ended')
  t.equal(words({ status: 'refunded' }), 'Refunded')
  t.equal(words({ status: 'disputed' }), 'Your bank has asked for the payment back')
  t.equal(words({ status: 'lost' }), 'Your bank has asked for the payment back')
})
