import t from 'tap'
import { projectPayment } from '../../server/billing/sync/project-payment.ts'
import type { Stripe } from '../../server/clients/stripe.ts'
import { charge, invoice } from './stripe-objects.ts'

type Line = readonly [product: string | null, amount: number, off?: number]

const paidFor = (...lines: Line[]) => {
  const data = lines.map(([product, amount, off = 0], index) => ({
    ...{ id: `il_${index}`, amount, description: `${product} ${amount}` },
    discount_amounts: off === 0 ? null : [{ amount: off, discount: 'di_1' }],
    pricing: product === null ? null : { price_details: { price: `price_${product}`, product } },
  }))
  const charged = invoice({ lines: { data, has_more: false }, total_taxes: null })
  const { productIds, priceIds, description } = projectPayment(
    { charge: charge() as Stripe.Charge, invoice: charged, disputes: [] },
    [],
  )
  t.same(
    priceIds,
    productIds.map((id) => `price_${id}`),
  )
  return { productIds, description }
}

t.test('a payment is for what is left to pay of each product', async (t) => {
  for (const [what, lines, productIds] of [
    ['a period', [['standard', 900]], ['standard']],
    [
      'an upgrade',
      [
        ['standard', -450],
        ['premium', 750],
      ],
      ['premium'],
    ],
    [
      'a renewal after a change and a change back on one day',
      [
        ['standard', -900],
        ['premium', 1500],
        ['premium', -1499],
        ['standard', 899],
        ['standard', 900],
      ],
      ['standard', 'standard', 'premium'],
    ],
    [
      'a renewal after a downgrade',
      [
        ['premium', -750],
        ['standard', 450],
        ['standard', 900],
      ],
      ['standard', 'standard'],
    ],
    [
      'another interval of the same',
      [
        ['standard', -450],
        ['standard', 9000],
      ],
      ['standard'],
    ],
    [
      'with a dearer thing beside it',
      [
        ['standard', 900],
        ['shirt', 2500],
      ],
      ['shirt', 'standard'],
    ],
    [
      'with a line by hand',
      [
        [null, 5000],
        ['standard', 900],
      ],
      ['standard'],
    ],
    [
      'what a coupon gives for nothing',
      [
        ['premium', 1500, 1500],
        ['standard', 900],
      ],
      ['standard'],
    ],
    [
      'what is less than nothing',
      [
        ['standard', -900],
        ['premium', 0],
      ],
      ['premium', 'standard'],
    ],
    ['no line', [], []],
  ] as const) {
    t.same(paidFor(...(lines as readonly Line[])).productIds, productIds, what)
  }
})

t.test('what it is called is what most was paid for', async (t) => {
  const { description } = paidFor(['premium', 1500], ['premium', -1499], ['standard', 900])
  t.equal(description, 'standard 900')
})
