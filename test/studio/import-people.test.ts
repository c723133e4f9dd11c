import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { json } from 'node:stream/consumers'
import t, { type Test } from 'tap'
import { verifyPassword } from '../../server/accounts/passwords.ts'
import { build } from '../fixtures/app.ts'
import { addPlan, addUser, addVideo } from '../fixtures/rows.ts'
import { until } from '../fixtures/until.ts'
import { signedUp } from '../fixtures/visitor.ts'

async function studio(t: Test) {
  const { app, services } = await build(t)
  const operator = await signedUp(app, 'operator@films.example')
  await services.database.user.updateMany({ data: { role: 'admin' } })
  await addPlan(services, [])
  await services.database.plan.updateMany({ data: { name: 'Standard' } })
  const video = await addVideo(services, { slug: 'night-ferry', title: 'Night Ferry' })
  const send = (csv: string | Buffer, wrong = 'stop', type = 'text/csv') =>
    operator.request('POST', `/api/studio/users/import?wrong=${wrong}`, Buffer.from(csv), {
      'content-type': type,
    })
  return { app, services, operator, video, send }
}

t.test(
  'people are brought along with what they have, and again without doing it twice',
  async (t) => {
    const { services, operator, video, send } = await studio(t)
    await addUser(services, { email: 'ana@people.example' })
    const csv = [
      '\uFEFFName,E-Mail,EMAIL,Plan,Film,Until',
      'Ana,x,Ana@people.example,Standard,,2099-01-31',
      '"Ben, the second",x,ben@people.example,standard,,',
      'Cleo,x,cleo@people.example,,night-ferry,',
      'Cleo,x,cleo@people.example,Standard,,',
      'Dan,x,dan@people.example',
      '',
    ].join('\r\n')
    const answer = await send(csv)
    t.equal(answer.statusCode, 200, answer.payload)
    const counts = { lines: 5, added: 3, known: 1, given: 4, wrong: 0, problems: [] }
    t.same(answer.json(), { done: true, ...counts })
    const grants = await services.database.grant.findMany({ include: { user: true } })
    const given = grants.map(({ user, planId, videoId, until }) => [
      user.email,
      planId,
      videoId,
      until,
    ])
    t.same(given.map(String).sort(), [
      `ana@people.example,standard,,${new Date('2099-01-31T23:59:59.999Z')}`,
      'ben@people.example,standard,,',
      `cleo@people.example,,${video.id},`,
      'cleo@people.example,standard,,',
    ])
    const dan = await services.database.user.findUniqueOrThrow({
      where: { email: 'dan@people.example' },
    })
    t.notOk(await verifyPassword(dan.passwordHash, ''), 'nobody knows the password')
    const audited = await services.database.auditEntry.count({ where: { action: 'grant.given' } })
    t.equal(audited, 4, 'every grant is in the log')
    t.match((await send(csv)).json(), { added: 0, known: 4, given: 0 })
    t.equal(await services.database.grant.count(), 4)
    const dave = await operator.get(`/api/studio/users/${dan.id}/story`)
    t.match(dave.json().entries, [{ kind: 'joined' }])
  },
)

t.test('wrong lines are named, and are left out or stop all of it, as chosen', async (t) => {
  const { services, send } = await studio(t)
  const csv = [
    'email,plan,film,until',
    'good@people.example,standard,,',
    'no address,standard,,',
    'a@people.example,gold,,',
    'b@people.example,,no-such-film,',
    'c@people.example,standard,night-ferry,',
    'd@people.example,standard,,2020-01-01',
    'e@people.example,standard,,31.1.2099',
    'e@people.example,standard,,2099-02-30',
    'f@people.example,,,2099-01-01',
  ].join('\n')
  const stopped = (await send(csv, 'stop')).json()
  t.match(stopped, { done: false, lines: 9, added: 0, given: 0, wrong: 8 })
  t.same(
    stopped.problems.map(({ line }: { line: number }) => line),
    [3, 4, 5, 6, 7, 8, 9, 10],
  )
  t.match(stopped.problems[1], { message: 'There is no plan “gold”.' })
  t.equal(await services.database.user.count(), 1)
  const left = (await send(csv, 'leave')).json()
  t.match(left, { done: true, lines: 9, added: 1, given: 1, wrong: 8 })
  t.equal(await services.database.user.count(), 2)
})

t.test('a hundred thousand lines, of which 300 are wrong', async (t) => {
  const { services, send } = await studio(t)
  const lines = Array.from({ length: 100_000 }, (_, index) =>
    index % 334 === 7 && index < 334 * 300
      ? `wrong ${index},standard`
      : `p${index}@people.example,standard`,
  )
  const bad = lines.filter((line) => line.startsWith('wrong')).length
  const answer = (await send(['email,plan', ...lines].join('\n'), 'leave')).json()
  t.match(answer, { done: true, lines: 100_000, added: 100_000 - bad, wrong: bad })
  t.equal(answer.problems.length, bad)
  t.equal(await services.database.grant.count(), 100_000 - bad)
})

t.test('what is no such file is refused, and by members', async (t) => {
  const { app, services, send } = await studio(t)
  t.match((await send('name\nAna')).json(), { code: 'BAD_REQUEST', detail: /column called email/ })
  t.match((await send('')).json(), { code: 'BAD_REQUEST', detail: /nobody in it/ })
  t.match((await send('email\n"open')).json(), { code: 'BAD_REQUEST', detail: /CSV/ })
  t.match((await send(Buffer.alloc(17 * 2 ** 20, 'email,'))).json(), {
    code: /BAD_REQUEST|TOO_LARGE/,
  })
  t.match((await send('{}', 'stop', 'application/json')).json(), { status: 415 })
  const many = `email\n${'a@people.example\n'.repeat(100_001)}`
  t.match((await send(many)).json(), { code: 'BAD_REQUEST', detail: /more than 100000/ })
  const member = await signedUp(app, 'member@films.example')
  const file = Buffer.from('email\na@b.example')
  const refused = await member.request('POST', '/api/studio/users/import?wrong=stop', file, {
    'content-type': 'text/csv',
  })
  t.match(refused.json(), { code: 'FORBIDDEN' })
  t.equal(await services.database.user.count(), 2)
})

t.test('who still sends what is refused hears why', async (t) => {
  const { app, operator } = await studio(t)
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const cookie = [...operator.cookies].map((pair) => pair.join('=')).join('; ')
  for (const [what, file] of [
    ['no heading', Buffer.alloc(15 * 2 ** 20, 'film,')],
    ['a film', Buffer.alloc(15 * 2 ** 20, Uint8Array.of(0, 0, 0, 32, 102, 116, 121, 112, 10))],
    ['too large', Buffer.concat([Buffer.from('email\n'), Buffer.alloc(17 * 2 ** 20, 'a@b.c\n')])],
  ] as const) {
    const headers = { cookie, origin: 'http://localhost:3000', 'content-type': 'text/csv' }
    const sending = request(`${url}/api/studio/users/import?wrong=stop`, {
      method: 'POST',
      headers,
    })
    const answered = once(sending, 'response') as Promise<[IncomingMessage]>
    sending.end(file)
    // As browsers do: what is answered is read when all has been sent.
    await until('all of it to be sent', () => sending.writableFinished, { seconds: 20 })
    const [answer] = await answered
    t.match(String(answer.statusCode), /^4(00|13)$/, what)
    t.match(await json(answer), { code: /BAD_REQUEST|TOO_LARGE/, detail: String }, what)
  }
})

t.test(
  'what is given to an address waits until its owner has shown that it is theirs',
  async (t) => {
    const { app, services, send } = await studio(t)
    await signedUp(app, 'eve@people.example')
    // Those that ended are swept after a month.
    await services.database.refreshFamily.deleteMany({
      where: { user: { email: 'eve@people.example' } },
    })
    const csv = 'email,plan\neve@people.example,standard\nben@people.example,standard\n'
    const first = (await send(csv, 'leave')).json()
    t.match(first, { given: 1, wrong: 1, problems: [{ line: 2, message: /not confirmed/ }] })
    const emailVerifiedAt = services.clock.now()
    const where = { email: 'eve@people.example' }
    await services.database.user.update({ where, data: { emailVerifiedAt } })
    t.match((await send(csv, 'leave')).json(), { given: 1, wrong: 0 })
  },
)
