import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { type FakeApi, startFakeApi, type World } from './fake-api.ts'
import {
  anInvoice,
  aVideo,
  boughtVideo,
  catalogue,
  member,
  planOffers,
  refused,
  rentAndBuy,
} from './fake-videos.ts'
import { findings, overflow, smallTargets } from './inspect.ts'
import { open, settled, visitor } from './visit.ts'

interface Scene {
  path: string
  world?: Partial<World>
  /** Fails a route before the page is opened. */
  fails?: string
  act?: (page: Page) => Promise<unknown>
}

const longTitle = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen, and Other Words'
const paywalled = aVideo({
  title: 'Night Ferry',
  access: refused('not_entitled', [...planOffers, ...rentAndBuy]),
})

const said = [
  { seconds: 5, text: 'We never said where.', language: 'en' },
  {
    seconds: 4027.5,
    text: `${longTitle}, and many words after that, so that it breaks`,
    language: 'de',
  },
]

const scenes: Record<string, Scene> = {
  'the catalogue': {
    path: '/',
    world: {
      videos: [aVideo({ title: longTitle }), ...catalogue()].map((video, index) => ({
        ...video,
        resumeSeconds: index % 4 === 0 ? 500 : null,
      })),
      me: member({ status: 'past_due', graceUntil: '2031-05-10T12:00:00Z' }),
    },
  },
  'a search without a result': { path: '/search?q=zebra', world: { videos: catalogue() } },
  'a search for nothing': { path: '/search' },
  'a search that failed': { path: '/search?q=boats', fails: 'GET /api/search' },
  'a search with many results, and what is said': {
    path: '/search?q=e',
    world: { videos: [aVideo({ title: longTitle }), ...catalogue(30)], said },
  },
  'an empty catalogue': { path: '/', world: { videos: [] } },
  'a catalogue that failed': { path: '/', fails: 'GET /api/front' },
  'a film with its paywall': { path: '/watch/night-ferry', world: { videos: [paywalled] } },
  'a film while the plan is paused': {
    path: '/watch/night-ferry',
    world: {
      me: member(),
      videos: [
        aVideo({
          title: 'Night Ferry',
          access: refused('subscription_paused', [{ kind: 'portal' }, ...rentAndBuy]),
        }),
      ],
    },
    act: (page) => page.getByRole('link', { name: 'Resume your plan' }).waitFor(),
  },
  'no such film': { path: '/watch/none' },
  'the plans': { path: '/pricing' },
  'the plans of a member': { path: '/pricing', world: { me: member() } },
  'a payment that does not open': {
    path: '/checkout?priceId=p',
    world: { me: member(null) },
    fails: 'POST /api/billing/checkout',
  },
  'signing in, refused': {
    path: '/sign-in',
    act: async (page) => {
      await page.getByLabel('E-mail address').fill('ana@example.com')
      await page.getByLabel('Password', { exact: true }).fill('wrong')
      await page.keyboard.press('Enter')
      await page.getByRole('alert').waitFor()
    },
  },
  'signing up, with errors': {
    path: '/sign-up',
    act: async (page) => {
      await page.getByRole('button', { name: 'Create account' }).click()
      await page.locator('.field-error').first().waitFor()
    },
  },
  'a forgotten password': { path: '/forgot-password' },
  'a new password': { path: '/reset-password#token=good' },
  'an account': { path: '/account', world: { me: member() } },
  'an account with films and payments': {
    path: '/account',
    world: {
      me: member(),
      held: { paused: true, suspended: 'collection_paused' },
      purchases: [
        boughtVideo({ video: { slug: 'long', title: longTitle } }),
        boughtVideo({ id: 'cs_2', kind: 'rent', watchUntil: '2020-01-01T00:00:00Z' }),
      ],
      invoices: [anInvoice(), anInvoice({ id: 'in_2', status: 'open' })],
    },
  },
  'a change of plan': { path: '/account/change?priceId=p', world: { me: member() } },
  'a change of plan, declined': {
    path: '/account/change?priceId=p',
    world: { me: member() },
    act: async (page) => {
      await page.route('**/api/billing/change', (route) =>
        route.fulfill({ status: 402, json: { status: 402, code: 'PAYMENT_DECLINED' } }),
      )
      await page.getByRole('button', { name: 'Pay' }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  'an account that owes': { path: '/account', world: { me: member({ status: 'unpaid' }) } },
  'an account without a plan': { path: '/account', world: { me: member(null) } },
  'a payment confirmed': { path: '/account/welcome?session_id=cs_1', world: { me: member() } },
  'a payment without a session': { path: '/account/welcome?session_id=cs_1' },
  'nothing here': { path: '/nothing' },
}

async function look(t: Test, api: FakeApi, { path, fails, act }: Scene): Promise<void> {
  const { page, complaints } = await visitor(t, api, { width: 320, height: 640 })
  if (fails !== undefined) api.fail(fails, 503, 'UNAVAILABLE')
  await open(page, path)
  await act?.(page)
  t.equal(await overflow(page), 0, 'does not scroll sideways at 320 px')
  t.same(await smallTargets(page), [], 'everything to press is large enough')
  t.same(await findings(page), [], 'narrow and dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.locator('html[data-theme="light"]').waitFor()
  t.same(await findings(page), [], 'narrow and light')
  await page.setViewportSize({ width: 1280, height: 800 })
  t.equal(await overflow(page), 0, 'does not scroll sideways at 1280 px')
  t.same(await findings(page), [], 'wide and light')
  t.equal(await page.locator('h1').count(), 1, 'has one main heading')
  t.same(complaints, [], 'nothing breaks the content security policy')
}

for (const [name, scene] of Object.entries(scenes)) {
  t.test(`${name}: nothing is out of reach for anyone`, async (t) => {
    await look(t, await startFakeApi(t, scene.world), scene)
  })
}

t.test('the chosen theme is kept, and is there before anything is painted', async (t) => {
  const api = await startFakeApi(t)
  const { page } = await visitor(t, api, { theme: 'dark' })
  await open(page, '/pricing')
  await page.getByRole('button', { name: 'Use the light theme' }).click()
  await page.locator('html[data-theme="light"]').waitFor()
  // The page's own script is held back: what is seen before it must be right already.
  await page.route('**/assets/site-*.js', () => undefined)
  await page.goto('/pricing', { waitUntil: 'commit' })
  await page.locator('html[data-theme="light"]').waitFor()
  await page.unroute('**/assets/site-*.js')
  await open(page, '/pricing')
  await page.getByRole('button', { name: 'Use the dark theme' }).click()
  await page.locator('html[data-theme="dark"]').waitFor()
  t.equal(
    await page.evaluate(() => localStorage.getItem('matinee.theme')),
    null,
    'choosing what the system has follows the system again',
  )
  await page.emulateMedia({ colorScheme: 'light' })
  await page.locator('html[data-theme="light"]').waitFor()
})

t.test('a new page has a title, the focus at its start, and is read out', async (t) => {
  const api = await startFakeApi(t)
  const { page } = await visitor(t, api)
  await open(page, '/')
  await page.getByRole('link', { name: 'Plans' }).click()
  await page.locator('[aria-live]').getByText('Plans · Matinee').waitFor()
  t.equal(await page.title(), 'Plans · Matinee')
  t.equal(await page.evaluate(() => document.activeElement?.id), 'content')
})

t.test('going back leads to the same place in the catalogue', async (t) => {
  const api = await startFakeApi(t, { videos: catalogue(20) })
  const { page } = await visitor(t, api)
  await open(page, '/')
  const last = page.getByRole('list', { name: 'Films' }).getByRole('link').last()
  await last.scrollIntoViewIfNeeded()
  const before = await page.evaluate(() => scrollY)
  t.ok(before > 300)
  await last.click()
  await settled(page)
  t.equal(await page.evaluate(() => scrollY), 0, 'a new page begins at its top')
  await page.goBack()
  await page.waitForFunction((y) => Math.abs(scrollY - y) < 50, before)
})

t.test('with reduced motion nothing but a wait moves', async (t) => {
  const api = await startFakeApi(t, { videos: catalogue() })
  const { page } = await visitor(t, api)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, '/')
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element)
        return transitionDuration !== '0s' || animationName !== 'none'
      }).length,
  )
  t.equal(moving, 0)
})

t.test('an address that cannot be read shows a sentence, not an empty page', async (t) => {
  const api = await startFakeApi(t)
  const { page } = await visitor(t, api)
  await open(page, '/')
  await page.evaluate(() => {
    history.pushState(null, '', '/watch/%E0%A4%A')
    dispatchEvent(new PopStateEvent('popstate'))
  })
  await page.getByRole('heading', { name: 'This page broke' }).waitFor()
  await page.getByRole('link', { name: 'All films' }).click()
  await page.locator('.catalogue').waitFor()
})
