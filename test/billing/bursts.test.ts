import t from 'tap'
import { openBilling } from '../fixtures/stripe.ts'

const billing = await openBilling(t)
const { clock } = billing.services
const { proxy } = billing

t.test('150 presses of refresh cost one round of calls, and get one answer', async (t) => {
  const member = await billing.signUp()
  await member.subscribe('standard')
  clock.advance(60)
  await member.get('/api/me')
  proxy.calls.length = 0
  const presses = Array.from({ length: 150 }, () => member.post('/api/billing/refresh'))
  const answers = await Promise.all(presses)
  t.same([...new Set(answers.map(({ status }) => status))], [200])
  const round = proxy.calls.length
  t.ok(round > 0 && round <= 6, `${round} calls`)
  clock.advance(9)
  await member.post('/api/billing/refresh')
  t.equal(proxy.calls.length, round, 'nor any in the next ten seconds')
  clock.advance(2)
  await member.post('/api/billing/refresh')
  t.ok(proxy.calls.length > round, 'and then again')
})

t.test('150 checkouts at once open one page, and others need not wait for them', async (t) => {
  const member = await billing.signUp()
  proxy.calls.length = 0
  const order = { videoId: billing.video, kind: 'rent' }
  const answers = await Promise.all(
    Array.from({ length: 150 }, () => member.post('/api/billing/checkout', order)),
  )
  t.same([...new Set(answers.map(({ status }) => status))], [201])
  t.equal(new Set(answers.map(({ body }) => body.url)).size, 1)
  t.ok(proxy.calls.length <= 20, `${proxy.calls.length} calls`)
})
