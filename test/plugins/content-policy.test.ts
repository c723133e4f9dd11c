import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import t, { type Test } from 'tap'
import { contentPolicy } from '../../server/plugins/content-policy.ts'
import { build } from '../fixtures/app.ts'

const builtPages = join(import.meta.dirname, '..', '..', 'player-site')

/** The real pages in a real browser, and whatever the policy refused there. */
async function open(t: Test) {
  t.ok(existsSync(builtPages), 'the pages are built (npm run build)')
  const { app, services } = await build(t)
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const browser = await chromium.launch({
    executablePath: process.env.TEST_BROWSER ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  })
  t.teardown(() => browser.close())
  const page = await browser.newPage()
  const refused: string[] = []
  await page.exposeFunction('reportRefusal', (what: string) => refused.push(what))
  await page.addInitScript(`document.addEventListener('securitypolicyviolation', (event) =>
    reportRefusal(event.effectiveDirective + ' ' + event.blockedURI))`)
  return { url, page, refused, bucket: services.storage.location.endpoint }
}

t.test('no page of ours breaks the policy, and forms work under it', async (t) => {
  const { url, page, refused } = await open(t)
  for (const path of ['/', '/pricing', '/sign-in', '/forgot-password', '/reset-password#token=x']) {
    await page.goto(url + path)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
  }
  await page.goto(`${url}/sign-up`)
  await page.getByLabel('E-mail').fill('ana@films.example')
  await page.getByRole('textbox', { name: 'Password' }).fill('correct horse battery')
  await page.keyboard.press('Enter')
  await page.waitForURL((address) => address.pathname !== '/sign-up')
  t.equal(await page.evaluate(async () => (await fetch('/api/me')).status), 200)
  t.same(refused, [])
})

t.test('the description of the API can be read under the policy', async (t) => {
  const { url, page, refused } = await open(t)
  await page.goto(`${url}/api/docs`)
  await page.getByRole('heading', { name: /^Matinee/ }).waitFor()
  await page.getByText('/api/auth/sign-in').first().waitFor()
  t.same(refused, [])
})

t.test(
  'the player’s styles apply, film from a blob: may play, and the bucket may be asked',
  async (t) => {
    const { url, page, refused, bucket } = await open(t)
    await page.goto(url)
    const width = await page.evaluate(`(async () => {
    await import('/matinee-player.js')
    const player = document.body.appendChild(document.createElement('matinee-player'))
    const style = new CSSStyleSheet()
    style.replaceSync('.probe { width: 123px; display: block }')
    player.shadowRoot.adoptedStyleSheets.push(style)
    const probe = player.shadowRoot.appendChild(document.createElement('i'))
    probe.className = 'probe'
    const video = document.createElement('video')
    video.src = URL.createObjectURL(new MediaSource())
    await new Promise((resolve, reject) => {
      video.addEventListener('loadstart', resolve)
      video.addEventListener('error', reject)
    })
    return probe.offsetWidth
  })()`)
    t.equal(width, 123)
    // Without the bucket's CORS rules the answer cannot be read, but it may be asked for.
    const asked = await page.evaluate(
      (address) => fetch(address, { mode: 'no-cors' }).then((answer) => answer.type),
      `${bucket}/matinee-test/nothing`,
    )
    t.equal(asked, 'opaque')
    t.same(refused, [])
  },
)

t.test('scripts and styles in the page and requests to other hosts are refused', async (t) => {
  const { url, page, refused } = await open(t)
  await page.goto(url)
  await page.evaluate(`(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.injected = true'
    document.body.append(script)
    const style = document.createElement('style')
    style.textContent = 'body { display: none }'
    document.body.append(style)
    document.body.innerHTML += '<p style="color: red">'
    await fetch('http://127.0.0.1:9/').catch(() => undefined)
    const image = new Image()
    image.src = 'http://127.0.0.1:9/x.png'
    await new Promise((resolve) => image.addEventListener('error', resolve))
  })()`)
  t.equal(await page.evaluate('window.injected'), undefined)
  t.same(refused.map((what) => what.split(' ')[0]).sort(), [
    'connect-src',
    'img-src',
    'script-src-elem',
    'style-src-attr',
    'style-src-elem',
    // Written once more with the body.
    'style-src-elem',
  ])
})

t.test('the policy is upgraded to https only where there is https', async (t) => {
  const bucketOrigin = 'https://films.s3.eu-west-1.amazonaws.com'
  const origins = { bucketOrigin, deliveryOrigin: bucketOrigin }
  t.has(contentPolicy(origins, true), { 'upgrade-insecure-requests': [] })
  t.notOk('upgrade-insecure-requests' in contentPolicy(origins, false))
})

t.test('where there is an edge, film comes from there alone, and uploads go to the bucket', (t) => {
  const origins = { bucketOrigin: 'https://bucket.example', deliveryOrigin: 'https://edge.example' }
  const policy = contentPolicy(origins, true)
  t.same(policy['media-src'], ["'self'", 'blob:', 'https://edge.example'])
  t.same(policy['img-src'], ["'self'", 'data:', 'https://edge.example'])
  t.same(policy['connect-src'], ["'self'", 'https://edge.example', 'https://bucket.example'])
  t.end()
})
