import t from 'tap'
import { checkoutLink, purchaseOf } from '../../../player/site/checkout-link.ts'
import { readReturnPoint } from '../../../player/site/return-point.ts'

const at = 1_000_000_000_000
const kept = (point: object) => JSON.stringify({ at, ...point })

t.test('after paying one is led back to the film', async (t) => {
  t.same(readReturnPoint(kept({ path: '/watch/x', title: 'X' }), at), {
    path: '/watch/x',
    title: 'X',
  })
  t.same(readReturnPoint(kept({ path: '/watch/x' }), at), { path: '/watch/x' })
})

t.test('what is too old, broken, or leads elsewhere is forgotten', async (t) => {
  const dayMs = 24 * 3_600_000
  t.ok(readReturnPoint(kept({ path: '/watch/x' }), at + dayMs))
  for (const [text, now] of [
    [null, at],
    ['', at],
    ['[]', at],
    ['null', at],
    [kept({ path: '/watch/x' }), at + dayMs + 1],
    [kept({ path: '//evil.example' }), at],
    [kept({ path: 5 }), at],
    [JSON.stringify({ path: '/watch/x' }), at],
  ] as const) {
    t.equal(readReturnPoint(text, now), undefined, String(text))
  }
})

t.test('a checkout link says what is bought, and reads back the same', async (t) => {
  const read = (link: string) =>
    purchaseOf(Object.fromEntries(new URL(link, 'https://films.example').searchParams))
  t.same(read(checkoutLink({ priceId: 'price_1' })), { priceId: 'price_1' })
  const link = checkoutLink({ videoId: 'v1', kind: 'rent' }, { path: '/watch/x', title: 'A & B' })
  t.same(read(link), { videoId: 'v1', kind: 'rent' })
  t.match(link, 'from=%2Fwatch%2Fx&title=A+%26+B')
})

t.test('a link that names nothing to buy is none', async (t) => {
  for (const query of [{}, { priceId: '' }, { videoId: 'v1' }, { videoId: 'v1', kind: 'steal' }]) {
    t.equal(purchaseOf(query), undefined)
  }
})
