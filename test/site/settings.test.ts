import t, { type Test } from 'tap'
import { build, type TestServices } from '../fixtures/app.ts'
import { until } from '../fixtures/until.ts'

async function operatorOf({
  app,
  services,
}: {
  app: Awaited<ReturnType<typeof build>>['app']
  services: TestServices
}) {
  const email = `operator-${crypto.randomUUID()}@films.example`
  const payload = { email, password: 'a password of mine' }
  const headers = { origin: services.config.PUBLIC_URL }
  const made = await app.inject({ method: 'POST', url: '/api/auth/sign-up', headers, payload })
  const { id } = made.json().user
  await services.database.user.update({ where: { id }, data: { role: 'admin' } })
  const cookie = [made.headers['set-cookie']]
    .flat()
    .map((one) => String(one).split(';')[0])
    .join('; ')
  const ask = async (method: 'GET' | 'PATCH' | 'POST', url: string, body?: object) => {
    const answer = await app.inject({
      ...{ method, url, headers: { ...headers, cookie } },
      ...(body && { payload: body }),
    })
    return { status: answer.statusCode, body: answer.json() }
  }
  return { email, ask, save: (body: object) => ask('PATCH', '/api/studio/settings', body) }
}

async function house(t: Test) {
  const built = await build(t)
  const operator = await operatorOf(built)
  const site = async () => (await built.app.inject('/api/site')).json()
  const page = async (url = '/') =>
    (await built.app.inject({ url, headers: { accept: 'text/html' } })).body
  return { ...built, ...operator, site, page }
}

t.test('a site where nothing is set has a name all the same', async (t) => {
  const { site, ask } = await house(t)
  t.same(await site(), {
    name: 'Matinee',
    description: 'Films to watch at home.',
    language: 'en',
    currency: 'usd',
    address: '',
    logoUrl: null,
    front: false,
    legal: [],
  })
  t.match((await ask('GET', '/api/studio/settings')).body, { version: 0, accentDark: null })
})

t.test('what is saved is told to everyone, and stands in the pages and the manifest', async (t) => {
  const { app, site, save, page, services, ask } = await house(t)
  const saved = await save({
    name: ' Kino Süd ',
    currency: 'eur',
    language: 'de',
    address: 'Hauptstr. 1\n10115 Berlin',
    accentDark: '#7cc4ff',
    legal: [
      { slug: 'terms', title: 'AGB', text: '# Hallo\n\n[Link](/pricing) <b>fett</b>' },
      { slug: 'imprint', title: 'Impressum', text: ' ' },
    ],
  })
  t.equal(saved.status, 200)
  t.match(saved.body, { name: 'Kino Süd', version: 1 })
  t.match(await site(), {
    name: 'Kino Süd',
    currency: 'eur',
    language: 'de',
    legal: [{ slug: 'terms', title: 'AGB' }],
  })
  t.equal((await site()).legal.length, 1, 'a page without a text is none')
  const start = await page()
  t.match(start, '<title>Kino Süd</title>')
  t.match(start, /<script type="application\/json" id="site">\{"name":"Kino Süd"/)
  t.match(start, '<link rel="stylesheet" href="/look.css?v=1" />')
  t.match((await app.inject('/look.css')).body, '--accent:#7cc4ff')
  t.match(JSON.parse((await app.inject('/manifest.webmanifest')).body), { name: 'Kino Süd' })
  t.match(await page('/legal/terms'), '<title>AGB · Kino Süd</title>')
  const legal = await app.inject('/api/site/legal/terms')
  t.match(legal.json().html, /<h2>Hallo<\/h2>[\s\S]*<a href="\/pricing".*<b>fett<\/b>/)
  for (const url of ['/legal/imprint', '/legal/other'])
    t.equal((await app.inject({ url, headers: { accept: 'text/html' } })).statusCode, 404)
  t.equal((await app.inject('/api/site/legal/imprint')).statusCode, 404)
  const { body } = await ask('GET', '/api/studio/audit?subject=site')
  t.match(body.entries, [
    {
      action: 'settings.changed',
      details: { name: { from: 'Matinee', to: 'Kino Süd' }, legal: { to: ['terms', 'imprint'] } },
    },
  ])
  t.equal(await services.database.siteSetting.count(), 1)
})

t.test('only an operator sets anything', async (t) => {
  const { app, services } = await house(t)
  const headers = { origin: services.config.PUBLIC_URL }
  const url = '/api/studio/settings'
  const change = { method: 'PATCH', url, headers, payload: { name: 'Mine' } } as const
  t.equal((await app.inject(change)).statusCode, 401)
  t.equal((await app.inject(url)).statusCode, 401)
})

t.test('what cannot be used is refused by its field, and nothing of it is stored', async (t) => {
  const { save, site } = await house(t)
  const cases: [object, string, RegExp][] = [
    [{ accentDark: '#3a2a1a', name: 'New' }, 'accentDark', /dark theme.*4\.5:1/],
    [{ accentLight: '#f0a35e' }, 'accentLight', /light theme.*4\.5:1/],
    [{ accentDark: 'red' }, 'accentDark', /form/],
    [{ currency: 'xyz' }, 'currency', /charged/],
    [{ language: 'qx' }, 'language', /language/],
    [{ name: '   ' }, 'name', /form/],
    [{ name: 'n'.repeat(61) }, 'name', /60/],
    [{ mailAddress: 'nobody' }, 'mailAddress', /is not an e-mail address/],
    [{ mailName: 'A <b@c.example>' }, 'mailName', /form|format/],
    [{ nme: 'Kino' }, 'nme', /known/],
    [
      { legal: ['a', 'a'].map((slug) => ({ slug, title: 'T', text: 't' })) },
      'legal.1.slug',
      /twice/,
    ],
  ]
  for (const [body, field, message] of cases) {
    const answer = await save(body)
    t.equal(answer.status, 400, field)
    t.match(answer.body.fields?.[0]?.message ?? answer.body.detail, message, field)
    t.match(answer.body.detail, field)
  }
  t.equal((await save({ accentLight: '#92490c', accentDark: '#f0a35e' })).status, 200)
  t.equal((await save({ name: 'n'.repeat(60) })).status, 200)
  t.match(await site(), { name: 'n'.repeat(60), currency: 'usd' })
})

t.test('of two who save, the second is told what differs, and nothing is lost', async (t) => {
  const { save } = await house(t)
  const { version } = (await save({ name: 'First' })).body
  t.equal((await save({ version, description: 'Changed' })).status, 200)
  const second = await save({ version, name: 'Second', description: 'Mine' })
  t.equal(second.status, 409)
  t.match(second.body, {
    code: 'CONFLICT',
    differs: ['name', 'description'],
    current: { description: 'Changed', name: 'First', version: version + 1 },
  })
  t.match((await save({ name: 'First', version: 1 })).body, { description: 'Changed' })
  const again = await save({ version: version + 1, description: 'Mine' })
  t.match(again.body, { name: 'First', description: 'Mine', version: version + 2 })
  const both = await Promise.all([
    save({ version: version + 2, name: 'A' }),
    save({ version: version + 2, name: 'B' }),
  ])
  t.same(both.map(({ status }) => status).sort(), [200, 409])
})

t.test('every process knows of a change within a second', async (t) => {
  const { save, services } = await house(t)
  const other = await build(t, { DATABASE_URL: services.config.DATABASE_URL })
  const named = async () => (await other.app.inject('/api/site')).json().name
  t.equal(await named(), 'Matinee')
  await until('it listens', () => other.services.notifications.listeningSince() !== null)
  await named()
  const began = performance.now()
  await save({ name: 'Elsewhere' })
  await until('the other knows', async () => (await named()) === 'Elsewhere')
  t.ok(performance.now() - began < 1_000)
  t.equal(other.services.settings.now().name, 'Elsewhere')
})

t.test(
  'mails come from the sender that is set; a test mail says whether they arrive',
  async (t) => {
    const sent: { from?: string; to: string; subject: string }[] = []
    let refusal: Error | null = null
    const mailer = {
      send: async (mail: { to: string; subject: string; text: string }) => {
        if (refusal !== null) throw refusal
        sent.push(mail)
      },
      verify: async () => undefined,
      close: () => undefined,
    }
    const built = await build(t, { MAIL_FROM: 'no-reply@films.example' }, { mailer })
    const { ask, save, email } = await operatorOf(built)
    await until('the welcome has gone', () => sent.length > 0)
    sent.length = 0
    const test = () => ask('POST', '/api/studio/settings/test-mail')
    await save({ name: 'Kino "Süd"' })
    t.same((await test()).body, { to: email })
    t.match(sent[0], { from: '"Kino  Süd" <no-reply@films.example>', to: email, subject: /Kino/ })
    await save({ mailName: 'Ana', mailAddress: 'ana@films.example' })
    await test()
    t.match(sent[1], { from: '"Ana" <ana@films.example>' })
    refusal = new Error('550 sender rejected')
    const refused = await test()
    t.match(refused, { status: 409, body: { detail: /550 sender rejected.*SMTP_URL/ } })
  },
)
