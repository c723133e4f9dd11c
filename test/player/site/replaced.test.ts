import t, { type Test } from 'tap'
import { until } from '../../fixtures/until.ts'
import { startFakeApi } from './fake-api.ts'
import { allowed, aVideo } from './fake-videos.ts'
import { open, visitor } from './visit.ts'

/** What a page's code asks for on the way to a film. */
const playersCode = /\/assets\/define-[^/]+\.js$/

async function onTheFrontPage(t: Test) {
  const api = await startFakeApi(t, { videos: [aVideo({ access: allowed('free') })] })
  const { page } = await visitor(t, api)
  await open(page, '/')
  await page.evaluate(() => Object.assign(window, { before: true }))
  return { page, film: page.locator('main a[href^="/watch/"]').first() }
}

t.test('a page that was open across an upgrade is loaded anew where it lacks a part', async (t) => {
  const { page, film } = await onTheFrontPage(t)
  let upgraded = true
  await page.route(playersCode, (route) =>
    upgraded ? route.fulfill({ status: 404 }) : route.fallback(),
  )
  // The new pages begin with another script.
  await page.route('**/', async (route) => {
    const answer = await route.fetch()
    const body = (await answer.text()).replace(/\/assets\/site-[^"]+\.js/, '/assets/site-new.js')
    await route.fulfill({ response: answer, body })
  })
  page.once('domcontentloaded', () => {
    upgraded = false
  })
  await film.click()
  await page.waitForFunction(() => !('before' in window))
  await page.locator('matinee-player').waitFor()
  t.match(new URL(page.url()).pathname, '/watch/')
})

t.test(
  'without an upgrade a part that did not come is said, and comes when asked again',
  async (t) => {
    const { page, film } = await onTheFrontPage(t)
    await page.route(playersCode, (route) => route.abort(), { times: 1 })
    await film.click()
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.locator('matinee-player').waitFor()
    t.ok(await page.evaluate(() => 'before' in window), 'the page is the same')
  },
)

for (const [what, part] of [
  ['script', /\/assets\/site-[^/]+\.js$/],
  ['style sheet', /\/assets\/site-[^/]+\.css$/],
] as const) {
  t.test(`a page whose ${what} another server has is opened again until it comes`, async (t) => {
    const { page, refuse, asked } = await refusing(t, part)
    refuse(2)
    await page.goto('/')
    await until('the third time', () => asked() === 3)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.waitForFunction(() => sessionStorage.getItem('matinee.begun-again') === null)
    t.equal(asked(), 3)
  })
}

t.test('a page whose script never comes is not opened again for ever', async (t) => {
  const { page, refuse, asked } = await refusing(t, /\/assets\/site-[^/]+\.js$/)
  refuse(Number.POSITIVE_INFINITY)
  await page.goto('/')
  await page.waitForFunction(() => sessionStorage.getItem('matinee.begun-again') === '9')
  t.equal(asked(), 9)
})

/** A visitor whose first requests for a part are answered 404. */
async function refusing(t: Test, part: RegExp) {
  const { page } = await visitor(t, await startFakeApi(t, {}))
  let left = 0
  let asked = 0
  await page.route(part, (route) => {
    asked++
    return left-- > 0 ? route.fulfill({ status: 404 }) : route.fallback()
  })
  const refuse = (times: number) => {
    left = times
  }
  return { page, refuse, asked: () => asked }
}
