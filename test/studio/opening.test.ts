import t from 'tap'
import { setupUrl } from '../../server/accounts/first-operator.ts'
import { build } from '../fixtures/app.ts'
import { addVideo } from '../fixtures/rows.ts'
import { signedUp } from '../fixtures/visitor.ts'

async function newSite(t: Parameters<typeof build>[0]) {
  const { app, services } = await build(t)
  const link = new URL(setupUrl(services))
  const given = { email: 'owner@films.example', password: 'a password of mine' }
  const answer = await app.inject({
    ...{ method: 'POST', url: link.pathname + link.search, payload: given },
  })
  const cookie = [answer.headers['set-cookie']]
    .flat()
    .map((one) => String(one).split(';')[0])
    .join('; ')
  const ask = async (method: 'GET' | 'PATCH' | 'POST', url: string, payload?: object) => {
    const headers = { cookie, origin: services.config.PUBLIC_URL }
    const said = await app.inject({ method, url, headers, ...(payload && { payload }) })
    return { status: said.statusCode, body: said.json() }
  }
  const steps = async () => {
    const { body } = await ask('GET', '/api/studio/opening')
    return Object.fromEntries(
      body.steps.map(({ key, done, left }: { key: string; done: boolean; left: boolean }) => [
        key,
        done ? 'done' : left ? 'left' : 'open',
      ]),
    )
  }
  const page = async () => (await app.inject({ url: '/', headers: { accept: 'text/html' } })).body
  return { app, services, status: answer.statusCode, ask, steps, page }
}

t.test('a new site leads its first operator, step by step, to open doors', async (t) => {
  const { services, status, ask, steps, page } = await newSite(t)
  t.equal(status, 201)
  t.match(await steps(), {
    look: 'open',
    legal: 'open',
    plan: 'open',
    doors: 'open',
    stripe: 'done',
  })
  t.match(await page(), 'noindex', 'search engines wait until it opens')
  const legal = [{ slug: 'imprint', title: 'Imprint', text: 'It is us.' }]
  await ask('PATCH', '/api/studio/settings', { name: 'Kino', address: 'Berlin', legal })
  t.match(await steps(), { look: 'done', legal: 'done' })
  const left = await ask('PATCH', '/api/studio/opening', { step: 'money', left: true })
  t.equal(left.status, 200)
  t.match(await steps(), { money: 'left' })
  await ask('PATCH', '/api/studio/opening', { step: 'money', left: false })
  t.match(await steps(), { money: 'open' })
  t.equal((await ask('PATCH', '/api/studio/opening', { step: 'x', left: true })).status, 400)
  await services.database.plan.create({ data: { id: 'basic', name: 'Basic' } })
  t.match(await steps(), { plan: 'done', film: 'open' })
  await addVideo(services, { published: true })
  t.equal((await ask('POST', '/api/studio/opening/doors')).body.open, true)
  t.match(await steps(), { doors: 'done' })
  t.notMatch(await page(), 'noindex')
  t.match((await ask('GET', '/api/studio/settings')).body, { name: 'Kino' })
})

t.test('the checks are those of the doctor, and say what to do', async (t) => {
  const { ask } = await newSite(t)
  const { status, body } = await ask('POST', '/api/studio/checks')
  t.equal(status, 200)
  const named = body.checks.map(({ what }: { what: string }) => what)
  for (const what of ['database', 'bucket owner', 'Stripe', 'mail'])
    t.ok(named.includes(what), what)
  const stripe = body.checks.find(({ what }: { what: string }) => what === 'Stripe')
  t.match(stripe, { ok: false, says: String }, 'nothing answers there in this test')
})

t.test(
  'a site whose operator was made otherwise is open, and opening is for operators',
  async (t) => {
    const { app, services } = await build(t)
    const member = await signedUp(app, 'member@films.example')
    t.equal((await member.get('/api/studio/opening')).statusCode, 403)
    await services.database.user.updateMany({ data: { role: 'admin' } })
    t.equal((await member.get('/api/studio/opening')).json().open, true)
  },
)
