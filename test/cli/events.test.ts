import t from 'tap'
import { mostAttempts } from '../../server/billing/retry.ts'
import { runEventsCommand } from '../../server/cli/events.ts'
import { openShop, type Shop } from '../billing/shop.ts'

async function run(shop: Shop, ...args: string[]) {
  const said: string[] = []
  await runEventsCommand({ ...shop.services, say: (line) => said.push(line) }, args)
  return said
}

/** Someone paid, and every event of it was given up while Stripe was down. */
async function givenUp(shop: Shop) {
  const member = await shop.signUp()
  await shop.settle()
  const sessionId = await member.checkout({ priceId: await shop.priceOf('standard') })
  await shop.webhooks({ mode: 'hold' })
  await member.pay(sessionId)
  await shop.door('/_local/trouble', { status: 400, count: 1_000, path: '/v1/customers' })
  await shop.settle()
  const { database } = shop.services
  await database.stripeEvent.updateMany({
    where: { status: 'received' },
    data: { attempts: mostAttempts - 1, nextAttemptAt: shop.services.clock.now() },
  })
  await shop.settle()
  await shop.door('/_local/trouble', { count: 0 })
  return { member, dead: await database.stripeEvent.findMany({ where: { status: 'dead' } }) }
}

t.test('events that were given up are listed with their error, and replayed', async (t) => {
  const shop = await openShop(t)
  const { member, dead } = await givenUp(shop)
  t.ok(dead.length > 1)
  const [summary, ...lines] = await run(shop)
  t.equal(summary, `0 waiting; ${dead.length} given up.`)
  t.equal(lines.length, dead.length)
  t.match(lines[0], /^given up {2}evt_\w+ {2}[a-z_.]+, 40 tries: ./)
  t.equal(await member.access(), 'not_entitled')
  t.same(await run(shop, 'replay', 'dead'), [
    `${dead.length} events acted on again.`,
    '0 waiting; 0 given up.',
  ])
  await shop.settle()
  t.equal(await member.access(), 'subscription')
})

t.test('one can be replayed alone', async (t) => {
  const shop = await openShop(t)
  const { member, dead } = await givenUp(shop)
  const said = await run(shop, 'replay', dead[0]?.id ?? '')
  t.equal(said[0], '1 event acted on again.')
  await shop.settle()
  t.equal(await member.access(), 'subscription')
  t.equal(
    await shop.services.database.stripeEvent.count({ where: { status: 'dead' } }),
    dead.length - 1,
  )
})

t.test('what cannot be replayed is said, and how to call it', async (t) => {
  const shop = await openShop(t)
  await shop.settle()
  t.same(await run(shop), ['0 waiting; 0 given up.'])
  t.same((await run(shop, 'replay', 'dead'))[0], '0 events acted on again.')
  await t.rejects(run(shop, 'replay', 'evt_none'), {
    message: 'There is no event evt_none to act on.',
  })
  await t.rejects(run(shop, 'replay'), /matinee events replay ID/)
  await t.rejects(run(shop, 'forget'), /matinee events replay ID/)
})
