import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page, Response } from 'playwright-core'
import t from 'tap'
import { accessWords } from '../../contract/words/access.ts'
import { openBrowser } from '../fixtures/browser.ts'
import { type LocalMatinee, person, refusedStart, startMatinee } from '../fixtures/local.ts'
import { scratch } from '../fixtures/scratch.ts'
import { until } from '../fixtures/until.ts'
import { play, watchFor } from './watching.ts'

const ttlSeconds = 8
const video = '/watch/the-long-way-round'

/** Signed segment URLs as the browser fetches them. */
function wire(page: Page, endpoint: string) {
  const urls: string[] = []
  page.on('response', (response: Response) => {
    if (response.url().startsWith(endpoint) && response.url().includes('.m4s')) {
      urls.push(response.url())
    }
  })
  return urls
}

const status = async (url: string) => (await fetch(url)).status

/** What the API says to this page's viewer when they press play. */
const pressPlay = (page: Page, videoId: string) =>
  page.evaluate(async (id) => {
    const answer = await fetch(`/api/videos/${id}/playback`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ deviceId: 'a-device-without-a-plan' }),
    })
    return answer.status
  }, videoId)

/** From the paywall to the account, the payment page and back to the film. */
async function subscribe(page: Page, matinee: LocalMatinee) {
  await page.locator('.paywall a[href^="/checkout"]').first().click()
  await page.getByLabel('E-mail address').fill('stranger@films.example')
  await page.getByLabel('Password', { exact: true }).fill('a password of mine')
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.waitForURL((at) => at.origin === matinee.local.stripe.url)
  await page.getByLabel('Card number').fill('4242 4242 4242 4242')
  await page.getByRole('button', { name: /^Pay \$/ }).click()
  await page.waitForURL('**/account/welcome**')
  await page.getByRole('link', { name: /^Watch / }).click()
  await page.waitForURL(`**${video}`)
}

async function cancelNow(page: Page, matinee: LocalMatinee) {
  await page.goto('/account')
  await page.getByRole('button', { name: /Manage plan/ }).click()
  await page.waitForURL((at) => at.origin === matinee.local.stripe.url)
  await page.getByRole('button', { name: 'Cancel now' }).click()
}

const stateOf = (page: Page) =>
  page.evaluate(() => document.querySelector('matinee-player')?.getAttribute('state'))

const directory = await scratch(t)
const settings = { URL_TTL_SECONDS: String(ttlSeconds) }
const matinee = await startMatinee(t, directory, settings)
t.comment(`ready after ${matinee.readySeconds} s`)

t.test('a stranger signs up, pays, watches, cancels, and the picture stops', async (t) => {
  const context = await person(await openBrowser(t), matinee)
  const page = await context.newPage()
  const segments = wire(page, matinee.local.s3.endpoint)

  await page.goto(video)
  await page.locator('.paywall').waitFor()
  const { id } = await page.evaluate(async () =>
    (await fetch('/api/videos/the-long-way-round')).json(),
  )
  t.equal(await pressPlay(page, id), 401, 'a stranger is refused')

  await page.goto('/sign-up')
  await page.getByLabel('E-mail address').fill('freeloader@films.example')
  await page.getByLabel('Password', { exact: true }).fill('another password')
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.waitForURL(`${matinee.local.url}/`)
  t.equal(await pressPlay(page, id), 402, 'an account alone is refused')
  await page.evaluate(() => fetch('/api/auth/sign-out', { method: 'POST' }))

  await page.goto(video)
  await subscribe(page, matinee)
  await play(page)
  const [first, later] = await watchFor(page, 6)
  t.ok(first && later && later.seconds > first.seconds, 'time advances')
  t.not(first?.look, later?.look, 'and the picture changes')

  const seen = segments.at(-1) ?? ''
  t.match(seen, /X-Amz-Signature=/)
  t.equal(await status(seen.replace(/Signature=.{4}/, 'Signature=0000')), 403, 'tampered')
  t.equal(await status(seen.replace(/\/\d+\.m4s/, '/9999.m4s')), 403, 'of another segment')
  t.equal(await status(seen.replace(/Expires=\d+/, 'Expires=604800')), 403, 'prolonged')
  t.equal(await status(seen.split('?')[0] ?? ''), 403, 'nothing unsigned is readable')
  await until('the URL to die', async () => (await status(seen)) === 403, {
    seconds: ttlSeconds + 5,
    everyMs: 100,
  })

  await cancelNow(await context.newPage(), matinee)
  const cancelled = Date.now()
  // One life of a URL and the half minute that the player keeps ahead.
  await until('the picture to stop', async () => (await stateOf(page)) === 'stopped', {
    seconds: ttlSeconds + 30 + 10,
    everyMs: 100,
  })
  t.comment(`stopped ${(Date.now() - cancelled) / 1000} s after the cancellation`)
  t.ok(await page.getByText(accessWords('subscription_ended.title')).isVisible(), 'and says why')
  t.equal(await pressPlay(page, id), 402)
})

t.test(
  'a start that cannot be says why in one sentence and leaves the running one alone',
  async (t) => {
    const { port } = new URL(matinee.local.url)
    t.match(await refusedStart(await scratch(t), { PORT: port }), `Port ${port} is in use`)
    t.match(await refusedStart(directory, { PORT: '0' }), 'Matinee already runs on')
    t.match(
      await refusedStart(await scratch(t), { PORT: '0', S3_BUCKET: 'No!' }),
      'S3_BUCKET is wrong',
    )
    t.match(
      await refusedStart(await scratch(t), { PORT: '0', FFMPEG_PATH: '/nowhere' }),
      'No ffmpeg that can encode video was found',
    )
    t.equal(await status(`${matinee.local.url}/readyz`), 200)
  },
)

t.test('after a crash the next start finds everything as it was, in seconds', async (t) => {
  await matinee.stop('SIGKILL')
  const again = await startMatinee(t, directory, settings)
  t.comment(`ready again after ${again.readySeconds} s`)
  t.strictSame(again.local.accounts, matinee.local.accounts)
  t.strictSame(again.local.s3, matinee.local.s3)
  const context = await person(await openBrowser(t), again)
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill('stranger@films.example')
  await page.getByLabel('Password', { exact: true }).fill('a password of mine')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(`${again.local.url}/`)
  await page.goto('/watch/a-minute-of-weather')
  await play(page)
  const [first, later] = await watchFor(page, 2)
  t.not(first?.look, later?.look, 'the free film plays')

  await again.stop('SIGINT')
  t.equal(again.child.exitCode, 0, 'Ctrl-C is an ordinary end')
  await t.rejects(readFile(join(directory, 'local.json')), { code: 'ENOENT' })
  await t.rejects(readFile(join(directory, 'matinee.pid')), { code: 'ENOENT' })
})
