import t from 'tap'
import { tellOfPaymentFailures } from '../../server/billing/payments/payment-failure-mail.ts'
import type { Mail } from '../../server/clients/mailer.ts'
import { services, type TestServices } from '../fixtures/app.ts'
import { addUser } from '../fixtures/rows.ts'
import { openBilling } from '../fixtures/stripe.ts'

/** Someone whose renewal failed, and what is mailed. */
async function owing(t: Parameters<typeof services>[0]) {
  const deps = await services(t)
  const mails: string[] = []
  Object.assign(deps.mailer, { sends: true })
  deps.mailer.send = async ({ to }) => {
    mails.push(to)
  }
  const user = await addUser(deps)
  const fail = (since: Date, id = 'sub_1') =>
    deps.database.subscription.upsert({
      where: { id },
      create: {
        id,
        userId: user.id,
        status: 'past_due',
        pastDueSince: since,
        createdAt: since,
      },
      update: { pastDueSince: since },
    })
  await fail(deps.clock.now())
  return { deps, mails, user, fail }
}

/** Leaves a process at sending for ever, as if it had died there. */
async function dieWhileSending(deps: TestServices) {
  const { send } = deps.mailer
  const begun = new Promise<void>((resolve) => {
    deps.mailer.send = () => {
      resolve()
      return new Promise(() => undefined)
    }
  })
  void tellOfPaymentFailures(deps)
  await begun
  deps.mailer.send = send
}

t.test('a failed payment is told of once, by whichever process comes first', async (t) => {
  const { deps, mails, user } = await owing(t)
  await Promise.all(Array.from({ length: 8 }, () => tellOfPaymentFailures(deps)))
  await tellOfPaymentFailures(deps, user.id)
  t.same(mails, [user.email])
})

t.test('the next payment that fails is told of anew', async (t) => {
  const { deps, mails, user, fail } = await owing(t)
  await tellOfPaymentFailures(deps)
  deps.clock.advance(31 * 86_400)
  await fail(deps.clock.now())
  await tellOfPaymentFailures(deps)
  t.same(mails, [user.email, user.email])
})

t.test('a mail whose process died before it went out is sent by another', async (t) => {
  const { deps, mails, user } = await owing(t)
  await dieWhileSending(deps)
  deps.clock.advance(299)
  await tellOfPaymentFailures(deps)
  t.same(mails, [], 'not while it may still be under way')
  deps.clock.advance(1)
  await tellOfPaymentFailures(deps)
  await tellOfPaymentFailures(deps)
  t.same(mails, [user.email])
})

t.test('a renewal that the bank wants confirmed is asked for with the page for it', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  const sessionId = await member.checkout({ priceId: await billing.priceOf('standard') })
  await member.pay(sessionId, '4000002760003184')
  await billing.door(`/_local/checkout/sessions/${sessionId}/confirm`, { outcome: 'succeed' })
  await billing.settle()
  t.equal(await member.access(), 'subscription')
  const subject = 'Please confirm your payment'
  const told = () => billing.mails.filter((mail) => mail.subject === subject)
  t.same(told(), [])

  billing.services.clock.advance(31 * 86_400 + 2 * 3_600)
  billing.local.catchUp()
  await billing.settle()
  await tellOfPaymentFailures(billing.services)
  const [mail, ...more] = told()
  t.same(more, [])
  const subscription = await billing.subscription()
  const invoice = await billing.stripe.invoices.retrieve(String(subscription.latest_invoice))
  t.match(invoice, { status: 'open' })
  t.ok(mail?.text.includes(`${invoice.hosted_invoice_url}`))
  t.notOk(
    billing.mails.some((one) => /did not go through/.test(one.subject)),
    'no card failed',
  )
  t.match((await member.get('/api/billing')).body, {
    plan: { confirmUrl: invoice.hosted_invoice_url },
  })

  const [payment] = (await billing.stripe.invoicePayments.list({ invoice: invoice.id })).data
  const intent = String(payment?.payment.payment_intent)
  await billing.door(`/_local/intents/${intent}/confirm`, { outcome: 'succeed' })
  await billing.settle()
  t.match((await member.get('/api/billing')).body, { plan: { confirmUrl: null } })
  await tellOfPaymentFailures(billing.services)
  t.equal(told().length, 1, 'once it is confirmed, nothing is owed')
})

t.test('a card that is refused is told of as that, and not as one to confirm', async (t) => {
  const { deps, mails, user, fail } = await owing(t)
  const confirmUrl = 'https://invoice.stripe.example/1'
  await deps.database.subscription.updateMany({ data: { confirmUrl } })
  const sent: Mail[] = []
  deps.mailer.send = async (mail) => void sent.push(mail)
  await tellOfPaymentFailures(deps)
  deps.clock.advance(31 * 86_400)
  await fail(deps.clock.now())
  await deps.database.subscription.updateMany({ data: { needsConfirmation: true } })
  await tellOfPaymentFailures(deps, user.id)
  const [refused, asked] = sent
  t.equal(refused?.subject, 'Your payment did not go through')
  t.equal(asked?.subject, 'Please confirm your payment')
  const firstLink = (mail: Mail | undefined) => /^https?:.*$/m.exec(mail?.text ?? '')?.[0]
  t.match(firstLink(refused), /\/account$/, 'what it asks for comes first')
  t.match(refused?.text, confirmUrl)
  t.equal(firstLink(asked), confirmUrl)
  t.same(mails, [])
})

t.test('a mail server that is down leaves the mail for the next time', async (t) => {
  const { deps, mails, user } = await owing(t)
  const { send } = deps.mailer
  deps.mailer.send = () => Promise.reject(new Error('no mail server'))
  await tellOfPaymentFailures(deps)
  deps.mailer.send = send
  deps.clock.advance(300)
  await tellOfPaymentFailures(deps)
  t.same(mails, [user.email])
})

t.test('an address that is refused for good is not tried again', async (t) => {
  const { deps, mails } = await owing(t)
  const { send } = deps.mailer
  const refusal = { responseCode: 550, command: 'RCPT TO' }
  deps.mailer.send = () => Promise.reject(Object.assign(new Error('no such mailbox'), refusal))
  await tellOfPaymentFailures(deps)
  deps.mailer.send = send
  deps.clock.advance(300)
  await tellOfPaymentFailures(deps)
  t.same(mails, [])
})

t.test('a mail server that takes its time has nothing twice', async (t) => {
  const { deps, mails } = await owing(t)
  await addOwing(deps, 'slow', 5)
  const { send } = deps.mailer
  deps.mailer.send = async (mail) => {
    deps.clock.advance(100)
    // Another process comes by while each is under way.
    if (mails.length === 3)
      await tellOfPaymentFailures({ ...deps, mailer: { ...deps.mailer, send } })
    await send(mail)
  }
  await tellOfPaymentFailures(deps)
  t.equal(mails.length, 6)
  t.equal(new Set(mails).size, 6)
})

t.test('a process that stops in the middle leaves the rest to another', async (t) => {
  const { deps, mails } = await owing(t)
  await addOwing(deps, 'rest', 2)
  const { send } = deps.mailer
  const stopping = new AbortController()
  deps.mailer.send = async (mail) => {
    stopping.abort()
    await send(mail)
  }
  await tellOfPaymentFailures(deps, undefined, stopping.signal)
  t.equal(mails.length, 1)
  deps.clock.advance(300)
  await tellOfPaymentFailures(deps)
  t.equal(new Set(mails).size, 3)
})

t.test('someone whose account is closed is not written to', async (t) => {
  const { deps, mails, user } = await owing(t)
  const disabledAt = deps.clock.now()
  await deps.database.user.update({ where: { id: user.id }, data: { disabledAt } })
  await tellOfPaymentFailures(deps)
  t.same(mails, [])
})

t.test('where no mail server is set nobody counts as told, and all are told later', async (t) => {
  const { deps, mails, user } = await owing(t)
  Object.assign(deps.mailer, { sends: false })
  await tellOfPaymentFailures(deps)
  await tellOfPaymentFailures(deps, user.id)
  t.same(mails, [])
  t.match(await deps.database.user.findUnique({ where: { id: user.id } }), {
    paymentFailureToldOf: null,
    paymentFailureMailBy: null,
  })
  Object.assign(deps.mailer, { sends: true })
  await tellOfPaymentFailures(deps)
  t.same(mails, [user.email])
})

/** People who owe a payment. */
async function addOwing({ database, clock }: TestServices, name: string, count: number) {
  await database.$executeRaw`
    insert into "User" (id, email, "passwordHash")
    select gen_random_uuid(), ${name} || n || '@example.com', ''
    from generate_series(1, ${count}) n`
  await database.$executeRaw`
    insert into "Subscription" (id, "userId", status, "pastDueSince", "createdAt")
    select 'sub_' || u.id, u.id, 'past_due', ${clock.now()}, ${clock.now()} from "User" u
    where u.email like ${`${name}%`}`
}

t.test('many are told in batches, by several processes at once, each person once', async (t) => {
  const { deps, mails } = await owing(t)
  await addOwing(deps, 'untold', 250)
  let batches = 0
  const counting = new Proxy(deps.database, {
    get(target, key) {
      if (key === '$queryRaw') batches += 1
      return Reflect.get(target, key)
    },
  })
  await Promise.all([
    tellOfPaymentFailures({ ...deps, database: counting }),
    tellOfPaymentFailures(deps),
  ])
  t.equal(mails.length, 251)
  t.equal(new Set(mails).size, 251)
  t.ok(batches <= 4, `${batches} batches of one process`)
})

t.test('20,000 who were told cost a round next to nothing, and no write', async (t) => {
  const { deps, mails } = await owing(t)
  const { database, clock } = deps
  await tellOfPaymentFailures(deps)
  await addOwing(deps, 'told', 20_000)
  await database.user.updateMany({ data: { paymentFailureToldOf: clock.now() } })
  await database.$executeRaw`analyze "User", "Subscription"`
  const versions = () =>
    database.$queryRaw`select md5(string_agg(xmin::text, ',' order by id)) as rows from "User"`
  const before = await versions()
  const times: number[] = []
  const floors: number[] = []
  const timed = async (kept: number[], act: () => Promise<unknown>) => {
    const begun = performance.now()
    await act()
    kept.push(performance.now() - begun)
  }
  // In turns, so that what else the machine does is in both.
  for (let round = 0; round < 5; round += 1) {
    await timed(times, () => tellOfPaymentFailures(deps))
    await timed(
      floors,
      () => database.$queryRaw`
        select count(u.id)::int from "User" u join "Subscription" s on s."userId" = u.id
        where u."paymentFailureToldOf" is not null and s.status = 'past_due'`,
    )
  }
  const [ms, floor] = [Math.min(...times), Math.min(...floors)]
  t.comment(
    `a round with 20,000 past due: ${ms.toFixed(0)} ms, to look at them ${floor.toFixed(0)}`,
  )
  t.ok(ms < 6 * floor, `${ms} ms, and ${floor} to look at them`)
  t.same(await versions(), before)
  t.equal(mails.length, 1)
})
