import { randomUUID } from 'node:crypto'
import t, { type Test } from 'tap'
import { build } from '../fixtures/app.ts'
import { addPlan, addPlayableVideo, addUser, addVideo } from '../fixtures/rows.ts'
import { password, signedUp, visitor } from '../fixtures/visitor.ts'

async function studio(t: Test) {
  const { app, services } = await build(t)
  const operator = await signedUp(app, 'operator@films.example')
  await services.database.user.updateMany({ data: { role: 'admin' } })
  const change = (id: string, body: object) =>
    operator.request('PATCH', `/api/studio/users/${id}`, body)
  return { app, services, operator, change }
}

const emailsOf = (body: { users: { email: string }[] }) => body.users.map(({ email }) => email)

t.test('people are for operators alone', async (t) => {
  const { app, operator } = await studio(t)
  const member = await signedUp(app, 'member@films.example')
  for (const url of ['/api/studio/users', `/api/studio/users/${operator.userId}`]) {
    t.match((await visitor(app).get(url)).json(), { code: 'SIGN_IN_REQUIRED' })
    t.match((await member.get(url)).json(), { code: 'FORBIDDEN' })
  }
  const promoted = await member.request('PATCH', `/api/studio/users/${member.userId}`, {
    role: 'admin',
  })
  t.match(promoted.json(), { code: 'FORBIDDEN' })
})

t.test('people are found by a part of their address, newest first, page by page', async (t) => {
  const { services, operator } = await studio(t)
  for (const [index, name] of ['ana', 'ben', 'a_x', 'abx'].entries()) {
    await addUser(services, {
      email: `${name}@People.example`,
      createdAt: new Date(services.clock.now().getTime() + index * 1000 + 1000),
    })
  }
  const find = async (query: string) => (await operator.get(`/api/studio/users?${query}`)).json()
  t.same(emailsOf(await find('q=PEOPLE')), [
    'abx@People.example',
    'a_x@People.example',
    'ben@People.example',
    'ana@People.example',
  ])
  t.same(emailsOf(await find('q=a_x')), ['a_x@People.example'], 'no wildcards')
  t.same(emailsOf(await find('q=%25')), [])
  const first = await find('q=people&limit=3')
  const second = await find(`q=people&limit=3&cursor=${first.nextCursor}`)
  t.same(emailsOf(second), ['ana@People.example'])
  t.equal(second.nextCursor, null)
})

t.test('a person is shown with what they hold', async (t) => {
  const { services, operator } = await studio(t)
  const video = await addVideo(services, { title: 'Fog' })
  const { id } = await addUser(services, { stripeCustomerId: 'cus_1' })
  await services.database.purchase.create({
    data: {
      ...{ id: 'pi_1', userId: id, videoId: video.id, kind: 'buy', status: 'paid' },
      ...{ amount: 999, currency: 'usd', paidAt: services.clock.now() },
    },
  })
  t.match((await operator.get(`/api/studio/users/${id}`)).json(), {
    id,
    stripeCustomerId: 'cus_1',
    subscription: null,
    purchases: [{ video: { title: 'Fog' }, amount: 999, kind: 'buy' }],
  })
  t.equal((await operator.get(`/api/studio/users/${randomUUID()}`)).statusCode, 404)
})

t.test(
  'an account that is closed is signed out at once, and its owner can come back',
  async (t) => {
    const { app, services, operator, change } = await studio(t)
    const ana = await signedUp(app, 'ana@films.example')
    t.equal((await ana.get('/api/me')).statusCode, 200)
    const closed = await change(ana.userId, { disabled: true, reason: 'shared its password' })
    t.match(closed.json(), { disabledAt: services.clock.now().toISOString() })
    t.equal((await ana.get('/api/me')).statusCode, 401)
    const signIn = () =>
      visitor(app).post('/api/auth/sign-in', { email: 'ana@films.example', password })
    t.equal((await signIn()).statusCode, 403)
    t.match((await change(ana.userId, { disabled: false })).json(), { disabledAt: null })
    t.equal((await signIn()).statusCode, 200)
    const entries = await services.database.auditEntry.findMany({
      where: { subject: `user:${ana.userId}`, actorId: operator.userId },
      orderBy: { id: 'asc' },
    })
    t.match(entries, [
      { action: 'user.disabled', details: { reason: 'shared its password' } },
      { action: 'user.enabled' },
    ])
  },
)

t.test('an operator cannot lock themselves out', async (t) => {
  const { operator, change } = await studio(t)
  for (const body of [{ disabled: true }, { role: 'member' }]) {
    t.match((await change(operator.userId, body)).json(), { code: 'CONFLICT', detail: /your own/ })
  }
  t.equal((await change(operator.userId, { role: 'admin' })).statusCode, 200)
  t.equal((await operator.get('/api/studio/users')).statusCode, 200)
})

t.test('an unknown person, an unknown member and an empty change are refused', async (t) => {
  const { services, operator, change } = await studio(t)
  t.equal((await change(randomUUID(), { disabled: true })).statusCode, 404)
  const gone = await addUser(services, { deletedAt: services.clock.now() })
  t.equal((await change(gone.id, { disabled: true })).statusCode, 404)
  t.equal((await change(gone.id, { disabled: false, role: 'admin' })).statusCode, 404)
  t.match((await change(operator.userId, { rolle: 'admin' })).json(), {
    status: 400,
    fields: [{ field: 'rolle' }],
  })
  t.equal((await change(operator.userId, {})).statusCode, 400)
  t.equal((await operator.get('/api/studio/users?cursor=1')).statusCode, 400)
})

t.test('people are found by plan, status, day, failing payments and by not watching', async (t) => {
  const { services, operator } = await studio(t)
  const { database, clock } = services
  await addPlan(services, [], { id: 'gold' })
  const products = { stripeProductId: 'prod_new', otherProductIds: ['prod_old'] }
  await database.plan.updateMany({ data: products })
  const at = (days: number) => new Date(clock.now().getTime() + days * 86_400_000)
  const names = ['pays', 'old', 'owes', 'given', 'ended', 'none'] as const
  const ids = new Map<string, string>()
  for (const [index, name] of names.entries()) {
    const user = await addUser(services, { email: `${name}@x.example`, createdAt: at(index + 1) })
    ids.set(name, user.id)
  }
  const id = (name: (typeof names)[number]) => ids.get(name) ?? ''
  for (const [name, status, productId] of [
    ['pays', 'active', 'prod_new'],
    ['old', 'active', 'prod_old'],
    ['owes', 'past_due', 'prod_new'],
    ['ended', 'canceled', 'prod_new'],
  ] as const) {
    const item = { id: `si_${name}`, priceId: 'price', productId }
    const period = { currentPeriodStart: at(0), currentPeriodEnd: at(30) }
    await database.subscription.create({
      data: {
        ...{ id: `sub_${name}`, userId: id(name), status, createdAt: at(0) },
        items: { create: { ...item, ...period } },
      },
    })
  }
  await database.grant.create({ data: { userId: id('given'), planId: 'gold', reason: 'press' } })
  const lapsed = { userId: id('none'), planId: 'gold', reason: 'over', until: at(-1) }
  await database.grant.create({ data: lapsed })
  const video = await addVideo(services)
  await database.watchProgress.create({
    data: { userId: id('pays'), videoId: video.id, positionSeconds: 3, updatedAt: at(0) },
  })
  await database.finishedVideo.create({
    data: { userId: id('old'), videoId: video.id, finishedAt: at(0) },
  })
  const find = async (query: string) => {
    const { users } = (await operator.get(`/api/studio/users?q=x.example&${query}`)).json()
    return users.map(({ email }: { email: string }) => email.split('@')[0]).reverse()
  }
  t.same(await find('planId=gold'), ['pays', 'old', 'owes', 'given'])
  t.same(await find('planId=none'), [])
  t.same(await find('status=canceled'), ['ended'])
  t.same(await find('failing=true'), ['owes'])
  t.same(await find('neverWatched=true'), ['owes', 'given', 'ended', 'none'])
  t.same(await find('planId=gold&neverWatched=true&failing=true'), ['owes'])
  t.same(await find(`since=${at(5).toISOString().slice(0, 10)}`), ['ended', 'none'])
  t.match((await operator.get('/api/studio/users?since=yesterday')).json(), { status: 400 })
  const csv = await operator.get('/api/studio/users/export?planId=gold&failing=true')
  t.match(csv.headers, { 'content-disposition': 'attachment; filename="people.csv"' })
  t.match(csv.payload.split('\r\n'), [
    'email,role,country,joined,closed',
    /^owes@x\.example,member,,/,
    '',
  ])
})

t.test('people are found by the country of their billing address', async (t) => {
  const { services, operator } = await studio(t)
  const { database, clock } = services
  const from = async (name: string, ...countries: (string | null)[]) => {
    const { id: userId } = await addUser(services, { email: `${name}@x.example` })
    for (const [index, country] of countries.entries()) {
      const syncedAt = new Date(clock.now().getTime() + index)
      const id = `cus_${name}${index}`
      await database.stripeCustomer.create({ data: { id, userId, country, syncedAt } })
    }
  }
  t.same((await operator.get('/api/studio/users/countries')).json(), { countries: [] })
  await from('pia', 'PT')
  await from('moved', 'DE', 'PT', null)
  await from('dirk', 'DE')
  await from('none')
  t.same((await operator.get('/api/studio/users/countries')).json(), { countries: ['DE', 'PT'] })
  const find = async (query: string) => {
    const { users } = (await operator.get(`/api/studio/users?q=x.example&${query}`)).json()
    return users.map((user: { email: string; country: string | null }) => [
      user.email.split('@')[0],
      user.country,
    ])
  }
  t.same((await find('country=PT')).toSorted(), [
    ['moved', 'PT'],
    ['pia', 'PT'],
  ])
  t.same(await find('country=FR'), [])
  t.same((await find('')).toSorted()[2], ['none', null])
  t.match((await operator.get('/api/studio/users?country=Portugal')).json(), { status: 400 })
  const csv = await operator.get('/api/studio/users/export?country=DE&q=dirk')
  t.match(csv.payload.split('\r\n')[1], /^dirk@x\.example,member,DE,/)
})

t.test('notes are written, read and deleted by those who look after people', async (t) => {
  const { app, services, operator } = await studio(t)
  const { id } = await addUser(services)
  const path = `/api/studio/users/${id}/notes`
  t.same((await operator.get(path)).json(), { notes: [] })
  const first = await operator.post(path, { text: '  Asked for a receipt by post.  ' })
  t.equal(first.statusCode, 201)
  t.match(first.json(), { text: 'Asked for a receipt by post.', by: 'operator@films.example' })
  services.clock.advance(1)
  await operator.post(path, { text: 'Sent.' })
  const texts = async () =>
    (await operator.get(path)).json().notes.map(({ text }: { text: string }) => text)
  t.same(await texts(), ['Sent.', 'Asked for a receipt by post.'])
  for (const text of ['', '   ', 'x'.repeat(2001)]) {
    t.equal((await operator.post(path, { text })).statusCode, 400)
  }
  t.equal((await operator.post(path, { text: 'x'.repeat(2000) })).statusCode, 201)
  const other = await addUser(services)
  const { id: noteId } = first.json()
  const drop = (userId: string) =>
    operator.request('DELETE', `/api/studio/users/${userId}/notes/${noteId}`)
  t.equal((await drop(other.id)).statusCode, 404, 'it is about someone else')
  t.equal((await drop(id)).statusCode, 204)
  t.equal((await drop(id)).statusCode, 404)
  t.equal((await texts()).length, 2)
  t.equal((await operator.get(`/api/studio/users/${randomUUID()}/notes`)).statusCode, 404)
  const member = await signedUp(app, 'member@films.example')
  t.equal((await member.get(path)).statusCode, 403)
  const { entries } = (await operator.get(`/api/studio/users/${id}/story`)).json()
  t.same(
    entries.flatMap(({ action }: { action?: string }) => action ?? []),
    ['note.deleted', 'note.added', 'note.added', 'note.added'].toSorted(() => 0),
    'the log says who wrote and deleted, and not what',
  )
  t.notMatch(JSON.stringify(entries), /receipt/)
})

t.test('the story tells what someone might not watch, and how often that day', async (t) => {
  const { app, services, operator } = await studio(t)
  const ana = await signedUp(app, 'ana@films.example')
  const film = await addPlayableVideo(services, { video: { title: 'Fog' } })
  const play = () => ana.post(`/api/videos/${film.id}/playback`, { deviceId: 'phone' })
  const refused = async () => {
    const { entries } = (await operator.get(`/api/studio/users/${ana.userId}/story`)).json()
    return entries.filter(({ kind }: { kind: string }) => kind === 'refused')
  }
  t.same(await refused(), [])
  t.equal((await play()).statusCode, 402)
  services.clock.advance(60)
  t.equal((await play()).statusCode, 402)
  const [once, ...more] = await refused()
  t.same(more, [])
  t.match(once, {
    ...{ title: 'Fog', videoId: film.id, reason: 'not_entitled', times: 2 },
    at: services.clock.now().toISOString(),
  })
  services.clock.advance(86_400)
  for (const who of [ana, operator]) await who.post('/api/auth/refresh')
  t.equal((await play()).statusCode, 402)
  t.same(
    (await refused()).map(({ times }: { times: number }) => times),
    [1, 2],
  )
})
