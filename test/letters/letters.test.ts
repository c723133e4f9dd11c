import t, { type Test } from 'tap'
import { mailVerification } from '../../server/accounts/verification.ts'
import { tellOfPaymentFailures } from '../../server/billing/payments/payment-failure-mail.ts'
import type { Mail } from '../../server/clients/mailer.ts'
import { sendLetters } from '../../server/letters/send-letters.ts'
import { unsubscribeUrl } from '../../server/letters/unsubscribe-token.ts'
import { build } from '../fixtures/app.ts'
import { addPlan, addSubscription, addUser, addVideo } from '../fixtures/rows.ts'
import { until } from '../fixtures/until.ts'
import { signedUp, visitor } from '../fixtures/visitor.ts'

const day = 86_400_000

/** A mail server that keeps what it takes, and refuses when it is told to. */
async function open(t: Test) {
  const sent: Mail[] = []
  const server = { refusal: null as Error | null, onSend: async () => {} }
  const mailer = {
    send: async (mail: Mail) => {
      if (server.refusal !== null) throw server.refusal
      await server.onSend()
      sent.push(mail)
    },
    verify: async () => undefined,
    close: () => undefined,
  }
  const { app, services } = await build(t, {}, { mailer })
  const { database, clock } = services
  const after = (days: number) => new Date(clock.now().getTime() + days * day)
  const someone = (more: object = {}) =>
    addUser(services, { emailVerifiedAt: after(-30), createdAt: after(-30), ...more })
  const round = () => sendLetters(services)
  const subjects = () => sent.map(({ to, subject }) => `${to} ${subject}`)
  return { app, services, database, clock, sent, server, after, someone, round, subjects }
}

const noMailbox = () =>
  Object.assign(new Error('550 no such mailbox'), { responseCode: 550, command: 'RCPT TO' })

t.test('each is written once, by however many processes, and told means sent', async (t) => {
  const { database, clock, sent, server, after, someone, round, subjects } = await open(t)
  const ana = await someone({ emailVerifiedAt: after(0), createdAt: after(0), name: 'Ana' })
  await someone({ emailVerifiedAt: after(0) })
  await someone()
  await someone({ emailVerifiedAt: null })
  server.refusal = new Error('451 later')
  await round()
  t.match(await database.letter.findMany(), [{ kind: 'welcome', sentAt: null }])
  server.refusal = null
  await round()
  t.same(sent, [], 'not at once')
  clock.advance(16 * 60)
  await Promise.all([round(), round(), round()])
  await round()
  t.match(subjects(), [new RegExp(`^${ana.email} Your account at`)])
  t.match(sent[0]?.text, /^Hello Ana,\n\n/)
  t.ok((await database.letter.findFirstOrThrow()).sentAt)
})

t.test('a process that stops in the middle leaves the rest to the next one', async (t) => {
  const { services, clock, sent, server, after, someone, round } = await open(t)
  const now = { emailVerifiedAt: after(0), createdAt: after(0) }
  const people = [await someone(now), await someone(now), await someone(now)]
  const stopping = new AbortController()
  server.onSend = async () => stopping.abort()
  t.equal(await sendLetters(services, stopping.signal), 1)
  t.equal(sent.length, 1, 'the one under way')
  t.equal(await round(), 0, 'it may be at them still')
  clock.advance(5 * 60)
  t.equal(await round(), 2)
  t.same(sent.map(({ to }) => to).sort(), people.map(({ email }) => email).sort())
})

t.test('a fault before a mail is sent leaves it to be sent', async (t) => {
  const { services, clock, sent, after, someone, round } = await open(t)
  await someone({ emailVerifiedAt: after(0), createdAt: after(0) })
  const read = () => Promise.reject(new Error('no database'))
  t.equal(await sendLetters({ ...services, settings: { ...services.settings, read } }), 0)
  clock.advance(5 * 60)
  t.equal(await round(), 1)
  t.equal(sent.length, 1)
})

t.test('a mail server so slow that another process takes over has nothing twice', async (t) => {
  const { clock, sent, server, after, someone, round } = await open(t)
  const now = { emailVerifiedAt: after(0), createdAt: after(0) }
  for (let people = 0; people < 3; people += 1) await someone(now)
  server.onSend = async () => {
    server.onSend = async () => {}
    clock.advance(5 * 60)
    t.equal(await round(), 2, 'whoever was not come to')
  }
  t.equal(await round(), 1)
  t.equal(new Set(sent.map(({ to }) => to)).size, 3)
  t.equal(sent.length, 3)
})

t.test('receipts, trials that end and cancellations are told of', async (t) => {
  const { services, database, sent, after, someone, round } = await open(t)
  const ana = await someone()
  await addPlan(services, [])
  const near = await addSubscription(services, ana.id, { status: 'trialing' })
  const far = await addSubscription(services, ana.id, { status: 'trialing' })
  const trial = (id: string, days: number) =>
    database.subscription.update({ where: { id }, data: { trialEnd: after(days) } })
  await trial(near.id, 3)
  await trial(far.id, 3.01)
  const payment = { customerId: 'cus_1', kind: 'plan', amount: 900, currency: 'usd' }
  const paid = {
    ...payment,
    userId: ana.id,
    receiptUrl: 'https://pay.example/r',
    status: 'succeeded',
  }
  await database.payment.create({ data: { id: 'ch_1', ...paid, at: after(0) } })
  await database.payment.create({ data: { id: 'ch_2', ...paid, at: after(-3) } })
  // A bank debit that was asked for a week ago.
  const debit = { at: after(-7), paidAt: after(0), amount: 700 }
  await database.payment.create({ data: { id: 'ch_6', ...paid, ...debit } })
  const video = await addVideo(services, { title: 'The Tide' })
  const sold = { userId: ana.id, videoId: video.id, kind: 'rent', status: 'paid' } as const
  const bought = { ...sold, amount: 900, currency: 'usd', paidAt: after(0) }
  await database.purchase.create({ data: { id: 'cs_1', ...bought } })
  const rented = { ...paid, kind: 'rent', purchaseId: 'cs_1', description: 'The Tide (rental)' }
  await database.payment.create({ data: { id: 'ch_4', ...rented, at: after(0) } })
  const renewed = {
    ...paid,
    subscriptionId: near.id,
    description: '1 × standard (at $9.00 / month)',
  }
  await database.payment.create({ data: { id: 'ch_5', ...renewed, at: after(0) } })
  await database.payment.create({ data: { id: 'ch_3', ...paid, status: 'failed', at: after(0) } })
  await round()
  t.equal(sent.length, 5)
  t.equal(sent.filter(({ text }) => /you paid \$7 for/.test(text)).length, 1)
  const texts = sent.map(({ text }) => text).join('\n')
  t.match(texts, /you paid \$9 for [\s\S]*https:\/\/pay\.example\/r/)
  t.match(texts, /Your trial of standard[\s\S]* and \$9 is charged/)
  t.match(texts, /paid \$9 for The Tide\./, 'not in the words of Stripe, which speaks English')
  t.match(texts, /paid \$9 for standard\./)
  t.same(
    sent.flatMap(({ headers }) => Object.keys(headers ?? {})),
    [],
    'no way to end receipts',
  )
  const cancelled = { cancelAtPeriodEnd: true, canceledAt: after(0) }
  await database.subscription.update({ where: { id: far.id }, data: cancelled })
  await round()
  await round()
  t.match(sent.slice(5), [{ subject: 'Your plan is cancelled', text: /ends on/ }])
})

t.test('a trial that ends says what is charged then, as far as it is known', async (t) => {
  const { services, database, sent, after, someone, round } = await open(t)
  await addPlan(services, [])
  await database.priceCurrency.create({
    data: { priceId: 'price_standard', currency: 'eur', amount: 850 },
  })
  const charged = async (more: object, items: object = {}) => {
    const { id } = await addSubscription(services, (await someone()).id, { status: 'trialing' })
    await database.subscription.update({ where: { id }, data: { trialEnd: after(2), ...more } })
    await database.subscriptionItem.updateMany({ where: { subscriptionId: id }, data: items })
    await round()
    return /your plan goes on, and (.+) is charged\./.exec(sent.at(-1)?.text ?? '')?.[1]
  }
  t.equal(await charged({}), '$9')
  t.equal(await charged({ currency: 'eur' }), '€8.50', 'in the currency that it is paid in')
  t.equal(await charged({}, { quantity: 2 }), '$18')
  t.equal(await charged({ nextAmount: 450 }), '$4.50', 'after a coupon')
  t.equal(await charged({ currency: 'gbp' }), 'its price', 'a currency of which nothing is known')
  t.equal(await charged({}, { priceId: 'price_other' }), 'its price')
  t.equal(await charged({ currency: 'jpy', nextAmount: 0 }), 'its price')
  t.equal(sent.length, 7)
})

t.test('a plan has its name in mails by whichever product or price it is paid for', async (t) => {
  const { services, database, sent, after, someone, round } = await open(t)
  await addPlan(services, [])
  await database.plan.updateMany({
    data: { stripeProductId: 'prod_new', otherProductIds: ['prod_old'] },
  })
  await database.price.updateMany({ data: { named: true } })
  const price = await database.price.findFirstOrThrow()
  for (const item of [
    { productId: 'prod_old', priceId: 'price_other' },
    { productId: 'prod_other', priceId: price.id },
  ]) {
    const { id } = await addSubscription(services, (await someone()).id, { status: 'trialing' })
    await database.subscription.update({ where: { id }, data: { trialEnd: after(2) } })
    await database.subscriptionItem.updateMany({ where: { subscriptionId: id }, data: item })
    await round()
    t.match(sent.at(-1)?.text, /Your trial of standard/)
  }
  t.equal(sent.length, 2)
})

t.test('news go to who wants them, and one press ends them, signed out', async (t) => {
  const { app, services, database, sent, after, someone, round } = await open(t)
  const ana = await someone({ wantsNews: true })
  await someone()
  await someone({ wantsNews: true, emailVerifiedAt: null })
  await someone({ wantsNews: true, disabledAt: after(-1) })
  await addVideo(services, { title: 'The Tide' })
  await addVideo(services, { title: 'Hidden', visibility: 'unlisted' })
  await addVideo(services, { title: 'Old', publishedAt: after(-3) })
  await round()
  await round()
  t.match(sent, [{ to: ana.email, subject: 'New: The Tide' }])
  const url = unsubscribeUrl(services.config, ana.id)
  t.same(sent[0]?.headers, {
    'List-Unsubscribe': `<${url}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  })
  t.match(sent[0]?.text, url)
  t.notMatch(sent[0]?.text, /\n{3}/, 'a film without a description leaves no hole')
  const path = url.slice(services.config.PUBLIC_URL.length)
  const wants = async () =>
    (await database.user.findUniqueOrThrow({ where: { id: ana.id } })).wantsNews
  const looked = await visitor(app).get(path)
  t.equal(looked.statusCode, 200)
  t.match(looked.body, '<form method="post">')
  t.ok(await wants(), 'looking at the link ends nothing')
  const press = (at: string, type: string) =>
    app.inject({
      ...{ method: 'POST', url: at, payload: 'List-Unsubscribe=One-Click' },
      headers: { 'content-type': type, origin: 'https://mail.example' },
    })
  const form = 'application/x-www-form-urlencoded'
  const altered = path.replace(ana.id, (await someone()).id)
  t.equal((await press(altered, form)).statusCode, 400)
  t.equal((await press('/unsubscribe', form)).statusCode, 400)
  t.ok(await wants())
  t.equal((await press(path, form)).statusCode, 200)
  t.notOk(await wants())
  t.equal((await press(path, 'multipart/form-data; boundary=x')).statusCode, 200, 'again')
  await addVideo(services, { title: 'The Ebb' })
  await round()
  t.equal(sent.length, 1)
})

t.test('news for many hold up nobody’s receipt', async (t) => {
  const { services, database, sent, server, someone, round, after } = await open(t)
  const ana = await someone()
  for (let people = 0; people < 201; people += 1) await someone({ wantsNews: true })
  await addVideo(services, { title: 'The Tide' })
  server.onSend = async () => {
    server.onSend = async () => {}
    const paid = { userId: ana.id, customerId: 'cus_1', kind: 'other', status: 'succeeded' }
    await database.payment.create({
      data: { ...paid, id: 'ch_late', amount: 900, currency: 'usd', at: after(0) },
    })
  }
  t.equal(await round(), 202)
  const receipt = sent.findIndex(({ to }) => to === ana.email)
  t.ok(receipt <= 100, `the receipt was number ${receipt + 1}`)
})

t.test('a trial that is made longer is told of again, and once', async (t) => {
  const { services, database, clock, sent, after, someone, round } = await open(t)
  const ana = await someone()
  await addPlan(services, [])
  const { id } = await addSubscription(services, ana.id, { status: 'trialing' })
  const ends = (days: number) =>
    database.subscription.update({ where: { id }, data: { trialEnd: after(days) } })
  await ends(2)
  await round()
  t.equal(sent.length, 1)
  await ends(20)
  clock.advance((18 * day) / 1000)
  await round()
  await round()
  t.equal(sent.length, 2)
})

t.test('an address that is refused for good is noted and gets no more news', async (t) => {
  const { services, database, clock, sent, server, someone, round } = await open(t)
  const ana = await someone({ wantsNews: true })
  server.refusal = noMailbox()
  await addVideo(services)
  await round()
  t.match(await database.mailRecord.findMany(), [{ outcome: 'bounced', to: ana.email }])
  server.refusal = null
  clock.advance(3600)
  await addVideo(services)
  await round()
  t.same(sent, [])
  await database.user.update({ where: { id: ana.id }, data: { emailVerifiedAt: clock.now() } })
  await round()
  t.equal(sent.length, 1, 'once its owner has confirmed it anew, the film that came since')
})

t.test('a text is worded anew, tried, refused, and put back', async (t) => {
  const { app, database, sent, after, someone, round } = await open(t)
  const operator = await signedUp(app, 'op@films.example')
  const at = '/api/studio/mail-texts'
  t.equal((await operator.get(at)).statusCode, 403)
  await database.user.updateMany({ data: { role: 'support' } })
  t.equal((await operator.get(at)).statusCode, 403)
  await database.user.updateMany({ data: { role: 'manager' } })
  const usual = (await operator.get(at)).json().texts
  t.match(usual[0], { kind: 'welcome', usual: true, placeholders: ['siteName', 'link'] })
  const put = (kind: string, subject: string, text: string) =>
    operator.request('PUT', `${at}/${kind}`, { subject, text })
  const fields = async (answer: ReturnType<typeof put>) =>
    (await answer).json().fields?.[0]?.message
  t.match(await fields(put('welcome', 'Hi {name}', 'x')), '{name}')
  t.match(await fields(put('welcome', 'Hi', 'x { y')), 'brace')
  t.match(await fields(put('receipt', 'Paid', 'Thanks')), 'must have {link}')
  t.match(await fields(put('verification', 'Hi', 'Type {code}')), 'must have {link}')
  t.match(await fields(put('paymentFailed', 'Hi', '{code} {link}')), '{code}')
  t.equal((await put('reset', 'a', 'b')).statusCode, 400)
  t.equal((await put('welcome', 'a\nb', 'b')).statusCode, 400)
  const words = { subject: 'Hi from {siteName}', text: 'Look: {link}' }
  const preview = await operator.post(`${at}/welcome/preview`, words)
  t.same(preview.json(), {
    subject: 'Hi from Matinee',
    text: 'Look: https://films.example/account',
  })
  t.match((await put('welcome', words.subject, words.text)).json(), { usual: false })
  sent.length = 0
  await someone({ emailVerifiedAt: after(0), createdAt: after(0) })
  await round()
  t.match(sent, [{ subject: 'Hi from Matinee', text: /^Look: http/ }])
  t.same((await operator.request('DELETE', `${at}/welcome`)).json(), usual[0])
  const log = await database.auditEntry.findMany({ where: { action: { startsWith: 'mail.' } } })
  t.same(
    log.map(({ action }) => action),
    ['mail.text-changed', 'mail.text-reset'],
  )
})

t.test(
  'the mails of a new account and of a failed payment are worded by the operator, too',
  async (t) => {
    const { app, services, database, sent, after, someone } = await open(t)
    const operator = await signedUp(app, 'eva@films.example')
    await database.user.updateMany({ where: { email: operator.email }, data: { role: 'manager' } })
    await operator.post('/api/auth/refresh')
    const put = (kind: string, subject: string, text: string) =>
      operator.request('PUT', `/api/studio/mail-texts/${kind}`, { subject, text })
    t.equal((await put('verification', '{code}!', 'At {siteName}: {link}')).statusCode, 200)
    t.equal((await put('paymentFailed', 'Late', '{meanwhile}{confirm} {link}')).statusCode, 200)

    sent.length = 0
    const { PUBLIC_URL: publicUrl } = services.config
    await mailVerification(
      { ...services, publicUrl, siteName: 'Kino', siteLanguage: 'en' },
      await someone({ emailVerifiedAt: null }),
    )
    t.match(sent, [{ subject: /^\d{6}!$/, text: /^At Kino: .*\/verify-email#token=/ }])

    const ben = await someone()
    const { id } = await addSubscription(services, ben.id, { status: 'past_due' })
    await database.subscription.update({ where: { id }, data: { pastDueSince: after(-1) } })
    await tellOfPaymentFailures(services)
    t.match(sent.slice(1), [
      {
        to: ben.email,
        subject: 'Late',
        text: new RegExp(`^Films keep playing until .*\\. ${publicUrl}/account$`),
      },
    ])
  },
)

t.test('a mail says which language it is in', async (t) => {
  const { app, database, sent, after, someone, round } = await open(t)
  const late = { emailVerifiedAt: after(0), createdAt: after(0), language: 'de', name: 'Jana' }
  await someone(late)
  await round()
  t.match(sent, [
    { html: /<html lang="de">/, text: /^Guten Tag, Jana,\n\n[\s\S]*Hier sind die Filme/ },
  ])

  const ana = await someone({ language: 'fr' })
  await visitor(app).post('/api/auth/password/forgot', { email: ana.email })
  await until('it was sent', async () => sent.length === 2)
  t.match(sent[1], { html: /<html lang="fr">/ })

  const operator = await signedUp(app, 'op@films.example')
  await database.user.updateMany({ where: { email: operator.email }, data: { role: 'admin' } })
  await operator.post('/api/auth/refresh')
  await operator.request('PATCH', '/api/studio/settings', { language: 'es' })
  const at = '/api/studio/mail-texts'
  const [usual] = (await operator.get(at)).json().texts
  t.match(
    usual.text,
    /Aquí están las películas/,
    'what it is changed from is in the language of the site',
  )
  const example = await operator.post(`${at}/cancelled/preview`, {
    subject: '{date}',
    text: '{date}',
  })
  t.equal(example.json().subject, '3 may 2031')
  await operator.request('PUT', `${at}/welcome`, { subject: 'Hola', text: 'Hola: {link}' })
  sent.length = 0
  await someone(late)
  await round()
  t.match(
    sent,
    [{ html: /<html lang="es">/, text: /^Hola, Jana:[\s\S]*Hola: http/ }],
    'one text for all',
  )
})
