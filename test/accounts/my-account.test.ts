import t from 'tap'
import { say } from '../../contract/words/server.ts'
import { deleteDueAccounts } from '../../server/accounts/delete-account.ts'
import { systemClock } from '../../server/clients/clock.ts'
import type { Mail } from '../../server/clients/mailer.ts'
import { openMailbox } from '../../server/local/mailbox.ts'
import { build } from '../fixtures/app.ts'
import { addPlayableVideo } from '../fixtures/rows.ts'
import { scratch } from '../fixtures/scratch.ts'
import { until } from '../fixtures/until.ts'
import { password, signedUp, visitor } from '../fixtures/visitor.ts'

const mailbox = openMailbox(await scratch(t), systemClock)
/** Addresses that the mail server does not take. */
const gone = new Set<string>()
const mailer = {
  ...mailbox,
  send: async (mail: Mail) => {
    if (gone.has(mail.to)) throw new Error('550 no such mailbox')
    await mailbox.send(mail)
  },
}
const { app, services } = await build(t, {}, { mailer })
const { database, clock } = services
const other = 'another good password'

let count = 0
/** Someone new, whose mail can be read. */
async function someone() {
  count += 1
  const email = `ana${count}@films.example`
  const who = await signedUp(app, email)
  const mailTo = (address: string, subject: RegExp) =>
    until(`a mail to ${address}: ${subject}`, async () =>
      (await mailbox.list()).find((mail) => mail.to === address && subject.test(mail.subject)),
    )
  const mail = (subject: RegExp) => mailTo(email, subject)
  const elsewhere = async (given = password) => {
    const browser = visitor(app)
    const answer = await browser.post('/api/auth/sign-in', { email, password: given })
    return { ...browser, status: answer.statusCode }
  }
  const log = async () =>
    (await database.auditEntry.findMany({ where: { subject: `user:${who.userId}` } })).map(
      ({ action }) => action,
    )
  return { ...who, email, mail, mailTo, elsewhere, log }
}

const tokenIn = (text: string) => /#token=([\w-]{43})\s/.exec(text)?.[1] ?? ''

t.test('a new password asks for the old one and signs the others out', async (t) => {
  const ana = await someone()
  const laptop = await ana.elsewhere()
  const change = (currentPassword: string, newPassword = other) =>
    ana.post('/api/me/password', { currentPassword, newPassword })
  const wrong = await change('not hers at all')
  t.equal(wrong.statusCode, 401)
  t.match(wrong.json(), { code: 'WRONG_CREDENTIALS', fields: [{ field: 'currentPassword' }] })
  t.match((await change(password, 'password1')).json(), { fields: [{ field: 'newPassword' }] })
  t.equal((await laptop.get('/api/me')).statusCode, 200)
  t.equal((await change(password)).statusCode, 204)
  t.equal((await ana.get('/api/me')).statusCode, 200, 'this browser stays')
  t.equal((await laptop.get('/api/me')).statusCode, 401)
  t.equal((await laptop.post('/api/auth/refresh')).statusCode, 401)
  t.same([(await ana.elsewhere()).status, (await ana.elsewhere(other)).status], [401, 200])
  t.ok(await ana.mail(/password was changed/))
  t.ok((await ana.log()).includes('user.password-changed'))
})

t.test('a new address is confirmed where it is, and told at the old one', async (t) => {
  const ana = await someone()
  const email = `new-${ana.email}`
  const ask = (given: string, wanted = email) =>
    ana.post('/api/me/email', { email: wanted, password: given })
  t.equal((await ask('not hers at all')).statusCode, 401)
  t.equal((await ask(password)).statusCode, 202)
  t.equal((await ana.get('/api/me')).json().user.email, ana.email, 'nothing has changed yet')
  const token = tokenIn((await ana.mailTo(email, /new address/)).text)
  const confirm = () => visitor(app).post('/api/auth/email/confirm', { token })
  t.equal((await confirm()).statusCode, 204)
  t.equal((await confirm()).statusCode, 204, 'whoever follows it again hears the same')
  t.match((await ana.get('/api/me')).json(), { user: { email, emailVerified: true } })
  t.match((await ana.mail(/address was changed/)).text, email)
  const told = (await mailbox.list()).filter(({ to }) => to === ana.email)
  t.equal(told.filter(({ subject }) => /address was changed/.test(subject)).length, 1, 'once')
  t.equal((await ana.elsewhere()).status, 401, 'the old address is nobody’s')
  await database.user.updateMany({ where: { email }, data: { email: `next-${email}` } })
  t.equal((await confirm()).statusCode, 401, 'until the address is another')
})

t.test('a new address is confirmed though the old one takes no mail any more', async (t) => {
  const ana = await someone()
  const email = `new-${ana.email}`
  await ana.post('/api/me/email', { email, password })
  const token = tokenIn((await ana.mailTo(email, /new address/)).text)
  gone.add(ana.email)
  const answer = await visitor(app).post('/api/auth/email/confirm', { token })
  t.equal(answer.statusCode, 204)
  t.match((await ana.get('/api/me')).json(), { user: { email, emailVerified: true } })
  const failed = { where: { to: ana.email, outcome: 'failed' } }
  await until('it is noted', async () => (await database.mailRecord.count(failed)) > 0)
})

t.test('an address that has an account is told so in its own mailbox alone', async (t) => {
  const [ana, ben] = [await someone(), await someone()]
  const answer = await ana.post('/api/me/email', { email: ben.email, password })
  t.equal(answer.statusCode, 202)
  t.notMatch((await ben.mail(/have an account/)).text, /#token/)
  const free = `free-${ana.email}`
  await ana.post('/api/me/email', { email: free, password })
  await ana.mailTo(free, /new address/)
  const told = async (to: string) =>
    (await ana.get('/api/me/export')).json().mails.filter((mail: { to: string }) => mail.to === to)
  await until('both are noted', async () => (await told(free)).length > 0)
  const names = async (to: string) =>
    (await told(to)).map((mail: object) => Object.keys(mail).sort())
  t.same(await names(ben.email), await names(free), 'nor does what is kept of it tell')
  t.notMatch(JSON.stringify(await told(ben.email)), /have an account/)
})

t.test('an address that takes no mail is said so, and costs none of the three', async (t) => {
  let refusal: Error | null = Object.assign(new Error('550 5.1.1 no such mailbox'), {
    ...{ responseCode: 550, command: 'RCPT TO', response: '550 5.1.1 no such mailbox' },
  })
  const sent: string[] = []
  const mailer = {
    send: async ({ to }: { to: string }) => {
      if (refusal !== null) throw refusal
      sent.push(to)
    },
    verify: async () => undefined,
    close: () => undefined,
  }
  const { app } = await build(t, {}, { mailer })
  const ana = await signedUp(app)
  const email = 'new@films.example'
  const ask = () => ana.post('/api/me/email', { email, password })
  for (let tries = 0; tries < 4; tries += 1) {
    const answer = await ask()
    t.equal(answer.statusCode, 400)
    t.match(answer.json().fields, [{ field: 'email' }])
  }
  refusal = new Error('connect ECONNREFUSED')
  t.equal((await ask()).statusCode, 503)
  refusal = null
  t.equal((await ask()).statusCode, 202)
  t.ok(sent.includes(email))
})

t.test('one mailbox gets three such mails an hour, however many accounts ask', async (t) => {
  const email = 'bombed@films.example'
  for (let i = 0; i < 5; i++) {
    const ana = await someone()
    t.equal((await ana.post('/api/me/email', { email, password })).statusCode, 202)
  }
  t.equal((await mailbox.list()).filter(({ to }) => to === email).length, 3)
})

t.test('an address is confirmed by link or by six digits, a few tries each', async (t) => {
  const ana = await someone()
  t.equal((await ana.get('/api/me')).json().user.emailVerified, false)
  const { subject, text } = await ana.mail(/confirms your address/)
  const code = /^\d{6}/.exec(subject)?.[0] ?? ''
  const verify = (typed: string) => ana.post('/api/me/email/verify', { code: typed })
  const wrong = code === '000000' ? '111111' : '000000'
  for (let i = 0; i < 5; i++) t.equal((await verify(wrong)).statusCode, 400)
  t.equal((await verify(code)).statusCode, 400, 'after five wrong ones the right one is too late')
  const follow = () => visitor(app).post('/api/auth/email/verify', { token: tokenIn(text) })
  t.equal((await follow()).statusCode, 204, 'the link still works')
  t.equal((await follow()).statusCode, 204, 'and says the same again')
  t.equal((await ana.get('/api/me')).json().user.emailVerified, true)
  await database.user.updateMany({ where: { email: ana.email }, data: { emailVerifiedAt: null } })
  t.equal((await follow()).statusCode, 401, 'but confirms once')
  const ben = await someone()
  const bens = /^\d{6}/.exec((await ben.mail(/confirms your address/)).subject)?.[0] ?? ''
  const typed = await ben.post('/api/me/email/verify', { code: ` ${bens} ` })
  t.equal(typed.statusCode, 204)
})

t.test('a mailed link signs in, once, for ten minutes', async (t) => {
  const ana = await someone()
  const ask = (email: string) => visitor(app).post('/api/auth/sign-in-link', { email })
  t.equal((await ask(ana.email)).statusCode, 202)
  t.equal((await ask('nobody@films.example')).statusCode, 202, 'whoever asks hears the same')
  const token = tokenIn((await ana.mail(/^Sign in to/)).text)
  const browser = visitor(app)
  const follow = () => browser.post('/api/auth/sign-in-link/follow', { token })
  t.equal((await follow()).statusCode, 200)
  t.match((await browser.get('/api/me')).json(), { user: { emailVerified: true } })
  t.equal((await follow()).statusCode, 401)
  const late = await someone()
  await ask(late.email)
  const old = tokenIn((await late.mail(/^Sign in to/)).text)
  clock.advance(10 * 60)
  t.equal((await browser.post('/api/auth/sign-in-link/follow', { token: old })).statusCode, 401)
})

t.test('a browser that is new is told of by mail, one that is known is not', async (t) => {
  const ana = await someone()
  await ana.post('/api/auth/sign-in', { email: ana.email, password })
  await ana.elsewhere()
  await ana.mail(/new device/)
  const mails = (await mailbox.list()).filter(({ to, subject }) => {
    return to === ana.email && /new device/.test(subject)
  })
  t.equal(mails.length, 1)
})

t.test('a copied sign-in is told of by mail', async (t) => {
  const ana = await someone()
  const copy = new Map(ana.cookies)
  await ana.post('/api/auth/refresh')
  clock.advance(60)
  for (const [name, value] of copy) ana.cookies.set(name, value)
  t.equal((await ana.post('/api/auth/refresh')).statusCode, 401)
  t.ok(await ana.mail(/signed out/))
})

t.test('devices are listed with what they play, and stopped', async (t) => {
  const ana = await someone()
  const video = await addPlayableVideo(services, { video: { free: true } })
  const laptop = await ana.elsewhere()
  const { token } = (
    await laptop.post(`/api/videos/${video.id}/playback`, { deviceId: 'laptop' })
  ).json()
  await laptop.post(`/play/${token}/begin`)
  const list = async () => (await ana.get('/api/me/devices')).json().devices
  const [first, second] = (await list()).sort(
    (a: { current: boolean }, b: { current: boolean }) => Number(b.current) - Number(a.current),
  )
  t.match(first, { current: true, playing: null })
  t.match(second, { current: false, playing: video.title, name: null })
  const ben = await someone()
  t.equal((await ben.request('DELETE', `/api/me/devices/${second.id}`)).statusCode, 404)
  t.equal((await ana.request('DELETE', `/api/me/devices/${second.id}`)).statusCode, 204)
  t.equal((await laptop.get('/api/me')).statusCode, 401)
  t.equal((await list()).length, 1)
  clock.advance(16)
  t.equal((await app.inject(`/play/${token}/main.m3u8`)).statusCode, 410)
})

t.test('all that is kept can be had, for machines and for people, without secrets', async (t) => {
  const ana = await someone()
  const json = await ana.get('/api/me/export')
  t.match(json.headers['content-disposition'], 'attachment; filename="my-data.json"')
  const { account, devices, signIns, log } = json.json()
  t.match(
    { account, devices, signIns },
    { account: { email: ana.email }, devices: [{}], signIns: [{}] },
  )
  t.ok(log.length > 0)
  t.notMatch(json.body, /passwordHash|cookieHash|argon2|tokenHash/)
  const text = await ana.get('/api/me/export?format=text')
  t.match(text.headers['content-type'], 'text/plain')
  t.match(text.body, ana.email)
  t.equal((await visitor(app).get('/api/me/export')).statusCode, 401)
})

t.test('years of it come page by page, each row once, and hold nothing else up', async (t) => {
  const ana = await someone()
  const many = 1_250
  const entry = (i: number) => ({
    actorId: ana.userId,
    action: 'video.published',
    subject: `video:${i}`,
  })
  await database.auditEntry.createMany({ data: Array.from({ length: many }, (_, i) => entry(i)) })
  const { actions } = (await ana.get('/api/me/export')).json()
  t.equal(new Set(actions.map(({ subject }: { subject: string }) => subject)).size, many)
  t.equal(actions.length, many)
  for (let i = 1; i < 10; i++) t.equal((await ana.get('/api/me/export')).statusCode, 200)
  t.equal((await ana.get('/api/me/export')).statusCode, 429, 'ten an hour')
  clock.advance(60 * 60)
  await ana.post('/api/auth/refresh')
  t.equal((await ana.get('/api/me/export')).statusCode, 200)
})

t.test('every table that tells of someone is in what they get', async (t) => {
  const tables: { table_name: string }[] = await database.$queryRaw`
    select distinct table_name from information_schema.columns
    where table_schema = 'public' and column_name in ('userId', 'email', 'to', 'familyId')`
  const told: Record<string, string> = {
    ...{ User: 'account', Device: 'devices', RefreshFamily: 'signIns', Grant: 'grants' },
    ...{ Payment: 'payments', Purchase: 'purchases', Subscription: 'subscriptions' },
    WorthChange: 'worth',
    ...{
      PlaybackSession: 'watched',
      WatchProgress: 'progress',
      FinishedVideo: 'finished',
      WatchlistEntry: 'watchlist',
    },
    ...{ ViewingReport: 'quality', MailRecord: 'mails', Letter: 'letters', Totp: 'totp' },
    ...{ BouncedAddress: 'bounces', MailedLink: 'mailedLinks', StripeCustomer: 'customers' },
    ...{ CheckoutSession: 'checkouts', OperatorInvitation: 'invitations', Passkey: 'passkeys' },
    RecoveryCode: 'recoveryCodes',
    PreviewPass: 'previews',
    PlayRefusal: 'refused',
    PersonNote: 'notes',
  }
  // Random numbers, which are gone in five minutes or are replaced in a quarter of an hour.
  const ofNoMeaning = ['Challenge', 'RefreshToken']
  const exported = (await (await someone()).get('/api/me/export')).json()
  const left = tables
    .map(({ table_name }) => table_name)
    .filter((table) => !ofNoMeaning.includes(table))
  for (const table of left) t.ok(Object.hasOwn(exported, told[table] ?? ''), table)
})

t.test('who deletes their account has a week to come back', async (t) => {
  const ana = await someone()
  const leave = (given: string) => ana.request('DELETE', '/api/me', { password: given })
  t.equal((await leave('not hers at all')).statusCode, 401)
  t.equal((await leave(password)).statusCode, 202)
  t.equal((await ana.get('/api/me')).statusCode, 401)
  t.match((await ana.mail(/will be deleted/)).text, /sign in before then/)
  clock.advance(7 * 24 * 3600 - 1)
  t.equal(await deleteDueAccounts(database, clock.now()), 0)
  t.equal((await ana.elsewhere()).status, 200)
  clock.advance(7 * 24 * 3600)
  t.equal(await deleteDueAccounts(database, clock.now()), 0, 'and then it stays')
})

t.test('who does not come back is found nowhere but in the books', async (t) => {
  const ana = await someone()
  const old = ana.email
  const email = `left-${old}`
  await ana.post('/api/me/email', { email: `never-${old}`, password })
  await ana.post('/api/me/email', { email, password })
  const token = tokenIn((await ana.mailTo(email, /new address/)).text)
  t.equal((await ana.post('/api/auth/email/confirm', { token })).statusCode, 204)
  for (const bounced of [old, email]) {
    await database.bouncedAddress.create({ data: { email: bounced, at: clock.now() } })
  }
  const video = await addPlayableVideo(services, {})
  await database.purchase.create({
    data: {
      ...{ id: 'cs_kept', userId: ana.userId, videoId: video.id, kind: 'buy', status: 'paid' },
      ...{ amount: 900, currency: 'usd', paidAt: clock.now() },
    },
  })
  await ana.request('PUT', `/api/videos/${video.id}/progress`, { positionSeconds: 20 })
  await ana.request('PUT', `/api/me/watchlist/${video.id}`)
  const openedAt = clock.now()
  const linked = { videoId: video.id, hash: Buffer.alloc(32), forOne: true, createdAt: openedAt }
  const expiresAt = new Date(openedAt.getTime() + 30 * 24 * 3_600_000)
  const { id: linkId } = await database.previewLink.create({ data: { ...linked, expiresAt } })
  await database.previewPass.create({ data: { linkId, userId: ana.userId, openedAt } })
  const refused = { userId: ana.userId, videoId: video.id, day: openedAt, at: openedAt }
  await database.playRefusal.create({ data: { ...refused, reason: 'not_entitled' } })
  await database.personNote.create({
    data: { userId: ana.userId, at: openedAt, text: `Writes from ${old}.` },
  })
  t.equal((await ana.request('DELETE', '/api/me', { password })).statusCode, 202)
  const customer = { id: 'cus_left', userId: ana.userId, country: 'PT' }
  await database.stripeCustomer.create({ data: customer })
  const paid = {
    ...{ userId: ana.userId, customerId: customer.id, kind: 'buy', status: 'succeeded' },
  }
  await database.payment.create({
    data: {
      ...paid,
      id: 'ch_left',
      paymentIntentId: 'pi_left',
      amount: 900,
      currency: 'usd',
      at: clock.now(),
    },
  })
  const event = (id: string, subject: string) => ({
    ...{ id, subject, type: 'charge.succeeded', status: 'processed', livemode: false },
    ...{ createdAt: clock.now(), payload: Buffer.from(`{"email":"${email}"}`) },
  })
  const subjects = ['customer:cus_left', 'charge:ch_left', 'payment_intent:pi_left']
  const told = subjects.map((subject, i) => event(`evt_left${i}`, subject))
  await database.stripeEvent.createMany({
    data: [...told, event('evt_other', 'customer:cus_other')],
  })
  // Mails go out, and are noted, behind the answers: none may be on its way a week later.
  const noted = { to: email, subject: say('mails.deletion.subject') }
  await until(
    'the mail is noted',
    async () => (await database.mailRecord.count({ where: noted })) > 0,
  )
  clock.advance(7 * 24 * 3600)
  const { id, number } = await database.user.findUniqueOrThrow({ where: { email } })
  t.equal(await deleteDueAccounts(database, clock.now()), 1)
  const left = await database.user.findUniqueOrThrow({ where: { id } })
  t.not(left.number, number, 'sums of viewers have no bit of theirs')
  t.equal((await ana.elsewhere()).status, 401)
  const tables: { table_name: string }[] = await database.$queryRaw`
    select table_name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`
  for (const { table_name: table } of tables) {
    const rows = await database.$queryRawUnsafe<{ row: string }[]>(
      `select row_to_json(x)::text as row from "${table}" x`,
    )
    const found = rows.filter(({ row }) => row.includes(old))
    t.same(found, [], `${table} names nobody`)
  }
  const bodies = async () =>
    (await database.stripeEvent.findMany({ where: { payload: { not: Buffer.alloc(0) } } })).map(
      ({ id }) => id,
    )
  t.same(await bodies(), ['evt_other'], 'payment events tell nothing of her')
  await database.stripeEvent.create({ data: event('evt_late', 'customer:cus_left') })
  await deleteDueAccounts(database, clock.now())
  t.same(await bodies(), ['evt_other'], 'nor does one that comes later')
  t.equal(await database.purchase.count({ where: { userId: ana.userId } }), 1)
  t.equal(await database.watchProgress.count({ where: { userId: ana.userId } }), 0)
  t.equal(await database.watchlistEntry.count({ where: { userId: ana.userId } }), 0)
  t.equal(await database.previewPass.count(), 0)
  t.equal(await database.playRefusal.count(), 0)
  t.equal(await database.personNote.count(), 0)
  await signedUp(app, ana.email)
})

t.test('the last operator cannot leave', async (t) => {
  const ana = await someone()
  await database.user.update({ where: { id: ana.userId }, data: { role: 'admin' } })
  const answer = await ana.request('DELETE', '/api/me', { password })
  t.equal(answer.statusCode, 409)
  t.match(answer.json().detail, /last operator/)
  t.equal((await ana.get('/api/me')).statusCode, 200)
})
