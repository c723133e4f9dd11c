import t from 'tap'
import { missedSince } from '../../server/billing/inbox/missed-events.ts'
import { reconcileCustomers, reconcileEvents } from '../../server/billing/reconcile/reconcile.ts'
import { beginRun, endRun, signOfLife } from '../../server/billing/reconcile/reconcile-runs.ts'
import { startUpkeep } from '../../server/billing/upkeep.ts'
import { services } from '../fixtures/app.ts'
import { type Billing, type Member, openBilling } from '../fixtures/stripe.ts'

const hour = 3_600

/** Three people subscribe, one of them cancels, and no webhook comes. */
async function lostDay(billing: Billing) {
  const members = [await billing.signUp(), await billing.signUp(), await billing.signUp()] as const
  const [alice] = members
  await alice.subscribe('standard')
  await billing.settle()
  await billing.webhooks({ mode: 'drop' })
  const { id } = await billing.subscription()
  await billing.stripe.subscriptions.cancel(id)
  for (const member of members.slice(1)) {
    await member.pay(await member.checkout({ priceId: await billing.priceOf('standard') }))
  }
  const access = async () => {
    // The server's own inbox may have taken up what was found.
    await billing.settle()
    return Promise.all(members.map((member) => member.access()))
  }
  t.same(await access(), ['subscription', 'not_entitled', 'not_entitled'])
  return access
}

const truth = ['subscription_ended', 'subscription', 'subscription']

t.test('a day without webhooks is made good by looking at the events', async (t) => {
  const billing = await openBilling(t)
  const access = await lostDay(billing)
  billing.services.clock.advance(24 * hour)
  const result = await reconcileEvents(billing.services)
  t.ok((result?.eventsFound ?? 0) > 0)
  t.same(await access(), truth)
  const again = await reconcileEvents(billing.services)
  t.equal(again?.eventsFound, 0, 'nothing is found twice')
})

t.test('and by looking at every customer', async (t) => {
  const billing = await openBilling(t)
  const access = await lostDay(billing)
  const progress: string[] = []
  const onProgress = (done: number, total: number) => progress.push(`${done}/${total}`)
  const result = await reconcileCustomers(billing.services, { onProgress })
  t.same(result, { eventsFound: 0, customersChecked: 3, customersDrifted: 3, customersFailed: 0 })
  t.same(progress, ['1/3', '2/3', '3/3'])
  t.same(await access(), truth)
  t.match(await reconcileCustomers(billing.services), { customersDrifted: 0 })
})

t.test(
  'a sweep that is cut off in the middle goes on where it was, and loses nobody',
  async (t) => {
    const billing = await openBilling(t)
    const { services, proxy } = billing
    const { clock, database } = services
    clock.set('2027-01-11T03:00:00Z')
    await billing.webhooks({ mode: 'drop' })
    const members: Member[] = []
    for (let count = 0; count < 8; count += 1) {
      const member = await billing.signUp()
      await member.pay(await member.checkout({ priceId: await billing.priceOf('standard') }))
      members.push(member)
    }
    // What was looked at on the way to the payment page was so the day before.
    clock.advance(24 * hour)
    const tonight = new Date(clock.now().getTime() - 12 * hour * 1_000)
    const access = async () => Promise.all(members.map((member) => member.access()))
    const playing = async () => (await access()).filter((why) => why === 'subscription').length
    t.equal(await playing(), 0)

    const stopping = new AbortController()
    const cut = reconcileCustomers(services, {
      recently: tonight,
      notSince: tonight,
      signal: stopping.signal,
      onProgress: (done) => done === 3 && stopping.abort(new Error('the server is stopping')),
    })
    await t.rejects(cut, { message: 'the server is stopping' })
    const done = await playing()
    t.ok(done >= 3 && done < members.length, `${done} of ${members.length} when it was cut off`)
    t.equal(await database.reconcileRun.count({ where: { kind: 'sweep' } }), 0, 'it does not count')

    proxy.calls.length = 0
    const rest = await reconcileCustomers(services, { recently: tonight, notSince: tonight })
    const left = members.length - done
    t.match(rest, { customersChecked: left, customersDrifted: left, customersFailed: 0 })
    const asked = proxy.calls.filter(({ path }) => /^\/v1\/customers\/cus_\w+/.test(path))
    t.equal(asked.length, left, 'Stripe is not asked again about those who were looked at')
    t.equal(await playing(), members.length)
    t.equal(
      await reconcileCustomers(services, { recently: tonight, notSince: tonight }),
      null,
      'and that was it for tonight',
    )
  },
)

t.test('one customer can be looked at alone', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await billing.webhooks({ mode: 'drop' })
  await member.pay(await member.checkout({ priceId: await billing.priceOf('standard') }))
  const customers = [await member.customer()]
  const result = await reconcileCustomers(billing.services, { customers })
  t.match(result, { customersChecked: 1, customersDrifted: 1 })
  t.equal(await member.access(), 'subscription')
})

t.test('a customer who fails is counted, and the others are looked at', async (t) => {
  const billing = await openBilling(t)
  const access = await lostDay(billing)
  const customers = [
    'cus_nobody',
    ...(
      await billing.services.database.user.findMany({ where: { stripeCustomerId: { not: null } } })
    ).map(({ stripeCustomerId }) => stripeCustomerId ?? ''),
  ]
  billing.proxy.refuse = ({ path }) =>
    path.startsWith('/v1/customers/cus_nobody')
      ? { status: 400, error: { type: 'invalid_request_error' } }
      : null
  const result = await reconcileCustomers(billing.services, { customers })
  t.match(result, { customersChecked: 4, customersFailed: 1 })
  t.same(await access(), truth)
})

t.test('an unreachable Stripe fails the run, which is then done anew', async (t) => {
  const billing = await openBilling(t)
  const access = await lostDay(billing)
  await billing.door('/_local/trouble', { status: 500, count: 1_000 })
  await t.rejects(reconcileEvents(billing.services))
  await billing.door('/_local/trouble', { count: 0 })
  t.not(await reconcileEvents(billing.services), null, 'at once')
  t.same(await access(), truth)
})

t.test('the next look begins a little before the last one did', async (t) => {
  const deps = await services(t)
  const { clock, database } = deps
  const begun = clock.now()
  t.same(await missedSince(deps), new Date(begun.getTime() - 30 * 86_400_000), 'at first: all')
  const run = await beginRun(database, 'events', begun, null)
  const result = { eventsFound: 0, customersChecked: 0, customersDrifted: 0, customersFailed: 0 }
  clock.advance(600)
  await endRun(database, run?.id ?? '', clock.now(), result)
  t.same(await missedSince(deps), new Date(begun.getTime() - 600_000))
})

t.test('of several processes one does the work', async (t) => {
  const { clock, database } = await services(t)
  const now = clock.now()
  const begin = (at = now, notSince: Date | null = null) =>
    beginRun(database, 'sweep', at, notSince)
  const begun = await Promise.all([begin(), begin(), begin()])
  t.equal(begun.filter((run) => run !== null).length, 1)
  t.equal(await begin(), null, 'not while it runs')
  t.not(await beginRun(database, 'events', now, null), null, 'another kind may')
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000)
  t.equal(await begin(later(59)), null)
  await signOfLife(database, begun.find((run) => run !== null)?.id ?? '', later(59))
  t.equal(await begin(later(118)), null, 'not while it gives signs of life')
  t.not(await begin(later(119)), null, 'a run whose process died blocks for a minute')
})

t.test('a run that was done lately is not due', async (t) => {
  const { clock, database } = await services(t)
  const now = clock.now()
  const run = await beginRun(database, 'sweep', now, null)
  const result = { eventsFound: 0, customersChecked: 0, customersDrifted: 0, customersFailed: 0 }
  await endRun(database, run?.id ?? '', now, result)
  const hourAgo = new Date(now.getTime() - 3_600_000)
  t.equal(await beginRun(database, 'sweep', now, hourAgo), null)
  t.not(await beginRun(database, 'sweep', now, null), null, 'but may be asked for')
})

t.test('a server looks when it starts, every hour, and at everyone each night', async (t) => {
  const billing = await openBilling(t)
  const { clock, database } = billing.services
  clock.set('2027-01-10T12:00:00Z')
  const access = await lostDay(billing)
  const kinds = async () =>
    (await database.reconcileRun.findMany({ orderBy: { startedAt: 'asc' } })).map(
      ({ kind }) => kind,
    )
  const upkeep = startUpkeep(billing.services)
  t.teardown(() => upkeep.close())
  await upkeep.round()
  t.same(await kinds(), ['events'], 'the round at the start, and none right after it')
  t.same(await access(), truth)
  clock.advance(hour)
  await upkeep.round()
  t.same(await kinds(), ['events', 'events'])
  clock.set('2027-01-11T03:00:00Z')
  await upkeep.round()
  t.same(await kinds(), ['events', 'events', 'events', 'sweep'])
  clock.advance(hour)
  await upkeep.round()
  t.same((await kinds()).filter((kind) => kind === 'sweep').length, 1)
  clock.advance(24 * hour)
  await upkeep.round()
  t.same((await kinds()).filter((kind) => kind === 'sweep').length, 2)
})

t.test('a mail about a failed payment that did not go out is sent another time', async (t) => {
  const billing = await openBilling(t)
  const { clock, mailer } = billing.services
  const member = await billing.signUp()
  await member.subscribe('premium', '4000000000000341')
  const send = mailer.send
  mailer.send = () => Promise.reject(new Error('no mail server'))
  clock.advance(14 * 86_400 + 2 * hour)
  billing.local.catchUp()
  await billing.settle()
  mailer.send = send
  t.equal(await member.access(), 'subscription', 'which stops nothing else')
  clock.advance(5 * 60)
  const upkeep = startUpkeep(billing.services)
  t.teardown(() => upkeep.close())
  await upkeep.round()
  const subject = 'Your payment did not go through'
  const sent = () => billing.mails.filter((mail) => mail.subject === subject)
  t.match(sent(), [{ to: member.email }])
  await upkeep.round()
  t.equal(sent().length, 1, 'once')
})

t.test(
  'while a sweep goes on for hours, missed events are fetched and mail goes out',
  async (t) => {
    const billing = await openBilling(t)
    const { clock, database } = billing.services
    clock.set('2027-01-10T12:00:00Z')
    const member = await billing.signUp()
    await member.subscribe('standard')
    await billing.settle()
    await billing.webhooks({ mode: 'drop' })
    clock.set('2027-01-11T03:00:00Z')
    // The sweep stands still at its customer, as it would for hours with many of them.
    let sweeping = () => {}
    const begun = new Promise<void>((resolve) => {
      sweeping = resolve
    })
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const stripeCustomer = new Proxy(database.stripeCustomer, {
      get(target, key) {
        if (key !== 'count') return Reflect.get(target, key)
        return async (...args: Parameters<typeof target.count>) => {
          sweeping()
          await held
          return target.count(...args)
        }
      },
    })
    const slow = new Proxy(database, {
      get: (target, key) => (key === 'stripeCustomer' ? stripeCustomer : Reflect.get(target, key)),
    })
    const upkeep = startUpkeep({ ...billing.services, database: slow })
    await begun
    await billing.stripe.subscriptions.cancel((await billing.subscription()).id)
    const rounds: Promise<void>[] = []
    // Rounds come every 2.5 minutes; within ten the cancellation that no webhook brought is found.
    let minutes = 0
    for (; minutes <= 10; minutes += 2.5) {
      clock.advance(150)
      rounds.push(upkeep.round())
      const due = Date.now() + 2_000
      while (Date.now() < due && (await member.access()) === 'subscription') {
        await new Promise((resolve) => setImmediate(resolve))
      }
      if ((await member.access()) !== 'subscription') break
    }
    t.equal(await member.access(), 'subscription_ended')
    t.ok(minutes <= 10, `after ${minutes} minutes`)
    t.equal(await database.reconcileRun.count({ where: { kind: 'sweep', finishedAt: null } }), 1)
    release()
    await Promise.all(rounds)
    await upkeep.close()
    t.equal(await database.reconcileRun.count({ where: { kind: 'sweep', finishedAt: null } }), 0)
  },
)
