import t, { type Test } from 'tap'
import { setupUrl } from '../../server/accounts/first-operator.ts'
import { build } from '../fixtures/app.ts'

const given = { email: 'owner@films.example', password: 'a password of mine' }

async function emptyHouse(t: Test) {
  const { app, services } = await build(t)
  const token = new URL(setupUrl(services)).searchParams.get('token') ?? ''
  const page = (to = token) => app.inject(`/setup?token=${to}`)
  const post = (payload: object, to = token) =>
    app.inject({ method: 'POST', url: `/setup?token=${to}`, payload })
  const submit = (fields: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url: `/setup?token=${token}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    })
  return { app, services, token, page, post, submit }
}

t.test('whoever fills in the page is the operator, and is signed in', async (t) => {
  const { app, services, page, submit } = await emptyHouse(t)
  const shown = await page()
  t.match(shown.body, /<label for="email">E-mail address/)
  t.equal(shown.headers['referrer-policy'], 'strict-origin', 'or the form would come from nowhere')
  t.equal((await app.inject('/setup')).statusCode, 404)
  const answer = await submit(given)
  t.equal(answer.statusCode, 303)
  t.equal(answer.headers.location, '/studio/opening')
  const cookie = [answer.headers['set-cookie']]
    .flat()
    .map((one) => String(one).split(';')[0])
    .join('; ')
  const me = await app.inject({ url: '/api/me', headers: { cookie } })
  t.match(me.json(), { user: { email: given.email, role: 'admin' } })
  t.match(
    await services.database.auditEntry.findFirst({ where: { action: 'user.first_operator' } }),
    {
      subject: /^user:/,
    },
  )
})

t.test('the link is good once, and only as it was printed', async (t) => {
  const { services, token, page, post } = await emptyHouse(t)
  t.equal((await page('another')).statusCode, 404)
  t.equal((await post(given, `${token}x`)).statusCode, 404)
  const both = await Promise.all([post(given), post({ ...given, email: 'second@films.example' })])
  t.same(both.map(({ statusCode }) => statusCode).sort(), [201, 409])
  t.match((await page()).body, /has been used/)
  t.equal((await post(given)).statusCode, 409)
  t.equal(await services.database.user.count(), 1)
})

t.test('a browser that comes with another link is told what to do', async (t) => {
  const { app, services } = await emptyHouse(t)
  for (const method of ['GET', 'POST'] as const) {
    for (const url of ['/setup', '/setup?token=cut']) {
      const answer = await app.inject({
        ...{ method, url },
        headers: { accept: 'text/html,*/*', 'content-type': 'application/x-www-form-urlencoded' },
        payload: method === 'POST' ? 'email=a%40b.example&password=a-password-of-mine' : '',
      })
      t.equal(answer.statusCode, 404)
      t.match(answer.headers['content-type'], 'text/html')
      t.match(answer.body, /<h1>This link does not fit<\/h1>/)
      t.match(answer.body, /matinee user add/)
      t.notMatch(answer.body, /<form/)
    }
  }
  t.equal(await services.database.user.count(), 0)
})

t.test('what is wrong is said on the page, and what was typed stays', async (t) => {
  const { services, submit, post } = await emptyHouse(t)
  const guessed = await submit({ ...given, password: 'password' })
  t.equal(guessed.statusCode, 400)
  t.match(guessed.body, /role="alert"/)
  t.match(guessed.body, /value="owner@films.example"/)
  t.match((await submit({ email: '"><b>', password: 'x' })).body, /role="alert"/)
  t.notMatch((await submit({ email: '"><b>', password: 'x' })).body, /"><b>"/)
  t.equal((await post({ email: 'owner@films.example' })).statusCode, 400)
  t.equal(await services.database.user.count(), 0)
})
