import t from 'tap'
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
    offers: [{ kind: 'bundle', bundleId, title: 'The trilogy', videos: 3, amount: 2000 }],
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
      purchases: { amount: number }[]
    }
    t.same(purchases.map(({ amount }) => amount).sort(), [666, 667, 667])
    t.equal((await member.post('/api/billing/checkout', { bundleId })).status, 409)
    t.match((await member.get('/api/me/payments')).body, {
      payments: [{ kind: 'buy', amount: 2000, description: 'The trilogy' }],
    })
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
