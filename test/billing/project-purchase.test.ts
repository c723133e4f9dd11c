import t from 'tap'
import { mostNamed, readTerms, writeTerms } from '../../server/billing/checkout/checkout-terms.ts'
import { projectPurchases } from '../../server/billing/sync/project-purchase.ts'
import { charge, dispute, session, start } from './stripe-objects.ts'

const videoId = '0198c0de-0000-7000-8000-000000000001'
const rentTerms = { kind: 'rent', videoId, startDays: 30, watchHours: 48 } as const
const rent: Record<string, string> = writeTerms(rentTerms)
const buy: Record<string, string> = writeTerms({ kind: 'buy', videoId })
const paidAt = new Date(start * 1000)
const projectOne = (...args: Parameters<typeof projectPurchases>) =>
  projectPurchases(...args)[0] ?? null

t.test('a paid rental keeps the terms it was sold under', async (t) => {
  const sale = { session: session({ metadata: rent }), charge: charge(), disputes: [] }
  t.same(projectOne(sale), {
    id: 'cs_1',
    videoId,
    bundleId: null,
    collectionId: null,
    kind: 'rent',
    status: 'paid',
    amount: 399,
    amountRefunded: 0,
    currency: 'usd',
    paymentIntentId: 'pi_1',
    paidAt,
    startBy: new Date(paidAt.getTime() + 30 * 86_400_000),
    watchHours: 48,
  })
})

t.test('a payment that took days counts from when it came', async (t) => {
  const sale = { session: session({ metadata: rent }), charge: charge(), disputes: [] }
  const came = new Date(paidAt.getTime() + 5 * 86_400_000)
  t.match(projectOne(sale, new Map([['cs_1', came]])), {
    paidAt: came,
    startBy: new Date(came.getTime() + 30 * 86_400_000),
  })
  t.match(projectOne(sale, new Map([['cs_2', came]])), { paidAt }, "another one's")
})

t.test('a bought film has no windows', async (t) => {
  const sale = { session: session({ metadata: buy }), charge: charge(), disputes: [] }
  t.match(projectOne(sale), { kind: 'buy', startBy: null, watchHours: null })
})

t.test('a checkout that completed without its money gives nothing yet', async (t) => {
  const unpaid = session({ metadata: buy, payment_status: 'unpaid' })
  t.equal(projectOne({ session: unpaid, charge: null, disputes: [] }), null)
})

t.test('a promotion code that leaves nothing to pay gives the film', async (t) => {
  const free = session({
    metadata: buy,
    payment_status: 'no_payment_required',
    payment_intent: null,
    amount_total: 0,
  })
  t.match(projectOne({ session: free, charge: null, disputes: [] }), {
    status: 'paid',
    amount: 0,
    paymentIntentId: null,
    paidAt: new Date((start - 60) * 1000),
  })
})

t.test('money that went back is told, part of it changes nothing', async (t) => {
  const status = (changes: object, ...disputes: string[]) =>
    projectOne({
      session: session({ metadata: buy }),
      charge: charge(changes),
      disputes: disputes.map(dispute),
    })?.status
  t.equal(status({ refunded: true, amount_refunded: 399 }), 'refunded')
  t.equal(status({ amount_refunded: 100 }), 'paid')
  t.equal(status({}, 'needs_response'), 'disputed')
  t.equal(status({}, 'under_review'), 'disputed')
  t.equal(status({}, 'won'), 'paid')
  t.equal(status({}, 'lost'), 'lost')
  t.equal(status({}, 'won', 'lost'), 'lost')
  t.equal(status({}, 'warning_needs_response'), 'paid', 'an inquiry takes no money')
  t.equal(status({ refunded: true }, 'won'), 'refunded')
})

t.test('terms are read back as written, and nothing else is taken for them', async (t) => {
  t.same(readTerms(rent), rentTerms)
  t.same(readTerms(buy), { kind: 'buy', videoId })
  const strange: (Record<string, string> | null)[] = [
    null,
    {},
    { ...buy, matinee_video: 'film' },
    { ...buy, matinee_kind: 'lend' },
    { ...rent, matinee_start_days: 'soon' },
    { ...rent, matinee_watch_hours: '0' },
    { matinee_kind: 'rent', matinee_video: videoId },
  ]
  for (const metadata of strange) {
    t.equal(readTerms(metadata), null, JSON.stringify(metadata))
  }
  const foreign = { session: session(), charge: charge(), disputes: [] }
  t.equal(projectOne(foreign), null, "another shop's checkout")
})

t.test('a bundle is a purchase of each of its films, and its terms are read back', async (t) => {
  const videoIds = Array.from(
    { length: 30 },
    (_, index) => `0198c0de-0000-7000-8000-0000000001${String(index).padStart(2, '0')}`,
  )
  const terms = { kind: 'bundle', bundleId: videoId, videoIds, collectionId: null } as const
  const metadata: Record<string, string> = writeTerms({ ...terms, videoIds })
  t.same(readTerms(metadata), terms)
  const whole = { ...terms, collectionId: '0198c0de-0000-7000-8000-000000000099' }
  t.same(readTerms(writeTerms(whole)), whole)
  const most = Array.from({ length: mostNamed }, () => videoId)
  t.ok(Object.keys(writeTerms({ ...whole, videoIds: most })).length <= 45, 'of fifty')
  t.ok(
    Object.values(metadata).every((value) => value.length <= 500),
    'as Stripe keeps them',
  )
  const sale = {
    session: session({ metadata, amount_total: 1000 }),
    charge: charge(),
    disputes: [],
  }
  const rows = projectPurchases(sale)
  t.equal(rows.length, 30)
  t.equal(
    rows.reduce((sum, { amount }) => sum + amount, 0),
    1000,
  )
  t.equal(new Set(rows.map(({ id }) => id)).size, 30)
  t.same(
    [...new Set(rows.map(({ kind, status, bundleId }) => `${kind} ${status} ${bundleId}`))],
    [`buy paid ${videoId}`],
  )
  t.same(readTerms({ ...metadata, matinee_videos_1: 'nothing' }), null)
})
