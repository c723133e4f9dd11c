import t from 'tap'
import { doublePayments } from '../../server/billing/sync/refund-idle-payments.ts'
import { charge, session, start } from './stripe-objects.ts'

const video = '018f0000-0000-7000-8000-000000000001'

const sale = (
  id: string,
  kind: 'rent' | 'buy',
  { opened = start, paid = start + 60, amount = 100, of = video, changes = {} },
) => ({
  session: session({
    id,
    created: opened,
    metadata: {
      matinee_kind: kind,
      matinee_video: of,
      matinee_start_days: '30',
      matinee_watch_hours: '48',
    },
  }),
  charge: charge({ id, created: paid, amount, ...changes }),
  disputes: [],
})

const doubles = (...sales: ReturnType<typeof sale>[]) =>
  doublePayments(sales).map(({ session }) => session.id)

t.test('of two pages that were open together the lesser payment is the double', async (t) => {
  const rent = sale('rent', 'rent', { amount: 399 })
  const buy = sale('buy', 'buy', { opened: start + 30, paid: start + 90, amount: 1299 })
  t.same(doubles(rent, buy), ['rent'])
  t.same(doubles(buy, rent), ['rent'])
  const twin = sale('twin', 'rent', { amount: 399, opened: start + 10, paid: start + 70 })
  t.same(doubles(rent, twin), ['twin'], 'of equal ones the later')
})

t.test('one after the other is what was wanted', async (t) => {
  const rent = sale('rent', 'rent', { amount: 399 })
  const later = sale('buy', 'buy', { opened: start + 61, paid: start + 90, amount: 1299 })
  t.same(doubles(rent, later), [])
  const other = '018f0000-0000-7000-8000-000000000002'
  t.same(doubles(rent, sale('other', 'buy', { of: other })), [], 'another film')
})

t.test('what went back already is not paid back again', async (t) => {
  const buy = sale('buy', 'buy', { amount: 1299 })
  for (const changes of [{ refunded: true }, { amount_refunded: 5 }, { disputed: true }]) {
    t.same(doubles(buy, sale('rent', 'rent', { amount: 399, changes })), [])
  }
})
