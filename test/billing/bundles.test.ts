import t from 'tap'
import type { Numbers } from '../../contract/analytics.ts'
import { decideAccess } from '../../server/entitlements/decide.ts'
import { loadFacts } from '../../server/entitlements/facts.ts'
import { addVideo } from '../fixtures/rows.ts'
import { type Member, openBilling } from '../fixtures/stripe.ts'

const billing = await openBilling(t)
const { services } = billing
const { database } = services
const operator = await billing.signUp('admin')
const path = '/api/studio/bundles'

const films = [billing.video]
for (let count = 0; count < 2; count += 1) films.push((await addVideo(services)).id)
const body = { title: 'The trilogy', amount: 2000, currency: 'usd', videoIds: films }

const accessOf = async (member: Member) => {
  const facts = await Promise.all(films.map((id) => loadFacts(services, member.id, id)))
  return facts.map((of) => of && decideAccess(of, services.clock.now()).because)
}

const made = await operator.post(path, body)
const bundleId = String(made.body.id)

t.test('several films are sold together, and each offers the bundle', async (t) => {
  t.match(made, { status: 201, body: { title: 'The trilogy', active: true, amount: 2000 } })
  t.match((await operator.get(path)).body, { bundles: [{ id: bundleId }], nextCursor: null })
  const member = await billing.signUp()
  const { access } = (await member.get(`/api/videos/${films[1]}`)).body as never
  t.match(access, {
    offers: [
      { kind: 'bundle', bundleId, title: 'The trilogy', videos: 3, follows: false, amount: 2000 },
    ],
  })
})

t.test(
  'one payment opens all of them, is not asked for twice, and goes back for all',
  async (t) => {
    const member = await billing.signUp()
    const session = await member.checkout({ bundleId })
    await member.pay(session)
    const confirmed = await member.post('/api/billing/confirm', { sessionId: session })
    t.match(confirmed.body, { pending: false, purchase: { kind: 'buy' } })
    t.same(await accessOf(member), ['bought', 'bought', 'bought'])
    const { purchases } = (await member.get('/api/billing')).body as {
      purchases: { amount: number; receiptUrl: string | null }[]
    }
    t.equal(new Set(purchases.map(({ receiptUrl }) => receiptUrl)).size, 1, 'one receipt for all')
    t.ok(purchases[0]?.receiptUrl)
    t.same(purchases.map(({ amount }) => amount).sort(), [666, 667, 667])
    t.equal((await member.post('/api/billing/checkout', { bundleId })).status, 409)
    t.match((await member.get('/api/me/payments')).body, {
      payments: [{ kind: 'buy', amount: 2000, description: 'The trilogy' }],
    })
    const listed = await operator.get(`/api/studio/payments?userId=${member.id}`)
    t.match(listed.body.payments, [{ ends: true }], 'who refunds it is told what that takes')
    const { revenue } = (await operator.get('/api/studio/numbers')).body as unknown as Numbers
    t.match(revenue.byVideo, [{ videoId: null, title: 'The trilogy', amount: 2000, refunded: 0 }])
    t.same(
      revenue.payments.map(({ amount }) => amount),
      [2000],
      'counted once',
    )
    const [charge] = (await billing.stripe.charges.list({ limit: 1 })).data
    await billing.stripe.refunds.create({ charge: charge?.id ?? '' })
    await billing.settle()
    t.same(await accessOf(member), ['refunded', 'refunded', 'refunded'])
  },
)

t.test('who has bought keeps what it was, whatever becomes of the bundle', async (t) => {
  const member = await billing.signUp()
  const session = await member.checkout({ bundleId })
  const changed = await operator.patch(`${path}/${bundleId}`, { videoIds: films.slice(0, 2) })
  t.equal(changed.status, 200)
  await member.pay(session)
  await billing.settle()
  t.same(await accessOf(member), ['bought', 'bought', 'bought'])
  t.equal((await operator.patch(`${path}/${bundleId}`, { active: false })).status, 200)
  const other = await billing.signUp()
  t.equal((await other.post('/api/billing/checkout', { bundleId })).status, 404)
  const { access } = (await other.get(`/api/videos/${films[1]}`)).body as {
    access: { offers: { kind: string }[] }
  } & Record<string, never>
  t.notOk(access.offers.some(({ kind }) => kind === 'bundle'))
  t.same(await accessOf(member), ['bought', 'bought', 'bought'])
  t.match(await database.auditEntry.findMany({ where: { subject: `bundle:${bundleId}` } }), [
    { action: 'bundle.made' },
    { action: 'bundle.changed' },
    { action: 'bundle.changed' },
  ])
})

t.test('with a film in it that nobody may watch a bundle is not sold', async (t) => {
  const [other = '', asked = '', third = ''] = films
  const made = await operator.post(path, { ...body, videoIds: [asked, third] })
  const member = await billing.signUp()
  const checkout = () => member.post('/api/billing/checkout', { bundleId: made.body.id })
  const offered = async () => {
    const { access } = (await member.get(`/api/videos/${asked}`)).body as {
      access: { offers: { bundleId?: string }[] }
    } & Record<string, never>
    return access.offers.some((offer) => offer.bundleId === made.body.id)
  }
  const soldNow = async () => {
    const { bundles } = (await operator.get(path)).body as {
      bundles?: { id: string; sold: boolean }[]
    }
    return bundles?.find(({ id }) => id === made.body.id)?.sold
  }
  for (const state of [{ published: false }, { archivedAt: new Date() }]) {
    await database.video.update({ where: { id: third }, data: state })
    t.equal((await checkout()).status, 404)
    t.equal(await offered(), false)
    t.equal(await soldNow(), false)
    await database.video.update({
      where: { id: third },
      data: { published: true, archivedAt: null },
    })
  }
  await database.video.update({ where: { id: other }, data: { published: false } })
  t.equal((await checkout()).status, 201, 'what is not in it does not matter')
  t.equal(await offered(), true)
  t.equal(await soldNow(), true)
  await database.video.update({ where: { id: other }, data: { published: true } })
  await operator.patch(`${path}/${made.body.id}`, { active: false })
})

t.test('what cannot be sold together is refused', async (t) => {
  for (const [change, status] of [
    [{ videoIds: films.slice(0, 1) }, 400],
    [{ videoIds: [films[0], films[0]] }, 400],
    [{ videoIds: [films[0], '018f0000-0000-7000-8000-000000000009'] }, 400],
    [{ amount: 49 }, 400],
    [{ currency: 'xyz' }, 400],
  ] as const) {
    const answer = await operator.post(path, { ...body, ...change })
    t.equal(answer.status, status, JSON.stringify(change))
  }
  const member = await billing.signUp()
  t.equal((await member.get(path)).status, 403)
  t.equal((await member.post(path, body)).status, 403)
  const both = { bundleId, priceId: await billing.priceOf('standard') }
  t.equal((await member.post('/api/billing/checkout', both)).status, 400)
})

/** A collection that is sold as a whole. */
async function soldWhole(first: readonly string[]) {
  const made = await operator.post('/api/studio/collections', { title: 'Tides', videoIds: first })
  const collectionId = String(made.body.id)
  const { title, amount, currency } = body
  const bundle = await operator.post(path, { title, amount, currency, collectionId })
  const put = (videoIds: readonly string[]) =>
    operator.patch(`/api/studio/collections/${collectionId}`, { videoIds })
  return { collectionId, bundle, put, id: String(bundle.body.id) }
}

t.test('who buys a collection as a whole has what is put into it later, too', async (t) => {
  const [three = '', one = '', two = ''] = films
  const { collectionId, bundle, put, id } = await soldWhole([one])
  t.match(bundle, { status: 201, body: { collection: { id: collectionId }, videos: [] } })
  const member = await billing.signUp()
  const { access } = (await member.get(`/api/videos/${one}`)).body as never
  t.match(access, { offers: [{ kind: 'bundle', bundleId: id, follows: true, videos: 1 }] })
  await member.pay(await member.checkout({ bundleId: id }))
  await billing.settle()
  t.same(await accessOf(member), ['not_entitled', 'bought', 'not_entitled'])

  await put([one, two, three])
  t.same(await accessOf(member), ['bought', 'bought', 'bought'])
  t.same(await accessOf(await billing.signUp()), ['not_entitled', 'not_entitled', 'not_entitled'])
  t.equal((await member.post('/api/billing/checkout', { bundleId: id })).status, 409)
  await put([two])
  t.same(await accessOf(member), ['not_entitled', 'bought', 'bought'], 'what was in it stays')
  const gone = await operator.del(`/api/studio/collections/${collectionId}`)
  t.match(gone, { status: 409, body: { detail: /sold as a whole/ } })

  const [charge] = (await billing.stripe.charges.list({ limit: 1 })).data
  await billing.stripe.refunds.create({ charge: charge?.id ?? '' })
  await billing.settle()
  t.same(await accessOf(member), ['not_entitled', 'refunded', 'refunded'])
})

t.test(
  'a collection of many films is one fact of who bought it, whichever is asked for',
  async (t) => {
    const many: string[] = []
    for (let count = 0; count < 60; count += 1) many.push((await addVideo(services)).id)
    const { put, id } = await soldWhole(many)
    const member = await billing.signUp()
    await member.pay(await member.checkout({ bundleId: id }))
    await billing.settle()
    t.equal(await database.purchase.count({ where: { userId: member.id } }), 60)
    const later = (await addVideo(services)).id
    await put([later, ...many])
    const factsOf = async (videoId: string) => {
      const facts = await loadFacts(services, member.id, videoId)
      t.equal(facts && decideAccess(facts, services.clock.now()).because, 'bought')
      return facts?.viewer?.purchases.map((purchase) => purchase.videoId)
    }
    t.same((await factsOf(later))?.length, 1)
    const [, second = ''] = many
    t.ok((await factsOf(second))?.includes(second))
  },
)

t.test(
  'a collection is sold with films in it, and a bundle is one thing or the other',
  async (t) => {
    const { id, put, bundle } = await soldWhole([films[0] ?? ''])
    const { collection } = bundle.body as unknown as { collection: { id: string } }
    const { title, amount, currency, videoIds } = body
    const common = { title, amount, currency }
    for (const [wrong, status] of [
      [common, 400],
      [{ ...common, videoIds, collectionId: collection.id }, 400],
      [{ ...common, collectionId: '018f0000-0000-7000-8000-000000000009' }, 400],
    ] as const) {
      t.equal((await operator.post(path, wrong)).status, status)
    }
    t.equal((await operator.patch(`${path}/${id}`, { videoIds })).status, 400)
    t.equal((await put([])).status, 200)
    const member = await billing.signUp()
    t.equal(
      (await member.post('/api/billing/checkout', { bundleId: id })).status,
      404,
      'it is empty',
    )
    t.equal((await operator.patch(`${path}/${id}`, { active: false })).status, 200)
    const gone = await operator.del(`/api/studio/collections/${collection.id}`)
    t.equal(gone.status, 204, 'nobody has bought it')
  },
)
