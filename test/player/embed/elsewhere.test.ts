import { startLocalStripe } from 'local-stripe'
import type { BrowserContext, Frame, Page } from 'playwright-core'
import t from 'tap'
import type { MatineePlayer } from '../../../player/element/matinee-player.ts'
import { systemClock } from '../../../server/clients/clock.ts'
import { openBrowser } from '../../fixtures/browser.ts'
import { listen } from '../../fixtures/player/servers.ts'
import { openApi } from '../../fixtures/player/with-api.ts'
import { scratch } from '../../fixtures/scratch.ts'
import { until } from '../../fixtures/until.ts'

const webhookSecret = 'whsec_elsewhere'
const clock = { ...systemClock }
const stripe = await startLocalStripe({
  ...{ directory: await scratch(t), secretKey: 'sk_test_matinee', clock, webhookSecret },
  webhookUrl: 'http://app.invalid/webhooks/stripe',
  // The way back from the payment page is enough.
  post: async () => true,
})
t.teardown(() => stripe.close())
const api = await openApi(t, {
  STRIPE_API_BASE: stripe.url,
  STRIPE_WEBHOOK_SECRETS: webhookSecret,
  MAX_STREAMS: '4',
})
clock.now = () => api.deps.clock.now()
const url = api.origin
await api.video({ slug: 'paid', title: 'Night Ferry', rentAmount: 399, currency: 'usd' })
await api.video({ slug: 'free', free: true })
const operator = await api.signUp('operator@films.example')
await api.deps.database.user.updateMany({ data: { role: 'admin' } })

/** A blog. Browsers take localhost and 127.0.0.1 for two sites: no cookie of ours arrives in its frames. */
const blog = await listen((request, response) => {
  const film = new URL(request.url ?? '/', 'http://blog').searchParams.get('film') ?? 'paid'
  const allow = 'autoplay; fullscreen'
  const frame = `<iframe src="${url}/embed/${film}" width="800" height="450" title="Film" allow="${allow}"></iframe>`
  const element = `<script type="module" src="${url}/matinee-player.js"></script>
    <matinee-player api="${url}" video-id="${film}" engine="hls.js" style="width:800px;height:450px"></matinee-player>`
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.end(`<!doctype html><title>Blog</title><h1>A film</h1>
    <script>heard = []; addEventListener('message', ({ data }) => heard.push(data))</script>
    ${request.url?.startsWith('/element') ? element : frame}`)
})
t.teardown(() => blog.close())
const blogUrl = blog.origin.replace('127.0.0.1', 'localhost')

const allow = async (embedSites: string[]) => {
  const saved = await operator.request('PATCH', '/api/studio/settings', { embedSites })
  t.equal(saved.statusCode, 200)
}

async function someone(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await (await openBrowser(t)).newContext({
    viewport: { width: 1280, height: 800 },
  })
  t.teardown(() => context.close())
  return { context, page: await context.newPage() }
}

async function frameOf(page: Page): Promise<Frame> {
  const frame = page.frames().find((one) => one.url().startsWith(`${url}/embed/`))
  if (frame === undefined) throw new Error('the page shows no frame of ours')
  await frame.locator('matinee-player[state]').waitFor()
  return frame
}

const secondsOf = (where: Frame | Page) =>
  where.evaluate(() => {
    const player = document.querySelector('matinee-player') as MatineePlayer
    return player.video.paused ? 0 : player.video.currentTime
  })

const play = (where: Frame | Page) =>
  where.evaluate(() =>
    // The player may put it off until it has something to play.
    (document.querySelector('matinee-player') as MatineePlayer).video.play().catch(() => undefined),
  )

const watched = (where: Frame | Page) =>
  until('two seconds of film', async () => (await secondsOf(where)) > 2, { seconds: 40 })

/** Presses a button of the player; answers the tab that it opens. */
async function press(context: BrowserContext, where: Frame | Page, name: RegExp): Promise<Page> {
  const opened = context.waitForEvent('page')
  await where.locator('matinee-player').getByRole('button', { name }).first().click()
  return opened
}

async function pay(tab: Page) {
  await tab.waitForURL((at) => at.origin === stripe.url)
  await tab.getByLabel('Card number').fill('4242 4242 4242 4242')
  await tab.getByRole('button', { name: /^Pay \$/ }).click()
  await tab.waitForURL('**/account/welcome**')
}

t.test('a frame on a site that is not listed stays empty', async (t) => {
  const { page } = await someone()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  await page.goto(blogUrl)
  await until('the refusal', () => complaints.some((text) => text.includes('frame-ancestors')))
  t.notOk(page.frames().some((frame) => frame.url().startsWith(`${url}/embed/`)))
})

t.test('a film is paid for and watched in a frame on another site', async (t) => {
  await allow([blogUrl])
  const { context, page } = await someone()
  await page.goto(blogUrl)
  const frame = await frameOf(page)
  const tab = await press(context, frame, /^Rent for/)
  await tab.getByLabel('E-mail address').fill('reader@blog.example')
  await tab.getByLabel('Password', { exact: true }).fill('a password of mine')
  await tab.getByRole('button', { name: 'Create account' }).click()
  await pay(tab)
  await watched(frame)
  t.same(await page.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard), [])
  await t.rejects(
    page.evaluate(() => window.frames[0]?.document.title),
    /cross-origin/,
  )
  const cookies = await frame.evaluate(() => document.cookie)
  t.equal(cookies, '')

  await t.test('who signs in without a way to watch is offered what they may choose', async (t) => {
    const newcomer = await someone()
    const refused: string[] = []
    newcomer.page.on('response', (answer) => {
      const { pathname } = new URL(answer.url())
      if (answer.status() === 401) refused.push(pathname)
    })
    await newcomer.page.goto(blogUrl)
    const waiting = await frameOf(newcomer.page)
    const door = await press(newcomer.context, waiting, /^Sign in/)
    t.notOk(refused.includes('/api/auth/refresh'), 'a stranger has nothing to renew')
    await door.getByRole('link', { name: 'Create an account' }).click()
    await door.getByLabel('E-mail address').fill('newcomer@blog.example')
    await door.getByLabel('Password', { exact: true }).fill('a password of mine')
    await door.getByRole('button', { name: 'Create account' }).click()
    await door.getByRole('heading', { name: /^You are signed in/ }).waitFor()
    const player = waiting.locator('matinee-player')
    await player.getByRole('button', { name: /^Sign in/ }).waitFor({ state: 'hidden' })
    await player.getByRole('button', { name: /^Rent for/ }).waitFor()
  })

  await t.test(
    'who is signed in already presses one button, and the tab goes by itself',
    async () => {
      const other = await context.newPage()
      await other.goto(blogUrl)
      const empty = await frameOf(other)
      const door = await press(context, empty, /^Sign in/)
      await door.waitForEvent('close')
      await watched(empty)
    },
  )
})

t.test('a film that is not on sale says so, also to who signs in for it', async (t) => {
  await allow([blogUrl])
  await api.video({ slug: 'unsold', title: 'Low Water' })
  const { context, page } = await someone()
  await page.goto(`${blogUrl}/?film=unsold`)
  const frame = await frameOf(page)
  const title = 'This film cannot be watched at the moment'
  await frame.getByRole('heading', { name: title }).waitFor()
  const tab = await press(context, frame, /^Have it already\? Sign in$/)
  await tab.getByRole('link', { name: 'Create an account' }).click()
  await tab.getByLabel('E-mail address').fill('late@films.example')
  await tab.getByLabel('Password', { exact: true }).fill('a long enough password')
  await tab.getByRole('button', { name: 'Create account' }).click()
  await tab.getByRole('heading', { name: title }).waitFor()
  await frame.getByRole('button', { name: /Sign in/ }).waitFor({ state: 'detached' })
  // The film is opened anew, and says so again.
  await frame.getByRole('heading', { name: title }).waitFor()
  t.equal(await frame.getByRole('button', { name: /Sign in/ }).count(), 0)
})

t.test('the player’s file on another site’s page', async (t) => {
  const { context, page } = await someone()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  const bucket: string[] = []
  page.on('response', (answer) => {
    if (answer.url().startsWith(api.deps.config.S3_ENDPOINT ?? 'http://no.bucket'))
      bucket.push(answer.url())
  })
  await t.test('plays what is free at once', async (t) => {
    await page.goto(`${blogUrl}/element?film=free`)
    await page.locator('matinee-player[state]').waitFor()
    await play(page)
    await watched(page)
    t.ok(
      bucket.some((one) => one.includes('X-Amz-Signature=')),
      'by signed URLs',
    )
    t.same(complaints, [])
  })
  await t.test('asks before a member’s film plays there, and then plays it', async (t) => {
    await page.goto(`${blogUrl}/element`)
    const tab = await press(context, page, /^Sign in/)
    await tab.getByLabel('E-mail address').fill('reader@blog.example')
    await tab.getByLabel('Password', { exact: true }).fill('a password of mine')
    await tab.getByRole('button', { name: 'Sign in' }).click()
    await tab.getByRole('heading', { name: /^Watch on localhost/ }).waitFor()
    t.equal(
      await page.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard.length),
      0,
    )
    await tab.getByRole('button', { name: /^Watch on localhost/ }).click()
    await watched(page)
  })
  await t.test('and where the site is not listed any more, the tab says so', async () => {
    await allow([])
    const other = await context.newPage()
    await other.goto(`${blogUrl}/element`)
    const tab = await press(context, other, /^Sign in/)
    await tab.getByRole('button', { name: /^Watch on localhost/ }).click()
    await tab.getByText('may not play films with viewers').waitFor()
  })
})
