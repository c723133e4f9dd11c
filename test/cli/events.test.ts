import t from 'tap'
import { mostAttempts } from '../../server/billing/inbox/retry.ts'
import { runEventsCommand } from '../../server/cli/events.ts'
import { type Billing, openBilling } from '../fixtures/stripe.ts'

async function run(billing: Billing, ...args: string[]) {
  const said: string[] = []
  await runEventsCommand({ ...billing.services, say: (line) => said.push(line) }, args)
  return said
}

/** Someone paid, and every event of it was given up while Stripe was down. */
async function givenUp(billing: Billing) {
  const member = await billing.signUp()
  await billing.settle()
  const sessionId = await member.checkout({ priceId: await billing.priceOf('standard') })
  await billing.webhooks({ mode: 'hold' })
  await member.pay(sessionId)
  await billing.door('/_local/trouble', { status: 400, count: 1_000, path: '/v1/customers' })
  await billing.settle()
  const { database } = billing.services
  await database.stripeEvent.updateMany({
    where: { status: 'received' },
    data: { attempts: mostAttempts - 1, nextAttemptAt: billing.services.clock.now() },
  })
  await billing.settle()
  await billing.door('/_local/trouble', { count: 0 })
  return { member, dead: await database.stripeEvent.findMany({ where: { status: 'dead' } }) }
}

t.test('events that were given up are listed with their error, and replayed', async (t) => {
  const billing = await openBilling(t)
  const { member, dead } = await givenUp(billing)
  t.ok(dead.length > 1)
  const [summary, ...lines] = await run(billing)
  t.equal(summary, `0 waiting; ${dead.length} given up.`)
  t.equal(lines.length, dead.length)
  t.match(lines[0], /^given up {2}evt_\w+ {2}[a-z_.]+, 40 tries: ./)
  t.equal(await member.access(), 'not_entitled')
  t.same(await run(billing, 'replay', 'dead'), [
    `${dead.length} events acted on again.`,
    '0 waiting; 0 given up.',
  ])
  await billing.settle()
  t.equal(await member.access(), 'subscription')
})

t.test('one can be replayed alone', async (t) => {
  const billing = await openBilling(t)
  const { member, dead } = await givenUp(billing)
  const said = await run(billing, 'replay', dead[0]?.id ?? '')
  t.equal(said[0], '1 event acted on again.')
  await billing.settle()
  t.equal(await member.access(), 'subscription')
  t.equal(
    await billing.services.database.stripeEvent.count({ where: { status: 'dead' } }),
    dead.length - 1,
  )
})

t.test('what cannot be replayed is said, and how to call it', async (t) => {
  const billing = await openBilling(t)
  await billing.settle()
  t.same(await run(billing), ['0 waiting; 0 given up.'])
  t.same((await run(billing, 'replay', 'dead'))[0], '0 events acted on again.')
  await t.rejects(run(billing, 'replay', 'evt_none'), {
    message: 'There is no event evt_none to act on.',
  })
  await t.rejects(run(billing, 'replay'), /matinee events replay ID/)
  await t.rejects(run(billing, 'forget'), /matinee events replay ID/)
})
