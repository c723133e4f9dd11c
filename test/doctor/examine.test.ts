import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startLocalStripe } from 'local-stripe'
import t, { type Test } from 'tap'
import { addressOf } from '../../server/clients/bucket-address.ts'
import { seal } from '../../server/clients/seal.ts'
import { examine, setUpBucket } from '../../server/doctor/examine.ts'
import type { Finding } from '../../server/doctor/finding.ts'
import { services } from '../fixtures/app.ts'
import { scratch } from '../fixtures/scratch.ts'

const identity = { secretKey: 'sk_test_doctor', webhookSecret: 'whsec_doctor' }

async function localStripe(t: Test) {
  const stripe = await startLocalStripe({
    directory: await scratch(t),
    webhookUrl: 'http://127.0.0.1:1/webhooks/stripe',
    ...identity,
  })
  t.teardown(() => stripe.close())
  return { STRIPE_API_BASE: stripe.url, STRIPE_SECRET_KEY: identity.secretKey }
}

const found = (findings: Finding[], what: string) => {
  const finding = findings.find((each) => each.what === what)
  if (finding === undefined) throw new Error(`nothing was said of ${what}`)
  return finding
}

t.test('where all is well, each part is said to be so', async (t) => {
  const opened = await services(t, await localStripe(t))
  await setUpBucket(opened)
  const findings = await examine(opened)
  t.strictSame(
    findings.filter(({ ok }) => !ok),
    [],
  )
  t.match(found(findings, 'database').says, /every migration is applied/)
  t.match(found(findings, 'bucket privacy').says, 'signed URLs alone')
  t.match(found(findings, 'Stripe').says, 'test mode; 0 plans are on sale: make one in the studio')
  t.match(found(findings, 'mail'), { todo: true, says: 'SMTP_URL is not set' })
})

t.test('plans on sale are counted, other products are not', async (t) => {
  const opened = await services(t, await localStripe(t))
  await opened.stripe.products.create({ name: 'A mug' })
  await opened.stripe.products.create({ name: 'Standard', metadata: { matinee_plan: 'standard' } })
  t.match(found(await examine(opened), 'Stripe').says, /1 plan is on sale$/)
})

t.test('each part that is down fails on its own, with the reason', async (t) => {
  const opened = await services(t, {
    DATABASE_URL: 'postgresql://matinee@127.0.0.1:1/none',
    S3_ENDPOINT: 'http://127.0.0.1:1',
    SMTP_URL: 'smtp://127.0.0.1:1',
    FFMPEG_PATH: '/nowhere/ffmpeg',
  })
  const findings = await examine(opened)
  t.match(found(findings, 'proxy'), { ok: true, says: /no site runs/ }, 'which is no failure yet')
  for (const { what, ok, says } of findings.filter(({ what }) => what !== 'proxy')) {
    t.equal(ok, false, what)
    t.not(says, '', `${what} says why`)
    t.notMatch(says, /prisma|invocation|pooler|\n/, `${what} says it in a sentence`)
  }
  for (const what of ['database', 'database messages']) {
    t.match(found(findings, what).says, /^The database does not answer/)
  }
  t.match(found(findings, 'Stripe').says, /^Stripe does not answer.*STRIPE_API_BASE/)
  t.match(found(findings, 'mail').says, /ECONNREFUSED.*: correct it in SMTP_URL/)
})

t.test('plain http where PUBLIC_URL says https is told', async (t) => {
  const site = createServer((_, response) => response.end('{}'))
  t.teardown(() => site.close())
  await once(site.listen(0, '127.0.0.1'), 'listening')
  const { port } = site.address() as AddressInfo
  const opened = await services(t, { PUBLIC_URL: `https://127.0.0.1:${port}` })
  const finding = found(await examine(opened), 'proxy')
  t.match(finding, { ok: false, says: /begins with https.*speaks plain http/ })
})

t.test('a site that no event of Stripe’s reaches is told of it', async (t) => {
  const opened = await services(t, await localStripe(t))
  const { STRIPE_WEBHOOK_SECRETS: _, ...config } = opened.config
  const without = { ...opened, config: config as typeof opened.config }
  const unheard = { ok: true, todo: true, says: /no webhook is known/ }
  t.match(found(await examine(without), 'Stripe'), unheard)
  t.notMatch(found(await examine(opened), 'Stripe').says, /webhook/)

  const { config: settings, database, stripe } = without
  const url = `${settings.PUBLIC_URL}/webhooks/stripe`
  const made = await stripe.webhookEndpoints.create({ url, enabled_events: ['*'] })
  const keep = async (secret: string, at = url) => {
    await database.webhookEndpoint.deleteMany()
    const row = { id: made.id, url: at, secret: seal('whsec_1', [secret]) }
    await database.webhookEndpoint.create({ data: row })
  }
  const fails = async (says: RegExp) => {
    const finding = found(await examine(without), 'Stripe')
    t.match(finding, { ok: false, says })
    t.match(finding.says, /: press Connect Stripe in the studio$/)
  }
  const [key = ''] = settings.JWT_SECRETS.split(',')
  await keep(key)
  t.match(found(await examine(without), 'Stripe'), { ok: true, says: /0 plans/ })
  await keep(key, 'https://old.example/webhooks/stripe')
  await fails(/no webhook leads to .*another PUBLIC_URL/)
  await keep('taken out')
  await fails(/cannot be opened with any of JWT_SECRETS/)
  t.match(found(await examine(without), 'sealed secrets'), {
    ok: false,
    says: /^1 cannot be opened.*back at the end of JWT_SECRETS/,
  })
  await keep(key)
  await stripe.webhookEndpoints.update(made.id, { disabled: true })
  await fails(/Stripe has switched off the webhook/)
  await stripe.webhookEndpoints.del(made.id)
  await fails(/Stripe has no webhook for .* any more/)
})

t.test('which of the secrets are needed still is told', async (t) => {
  const [newer, older] = ['n'.repeat(32), 'o'.repeat(32)]
  const opened = await services(t, { ...(await localStripe(t)), JWT_SECRETS: `${newer},${older}` })
  const says = async () => found(await examine(opened), 'sealed secrets').says
  t.match(await says(), /need the first of JWT_SECRETS alone/)
  const endpoint = { id: 'we_1', url: 'https://films.example', secret: seal('whsec_1', [older]) }
  await opened.database.webhookEndpoint.create({ data: endpoint })
  t.match(await says(), /^1 need an older one of JWT_SECRETS: leave it/)
})

t.test('hardware that cannot be used is told, with the reason', async (t) => {
  const absent = process.platform === 'darwin' ? 'h264_vaapi' : 'h264_videotoolbox'
  const opened = await services(t, { VIDEO_ENCODER: absent })
  const finding = found(await examine(opened), 'video encoder')
  t.equal(finding.ok, false)
  t.match(finding.says, new RegExp(`${absent} fails its test, so libx264 is used: \\w+`))
})

t.test('a bucket that keeps versions is told what that takes', async (t) => {
  const opened = await services(t, await localStripe(t))
  await setUpBucket(opened)
  const privacyWith = async (version: string) => {
    const bucket = createServer(({ url }, response) => {
      response.writeHead(url?.includes('signed') ? 200 : 403, { 'x-amz-version-id': version })
      response.end()
    })
    t.teardown(() => bucket.close())
    await once(bucket.listen(0, '127.0.0.1'), 'listening')
    const url = `http://127.0.0.1:${(bucket.address() as AddressInfo).port}/key?signed`
    const presigner = { ...opened.presigner, get: async () => ({ url, expiresInSeconds: 60 }) }
    return found(await examine({ ...opened, presigner }), 'bucket privacy').says
  }
  t.match(await privacyWith('3sL4kqtJlcpXroDTDmJ'), /keeps versions.*lifecycle rule/)
  t.equal(await privacyWith('null'), 'opens to signed URLs alone')
})

t.test('a bucket that anyone may read is told', async (t) => {
  const opened = await services(t, await localStripe(t))
  await setUpBucket(opened)
  const { origin } = addressOf(opened.storage.location)
  // Stands for a public bucket: whatever is asked for without a signature is asked for with one.
  const signed = new Map<string, string>()
  const presigner = {
    ...opened.presigner,
    get: async (...args: Parameters<typeof opened.presigner.get>) => {
      const answer = await opened.presigner.get(...args)
      signed.set(answer.url.split('?')[0] ?? '', answer.url)
      return answer
    },
  }
  const fetchAsIs = globalThis.fetch
  t.teardown(() => {
    globalThis.fetch = fetchAsIs
  })
  globalThis.fetch = (input, init) => {
    const url = String(input)
    return fetchAsIs(url.startsWith(origin) ? (signed.get(url) ?? url) : url, init)
  }
  const finding = found(await examine({ ...opened, presigner }), 'bucket privacy')
  t.equal(finding.ok, false)
  t.match(finding.says, 'Block Public Access')
})

t.test(
  'a database without its tables, and a key that Stripe does not know, are told',
  async (t) => {
    const stripe = await localStripe(t)
    const opened = await services(t, { ...stripe, STRIPE_SECRET_KEY: 'sk_test_another' })
    await opened.database.$executeRaw`drop table "Installation" cascade`
    const findings = await examine(opened)
    t.match(
      found(findings, 'bucket owner').says,
      /lacks migrations of this version\. Run `matinee migrate`/,
    )
    t.match(found(findings, 'Stripe').says, /does not know STRIPE_SECRET_KEY/)
  },
)
