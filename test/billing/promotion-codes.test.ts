import t from 'tap'
import { openBilling } from '../fixtures/stripe.ts'

const billing = await openBilling(t)
const operator = await billing.signUp('admin')
const path = '/api/studio/promotion-codes'

/** Types a code on the payment page. */
const redeem = (sessionId: string, code: string) =>
  fetch(`${billing.local.url}/c/pay/${sessionId}/promotion`, {
    method: 'POST',
    body: new URLSearchParams({ promotion_code: code }),
  })

const paidOf = async (sessionId: string) =>
  (await billing.stripe.checkout.sessions.retrieve(sessionId)).amount_total

t.test('a code that is made lowers what is paid, until it is switched off', async (t) => {
  const made = await operator.post(path, { code: 'HALF', percentOff: 50 })
  t.match(made, {
    status: 201,
    body: {
      code: 'HALF',
      percentOff: 50,
      amountOff: null,
      duration: 'once',
      active: true,
      uses: 0,
    },
  })
  const [first, second] = [await billing.signUp(), await billing.signUp()]
  const film = { videoId: billing.video, kind: 'buy' }
  const one = await first.checkout(film)
  await redeem(one, 'half')
  await first.pay(one)
  t.equal(await paidOf(one), 649)
  t.match((await operator.get(path)).body, { codes: [{ code: 'HALF', uses: 1 }], nextCursor: null })
  const off = await operator.patch(`${path}/${made.body.id}`, { active: false })
  t.match(off, { status: 200, body: { active: false } })
  const two = await second.checkout(film)
  await redeem(two, 'HALF')
  await second.pay(two)
  t.equal(await paidOf(two), 1299)
  const actions = await billing.services.database.auditEntry.findMany({
    where: { subject: `promotion:${made.body.id}` },
    orderBy: { id: 'asc' },
  })
  t.match(actions, [
    { action: 'promotion.made', actorId: operator.id, details: { code: 'HALF' } },
    { action: 'promotion.off', actorId: operator.id },
  ])
})

t.test('an amount off a plan for some months; what is charged next is told', async (t) => {
  const body = {
    code: 'WELCOME',
    amountOff: 300,
    currency: 'usd',
    duration: 'repeating',
    months: 3,
  }
  t.equal((await operator.post(path, body)).status, 201)
  const member = await billing.signUp()
  const session = await member.checkout({ priceId: await billing.priceOf('standard') })
  await redeem(session, 'WELCOME')
  await member.pay(session)
  await billing.settle()
  t.equal(await paidOf(session), 600)
  t.match((await member.get('/api/billing')).body.plan, {
    price: { amount: 900 },
    nextAmount: 600,
  })
  const priceId = await billing.priceOf('premium')
  const preview = await member.post('/api/billing/change/preview', { priceId })
  t.match(preview.body.next, { amount: 1200 }, 'also after an upgrade')
})

t.test('a code for everything, for ever: nothing is charged next', async (t) => {
  t.equal(
    (await operator.post(path, { code: 'FREE', percentOff: 100, duration: 'forever' })).status,
    201,
  )
  const member = await billing.signUp()
  const session = await member.checkout({ priceId: await billing.priceOf('standard') })
  await redeem(session, 'FREE')
  await member.pay(session)
  await billing.settle()
  t.equal(await member.access(), 'subscription')
  t.match((await member.get('/api/billing')).body.plan, { nextAmount: 0 })
})

t.test('what is no code is refused, and leaves no coupon behind', async (t) => {
  const before = (await billing.stripe.coupons.list({ limit: 100 })).data.length
  for (const [body, status] of [
    [{ code: 'NOTHING' }, 400],
    [{ code: 'BOTH', percentOff: 10, amountOff: 100, currency: 'usd' }, 400],
    [{ code: 'NOWHERE', amountOff: 100 }, 400],
    [{ code: 'STRANGE', amountOff: 100, currency: 'xyz' }, 400],
    [{ code: 'MONTHS', percentOff: 10, duration: 'repeating' }, 400],
    [{ code: 'ONCE', percentOff: 10, months: 3 }, 400],
    [{ code: 'PAST', percentOff: 10, expiresAt: '2020-01-01T00:00:00Z' }, 400],
    [{ code: 'a b', percentOff: 10 }, 400],
    [{ code: 'MORE', percentOff: 101 }, 400],
    [{ code: 'welcome', percentOff: 10 }, 409],
  ] as const) {
    t.equal((await operator.post(path, body)).status, status, JSON.stringify(body))
  }
  t.equal((await billing.stripe.coupons.list({ limit: 100 })).data.length, before)
  t.equal((await operator.patch(`${path}/promo_nothing`, { active: false })).status, 404)
  const member = await billing.signUp()
  t.equal((await member.get(path)).status, 403)
  t.equal((await member.post(path, { code: 'MINE', percentOff: 100 })).status, 403)
})

t.test('a list longer than a page goes on', async (t) => {
  const page = await operator.get(`${path}?limit=2`)
  const { codes, nextCursor } = page.body as { codes: { code: string }[]; nextCursor: string }
  t.equal(codes.length, 2)
  const rest = await operator.get(`${path}?limit=2&cursor=${nextCursor}`)
  const more = (rest.body.codes as { code: string }[]).map(({ code }) => code)
  t.same([...codes.map(({ code }) => code), ...more].sort(), ['FREE', 'HALF', 'WELCOME'])
})
