import t from 'tap'
import { closeUnsold } from '../../server/billing/checkout/close-unsold.ts'
import { startUpkeep } from '../../server/billing/upkeep.ts'
import { addVideo } from '../fixtures/rows.ts'
import { openBilling } from '../fixtures/stripe.ts'
import { until } from '../fixtures/until.ts'
import { listening } from '../fixtures/watching.ts'

const billing = await openBilling(t)
const { services } = billing
const { database, stripe } = services
const operator = await billing.signUp('admin')

const addFilm = () => addVideo(services, { rentAmount: 499, buyAmount: 999 })
const statusOf = async (id: string) => (await stripe.checkout.sessions.retrieve(id)).status
const ways = {
  rent: (videoId: string) => ({ videoId, kind: 'rent' }),
  buy: (videoId: string) => ({ videoId, kind: 'buy' }),
}

t.test('a page stays open as long as what it sells is sold', async (t) => {
  const member = await billing.signUp()
  const rent = await member.checkout(ways.rent(billing.video))
  const plan = await (await billing.signUp()).checkout({
    priceId: await billing.priceOf('standard'),
  })
  t.equal(await closeUnsold(services), 0)
  await database.video.update({ where: { id: billing.video }, data: { rentAmount: 799 } })
  t.equal(await closeUnsold(services), 0, 'who saw the old price may pay it')
  t.same([await statusOf(rent), await statusOf(plan)], ['open', 'open'])
})

const endings = {
  'taken off show': { published: false },
  archived: { archivedAt: new Date() },
  'rented no more': { rentAmount: null },
}
for (const [how, data] of Object.entries(endings)) {
  t.test(`the page of a film that is ${how} is closed, for all who have one open`, async (t) => {
    const { id } = await addFilm()
    const members = [await billing.signUp(), await billing.signUp()]
    const pages = await Promise.all(members.map((member) => member.checkout(ways.rent(id))))
    const other = await (await billing.signUp()).checkout(ways.rent(billing.video))
    await database.video.update({ where: { id }, data })
    t.equal(await closeUnsold(services), 2)
    t.same(await Promise.all(pages.map(statusOf)), ['expired', 'expired'])
    t.equal(await statusOf(other), 'open')
    t.equal(await database.checkoutSession.count({ where: { id: { in: pages } } }), 0)
  })
}

t.test('what is still sold of a film stays open where the other way is not', async (t) => {
  const { id } = await addFilm()
  const rent = await (await billing.signUp()).checkout(ways.rent(id))
  const buy = await (await billing.signUp()).checkout(ways.buy(id))
  await database.video.update({ where: { id }, data: { buyAmount: null } })
  t.equal(await closeUnsold(services), 1)
  t.same([await statusOf(rent), await statusOf(buy)], ['open', 'expired'])
})

t.test('a bundle that is off, or with a film off show, is closed', async (t) => {
  const videoIds = [(await addFilm()).id, (await addFilm()).id]
  const body = { title: 'Both', amount: 900, currency: 'usd', videoIds }
  const bundleId = String((await operator.post('/api/studio/bundles', body)).body.id)
  const page = await (await billing.signUp()).checkout({ bundleId })
  t.equal(await closeUnsold(services), 0)
  await database.video.update({ where: { id: videoIds[1] ?? '' }, data: { published: false } })
  t.equal(await closeUnsold(services), 1)
  t.equal(await statusOf(page), 'expired')
  await database.video.update({ where: { id: videoIds[1] ?? '' }, data: { published: true } })
  const again = await (await billing.signUp()).checkout({ bundleId })
  await operator.patch(`/api/studio/bundles/${bundleId}`, { active: false })
  t.equal(await closeUnsold(services), 1)
  t.equal(await statusOf(again), 'expired')
})

t.test('what was paid at the last moment is a sale like any other', async (t) => {
  const { id } = await addFilm()
  const member = await billing.signUp()
  const page = await member.checkout(ways.buy(id))
  await member.pay(page)
  await database.video.update({ where: { id }, data: { archivedAt: new Date() } })
  t.equal(await closeUnsold(services), 0)
  t.equal(await statusOf(page), 'complete')
})

t.test('a server closes it as soon as the film is taken off show', async (t) => {
  const upkeep = startUpkeep(services)
  t.teardown(() => upkeep.close())
  await listening(services)
  const { id } = await addFilm()
  const page = await (await billing.signUp()).checkout(ways.buy(id))
  await operator.patch(`/api/studio/videos/${id}`, { published: false })
  await until('the page to be closed', async () => (await statusOf(page)) === 'expired')
})
