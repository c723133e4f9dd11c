import t from 'tap'
import type { Numbers } from '../../contract/analytics.ts'
import { sweepTables } from '../../server/retention/sweep.ts'
import { build } from '../fixtures/app.ts'
import { addUser, addVideo } from '../fixtures/rows.ts'
import { until } from '../fixtures/until.ts'
import { password, signedUp } from '../fixtures/visitor.ts'
import { fillHouse, type House } from './house.ts'

const dayMs = 86_400_000

async function open(t: Parameters<typeof build>[0]) {
  const { app, services } = await build(t)
  services.clock.set('2027-06-15T13:30:00Z')
  const ana = await signedUp(app)
  await services.database.user.updateMany({ data: { role: 'admin' } })
  const ask = async (query = '') => {
    await ana.post('/api/auth/refresh')
    return ana.get(`/api/studio/numbers${query}`)
  }
  const numbers = async (query = '') => (await ask(query)).json() as Numbers
  const report = (video: { id: string }, at: string, watchedSeconds = 3_600) =>
    services.database.viewingReport.create({
      data: {
        ...{ videoId: video.id, receivedAt: new Date(at), watchedSeconds },
        ...{ stallCount: 0, stallMs: 0 },
      },
    })
  return { app, services, ana, ask, numbers, report }
}

/** The same by other means: row by row, in plain JavaScript. */
function recompute(house: House, from: string, to: string, now: Date) {
  const within = (time: Date | string | null | undefined) =>
    time != null && new Date(time) >= new Date(from) && new Date(time) < new Date(to)
  const add = (sums: Map<string, number>, key: string, value: number) =>
    sums.set(key, (sums.get(key) ?? 0) + value)

  const mrr = new Map<string, number>()
  let unpriced = 0
  for (const item of house.items) {
    const subscription = house.subscriptions.find(({ id }) => id === item.subscriptionId)
    if (subscription === undefined || !['active', 'past_due'].includes(subscription.status))
      continue
    if (subscription.cancelAt != null && new Date(subscription.cancelAt) <= now) continue
    if (subscription.suspended === 'collection_paused') continue
    const price = house.prices.find(({ id }) => id === item.priceId)
    if (price === undefined) {
      unpriced += 1
      continue
    }
    const whole = price.amount * (item.quantity ?? 1)
    const each = { month: whole, year: whole / 12, week: (whole * 52) / 12, '3 months': whole / 3 }
    add(mrr, price.currency, Math.round(each[price.interval]))
  }

  const payments = new Map<string, number>()
  const byVideo = new Map<string, number>()
  const byPlan = new Map<string, number>()
  for (const payment of house.payments) {
    if (payment.status !== 'succeeded' || !within(payment.at)) continue
    const count = (sums: Map<string, number>, of: string | null) => {
      add(sums, `${of} ${payment.currency} amount`, payment.amount)
      add(sums, `${of} ${payment.currency} refunded`, payment.amountRefunded ?? 0)
    }
    count(payments, 'all')
    if (payment.kind === 'plan') {
      const item = house.items.find(
        ({ subscriptionId }) => subscriptionId === payment.subscriptionId,
      )
      const told = (payment.productIds ?? []) as string[]
      // Of what was charged for, the first is what most was paid for.
      const products = told.length > 0 ? told : [item?.productId]
      const plans = new Map([
        ['prod_extra', 'extra'],
        ['prod_basic', 'basic'],
      ])
      const plan = products.flatMap((product) => plans.get(product ?? '') ?? [])[0]
      count(byPlan, plan ?? null)
    } else if (payment.kind !== 'other') {
      const purchase = house.purchases.find(({ id }) => id === payment.purchaseId)
      count(byVideo, purchase?.videoId ?? null)
    }
  }

  const begun = house.subscriptions.filter(({ status }) => status !== 'incomplete')
  const are = (status: string) => begun.filter((one) => one.status === status).length
  const subscribers = {
    ...{ active: are('active'), trialing: are('trialing'), pastDue: are('past_due') },
    started: begun.filter(({ createdAt }) => within(createdAt)).length,
    ended: begun.filter(({ endedAt }) => within(endedAt)).length,
  }

  const planOf = (id: string) => {
    const item = house.items.find(({ subscriptionId }) => subscriptionId === id)
    return { prod_basic: 'basic', prod_extra: 'extra' }[item?.productId ?? ''] ?? null
  }
  const standing = ['active', 'trialing', 'past_due']
  const held = new Map<string, number>()
  for (const { id, status } of begun) {
    if (standing.includes(status)) add(held, `${planOf(id)} ${status}`, 1)
  }
  const tried = begun.filter(({ trialEnd }) => trialEnd != null)
  const trialsEnded = tried.filter(({ trialEnd, endedAt }) => {
    const ends = [trialEnd, endedAt].flatMap((time) => (time == null ? [] : Number(new Date(time))))
    const end = new Date(Math.min(...ends))
    return within(end) && end <= now
  })
  const paidFor = (id: string) =>
    house.payments.some((one) => one.subscriptionId === id && one.status === 'succeeded')
  const trials = {
    begun: tried.filter(({ createdAt }) => within(createdAt)).length,
    ended: trialsEnded.length,
    converted: trialsEnded.filter(({ id }) => paidFor(id)).length,
  }
  const reasons = new Map<string, number>()
  for (const { canceledAt, endedAt, cancelAt, cancelReason, cancelFeedback } of begun) {
    if (!within(canceledAt) || (endedAt == null && cancelAt == null)) continue
    add(reasons, `${cancelReason ?? null} ${cancelFeedback ?? null}`, 1)
  }

  const watched = (reports: House['reports']) => ({
    plays: reports.length,
    seconds: reports.reduce((sum, { watchedSeconds }) => sum + watchedSeconds, 0),
  })
  const dayOf = (report: House['reports'][number]) => report.receivedAt.toISOString().slice(0, 10)
  const viewers = (reports: House['reports']) =>
    new Set(reports.map(({ userId, id }) => userId ?? id)).size
  const seen = house.reports.filter(({ receivedAt }) => within(receivedAt))
  const byDay = []
  for (let at = new Date(from).getTime(); at < new Date(to).getTime(); at += dayMs) {
    const day = new Date(at).toISOString().slice(0, 10)
    const those = seen.filter((report) => dayOf(report) === day)
    byDay.push({ day, ...watched(those), viewers: viewers(those) })
  }
  const videos = house.videos
    .map(({ id, title }) => ({
      ...{ videoId: id, title },
      ...watched(seen.filter(({ videoId }) => videoId === id)),
    }))
    .filter(({ plays }) => plays > 0)
    .sort((a, b) => b.seconds - a.seconds)
  const byName = (kind: 'source' | 'device') => {
    const sums = new Map<string, number>()
    for (const report of seen) {
      add(sums, `${report[kind]} plays`, 1)
      add(sums, `${report[kind]} seconds`, report.watchedSeconds)
    }
    return sums
  }
  return {
    ...{ sources: byName('source'), devices: byName('device') },
    ...{ mrr, unpriced, payments, byVideo, byPlan, subscribers, held, trials, reasons },
    ...{ ...watched(seen), viewers: viewers(seen), byDay, videos },
  }
}

/** An answer in the form of what was recomputed. */
function asRecomputed({ revenue, subscribers: all, hoursWatched, ...numbers }: Numbers) {
  const { byPlan, ...subscribers } = all
  const flat = (rows: readonly { currency: string; amount: number; refunded: number }[]) =>
    new Map(
      rows.flatMap((row) => {
        const of = 'videoId' in row ? row.videoId : 'planId' in row ? row.planId : 'all'
        return (['amount', 'refunded'] as const).map(
          (what) => [`${of} ${row.currency} ${what}`, row[what]] as const,
        )
      }),
    )
  const seconds = (hours: number) => Math.round(hours * 3_600)
  const named = (rows: { name: string | null; plays: number; hoursWatched: number }[]) =>
    new Map(
      rows.flatMap(({ name, plays, hoursWatched }) => [
        [`${name} plays`, plays] as const,
        [`${name} seconds`, seconds(hoursWatched)] as const,
      ]),
    )
  return {
    sources: named(numbers.sources.map(({ host, ...row }) => ({ name: host, ...row }))),
    devices: named(numbers.devices.map(({ device, ...row }) => ({ name: device, ...row }))),
    mrr: new Map(revenue.mrr.map(({ currency, amount }) => [currency, amount])),
    unpriced: revenue.unpriced,
    payments: flat(revenue.payments),
    byVideo: flat(revenue.byVideo),
    byPlan: flat(revenue.byPlan),
    subscribers,
    held: new Map(
      byPlan.flatMap(({ planId, active, trialing, pastDue }) =>
        Object.entries({ active, trialing, past_due: pastDue }).flatMap(([status, count]) =>
          count === 0 ? [] : [[`${planId} ${status}`, count] as const],
        ),
      ),
    ),
    trials: numbers.trials,
    reasons: new Map(
      numbers.leaving.reasons.map(({ reason, feedback, count }) => [
        `${reason} ${feedback}`,
        count,
      ]),
    ),
    plays: numbers.plays,
    seconds: seconds(hoursWatched),
    viewers: numbers.viewers,
    byDay: numbers.byDay.map(({ hoursWatched, ...day }) => ({
      ...day,
      seconds: seconds(hoursWatched),
    })),
    videos: numbers.videos.map(({ hoursWatched, ...video }) => ({
      ...video,
      seconds: seconds(hoursWatched),
    })),
  }
}

for (const seed of [1, 2, 3]) {
  t.test(`every number is what its rows come to (house ${seed})`, async (t) => {
    const { services, numbers } = await open(t)
    const { database, clock } = services
    const house = await fillHouse(services, seed)
    const ranges = [
      ['2027-05-17', '2027-06-16'],
      ['2027-06-15', '2027-06-16'],
      ['2027-03-01', '2027-04-02'],
      ['2026-06-15', '2027-06-16'],
    ] as const
    const check = async (when: string) => {
      for (const [from, to] of ranges) {
        const answer = await numbers(`?from=${from}&to=${to}`)
        const wanted = recompute(house, from, to, clock.now())
        t.same(asRecomputed(answer), wanted, `${from} to ${to}, ${when}`)
      }
    }
    await check('before anything was summed up')
    await sweepTables(services)
    t.ok((await database.viewingReport.count()) < house.reports.length, 'old reports are gone')
    await check('after that')
    await sweepTables(services)
    await check('and after doing it again')
    t.same(
      await numbers(),
      await numbers('?from=2027-05-17&to=2027-06-16'),
      'thirty days, today too',
    )
  })
}

t.test('an empty house has nothing but zeros', async (t) => {
  const { numbers } = await open(t)
  const answer = await numbers()
  t.equal(answer.byDay.length, 30)
  t.same(answer, {
    ...{ from: '2027-05-17', to: '2027-06-16' },
    revenue: { mrr: [], movements: [], unpriced: 0, payments: [], byVideo: [], byPlan: [] },
    subscribers: { active: 0, trialing: 0, pastDue: 0, started: 0, ended: 0, byPlan: [] },
    trials: { begun: 0, ended: 0, converted: 0 },
    leaving: { count: 0, reasons: [], comments: [] },
    ...{ plays: 0, hoursWatched: 0, viewers: 0, videos: [], sources: [], devices: [] },
    byDay: answer.byDay.map(({ day }) => ({ day, plays: 0, hoursWatched: 0, viewers: 0 })),
  })
})

t.test('only operators see them', async (t) => {
  const { app, services, ana, ask } = await open(t)
  t.equal((await app.inject('/api/studio/numbers')).statusCode, 401)
  t.equal((await ask()).statusCode, 200)
  await services.database.user.updateMany({ data: { role: 'member' } })
  const member = await signedUp(app, 'ben@films.example')
  t.equal((await member.get('/api/studio/numbers')).statusCode, 403)
  t.equal((await ana.get('/api/studio/numbers')).statusCode, 403)
})

t.test('a day begins at midnight UTC, and the last one named is not counted', async (t) => {
  const { services, numbers, report } = await open(t)
  const { database } = services
  const video = await addVideo(services)
  const user = await addUser(services)
  const times = [
    '2027-06-09T23:59:59.999Z',
    '2027-06-10T00:00:00.000Z',
    '2027-06-11T23:59:59.999Z',
    '2027-06-12T00:00:00.000Z',
  ]
  for (const [index, at] of times.entries()) {
    await report(video, at)
    const [createdAt, endedAt] = [new Date(at), new Date(at)]
    await database.subscription.create({
      data: { id: `sub_${index}`, userId: user.id, status: 'canceled', createdAt, endedAt },
    })
    await database.payment.create({
      data: {
        ...{ id: `ch_${index}`, customerId: 'cus', kind: 'other', status: 'succeeded' },
        ...{ amount: 10 ** index, currency: 'usd', at: new Date(at) },
      },
    })
  }
  const answer = await numbers('?from=2027-06-10&to=2027-06-12')
  t.match(answer, { plays: 2, hoursWatched: 2, subscribers: { started: 2, ended: 2 } })
  t.same(
    answer.byDay.map(({ day, plays }) => [day, plays]),
    [
      ['2027-06-10', 1],
      ['2027-06-11', 1],
    ],
  )
  t.same(answer.revenue.payments, [{ currency: 'usd', amount: 110, refunded: 0 }])
  t.match(await numbers('?from=2027-06-10&to=2027-06-10'), { plays: 0, byDay: [] })
  t.match(await numbers('?to=2027-06-10'), { from: '2027-05-11', plays: 1 })
})

t.test('days that cannot be counted are refused with what to do', async (t) => {
  const { ask } = await open(t)
  const refused = async (query: string) => {
    const answer = await ask(query)
    t.equal(answer.statusCode, 400, query)
    return answer.json()
  }
  t.match(await refused('?from=2027-06-10&to=2027-06-09'), {
    code: 'BAD_REQUEST',
    detail: 'to: must not be before from.',
    fields: [{ field: 'to' }],
  })
  t.match(await refused('?from=2026-06-10&to=2027-06-12'), {
    detail: 'to: must be at most 366 days after from.',
  })
  t.equal((await ask('?from=2026-06-10&to=2027-06-11')).statusCode, 200, 'exactly 366 days')
  for (const from of ['2027-02-29', 'yesterday', '0000-01-01', '2027-06-10T00:00:00Z', '']) {
    await refused(`?from=${from}`)
  }
  await refused('?form=2027-06-10')
})

t.test('what is reported again much later counts for that day alone, whatever goes', async (t) => {
  const { services, ana, numbers, report } = await open(t)
  const { database, clock } = services
  const video = await addVideo(services)
  const { id } = await report(video, '2027-06-15T12:00:00Z')
  await sweepTables(services)
  clock.set('2027-06-25T12:00:00Z')
  await database.viewingReport.update({ where: { id }, data: { receivedAt: clock.now() } })
  const query = '?from=2027-06-01&to=2027-07-01'
  t.match(await numbers(query), { plays: 1, hoursWatched: 1, viewers: 1 })
  await sweepTables(services)
  t.match(await numbers(query), { plays: 1 })
  clock.advance(100 * 86_400)
  await ana.post('/api/auth/sign-in', { email: ana.email, password })
  await sweepTables(services)
  t.equal(await database.viewingReport.count(), 0)
  t.match(await numbers(query), { plays: 1, hoursWatched: 1, viewers: 1 })
})

t.test('a deleted film keeps what was summed of it, of the last days too', async (t) => {
  const { services, numbers, report } = await open(t)
  const [kept, deleted] = [await addVideo(services), await addVideo(services)]
  await report(kept, '2027-06-15T12:00:00Z', 1_800)
  await report(deleted, '2027-06-15T12:00:00Z')
  await sweepTables(services)
  await services.database.video.delete({ where: { id: deleted.id } })
  for (const when of ['at once', 'and when the day is summed up again']) {
    const answer = await numbers()
    t.match(answer, { plays: 2, hoursWatched: 1.5, viewers: 2 }, when)
    t.match(answer.videos, [{ videoId: deleted.id, title: null }, { videoId: kept.id }])
    await sweepTables(services)
  }
})

t.test('what is written into a day that was summed counts at once, and once', async (t) => {
  const { services, numbers, report } = await open(t)
  const { database } = services
  const video = await addVideo(services)
  await report(video, '2027-06-10T12:00:00Z')
  await sweepTables(services)
  t.match(await database.summedDay.findMany(), [{ plays: 1, viewers: 1, sealed: false }])
  const { id } = await report(video, '2027-06-10T13:00:00Z')
  for (const when of ['at once', 'when summed again']) {
    const answer = await numbers()
    t.match(answer, { plays: 2, hoursWatched: 2, viewers: 2, videos: [{ plays: 2 }] }, when)
    t.match(answer.sources, [{ host: null, plays: 2 }], when)
    await sweepTables(services)
  }
  await database.viewingReport.update({ where: { id }, data: { watchedSeconds: 7_200 } })
  t.match(await numbers(), { plays: 2, hoursWatched: 3 }, 'changed where it stands')
})

t.test('a report that moves while its day is summed is in one of both days', async (t) => {
  const { services, numbers, report } = await open(t)
  const { database, reports, clock } = services
  const video = await addVideo(services)
  const { id } = await report(video, '2027-06-14T23:59:00Z')
  let summed: Promise<unknown> = Promise.resolve()
  await database.$transaction(async (tx) => {
    await tx.viewingReport.update({ where: { id }, data: { receivedAt: clock.now() } })
    summed = sweepTables(services)
    const waits = () => reports.$queryRaw<unknown[]>`
      select from pg_locks l join pg_database d on d.oid = l.database
      where l.locktype = 'advisory' and not l.granted and d.datname = current_database()`
    await until('the sums wait for it', async () => (await waits()).length > 0)
  })
  await summed
  t.match(await numbers(), { plays: 1, byDay: [...Array(29).fill({ plays: 0 }), { plays: 1 }] })
})

t.test('of a month that is summed as a whole its films are told by the month', async (t) => {
  const { services, numbers, report } = await open(t)
  const [first, second] = [await addVideo(services), await addVideo(services)]
  for (let day = 1; day <= 31; day++) {
    await report(
      day % 2 === 0 ? first : second,
      `2027-05-${String(day).padStart(2, '0')}T12:00:00Z`,
    )
  }
  await report(first, '2027-04-30T12:00:00Z', 36_000)
  await sweepTables(services)
  const ask = async () =>
    (await numbers('?from=2027-04-30&to=2027-06-16')).videos.map(({ plays }) => plays)
  t.same(await ask(), [16, 16])
  await services.database.viewingMonth.updateMany({ data: { plays: 1_000 } })
  t.same(await ask(), [1_001, 1_000], 'and by nothing else')
  await report(first, '2027-05-05T12:00:00Z')
  t.same(await ask(), [17, 16], 'not after one of its days changed')
  await sweepTables(services)
  t.same(await ask(), [17, 16])
})
