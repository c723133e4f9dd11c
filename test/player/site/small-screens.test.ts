import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { startFakeApi } from './fake-api.ts'
import {
  allowed,
  aVideo,
  catalogue,
  member,
  planOffers,
  refused,
  rentAndBuy,
} from './fake-videos.ts'
import { overflow } from './inspect.ts'
import { open, visitor } from './visit.ts'

const locales = ['en-GB', 'de-DE', 'fr-FR', 'es-ES']
const smallest = { width: 320, height: 568 }
const usual = { width: 390, height: 844 }
const lying = { width: 844, height: 390 }
const videos = [
  aVideo({
    title: 'Night Ferry',
    access: refused('not_entitled', [...planOffers, ...rentAndBuy]),
  }),
  aVideo({ slug: 'allowed', title: 'Night Ferry', access: allowed('free') }),
  ...catalogue(),
]

const visits = [
  {
    who: 'a stranger',
    me: null,
    paths: ['/', '/pricing', '/sign-in', '/sign-up', '/search?q=e', '/watch/night-ferry'],
  },
  { who: 'someone without a plan', me: member(null), paths: ['/', '/pricing', '/account'] },
  { who: 'a member', me: member(), paths: ['/pricing', '/account/settings', '/watch/allowed'] },
]

/** What of the header is cut off at a side of the screen. */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.header :is(a, button, input)')]
      .filter((one) => one.checkVisibility())
      .filter((one) => {
        const { left, right } = one.getBoundingClientRect()
        return left < 0 || right > innerWidth || one.scrollWidth > one.clientWidth + 1
      })
      .map((one) => one.outerHTML.slice(0, 80)),
  )

const linesOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((one) => {
    const range = document.createRange()
    range.selectNodeContents(one)
    return range.getClientRects().length
  })

async function fits(t: Test, page: Page, what: string) {
  t.equal(await overflow(page), 0, `${what} does not scroll sideways`)
  t.same(await cutOff(page), [], `${what} has its whole header`)
}

for (const locale of locales) {
  for (const { who, me, paths } of visits) {
    t.test(`${who} sees whole pages on the smallest phone in ${locale}`, async (t) => {
      const api = await startFakeApi(t, { me, videos })
      const { page } = await visitor(t, api, { locale })
      for (const path of paths) {
        await page.setViewportSize(smallest)
        await open(page, path)
        await fits(t, page, path)
        await page.evaluate(() => {
          document.documentElement.style.fontSize = '200%'
        })
        await fits(t, page, `${path} with text twice as large`)
        await page.setViewportSize(usual)
        await fits(t, page, `${path} with text twice as large on a wider phone`)
        t.equal(await linesOf(page, '.brand span'), 1, 'the name is not broken')
        await page.evaluate(() => {
          document.documentElement.style.fontSize = ''
        })
        await page.setViewportSize(lying)
        await fits(t, page, `${path} on a phone lying down`)
        const { height } = (await page.locator('.header').boundingBox()) ?? { height: 0 }
        t.ok(height > 0 && height < 80, `${path}: the header is one line, ${height} px`)
      }
    })
  }
}

for (const locale of locales) {
  t.test(`no word is broken where one chooses how often to pay, in ${locale}`, async (t) => {
    const api = await startFakeApi(t, { me: null, videos })
    const { page } = await visitor(t, api, { locale, ...usual })
    await open(page, '/pricing')
    const choices = page.locator('.intervals label > span')
    await choices.first().waitFor()
    const once = await choices.first().evaluate((one) => one.clientHeight)
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    const heights = await choices.evaluateAll((all) => all.map((one) => one.clientHeight))
    t.ok(heights.length > 1)
    t.ok(Number(heights[0]) <= once * 2 + 1, `${heights[0]} px for a word of ${once}`)
    t.equal(await overflow(page), 0)
  })
}

t.test('what separates a film’s facts begins no line', async (t) => {
  const access = allowed('rented', '2031-12-29T12:00:00Z')
  const film = aVideo({ title: 'Night Ferry', access })
  const api = await startFakeApi(t, { me: member(null), videos: [film] })
  const { page } = await visitor(t, api, { locale: 'fr-FR', ...smallest })
  await open(page, '/watch/night-ferry')
  const lines = await page.locator('.facts > span').evaluateAll((spans) =>
    spans.map((one) => ({
      top: one.getBoundingClientRect().top,
      begins: getComputedStyle(one, '::before').content,
    })),
  )
  t.ok(new Set(lines.map(({ top }) => top)).size > 1, 'they take more than a line')
  t.notOk(lines.some(({ begins }) => begins.includes('·')))
})
