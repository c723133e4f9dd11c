import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import t from 'tap'
import { account } from '../../../contract/words/en/account.ts'
import { player } from '../../../contract/words/en/player.ts'
import { site } from '../../../contract/words/en/site.ts'
import { ui } from '../../../contract/words/en/ui.ts'
import { translations } from '../../../contract/words/server-translations.ts'
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
import { open, settled, visitor } from './visit.ts'

/** Sentences that are other ones in German, so that they tell what was left in English. */
const english = new Set(
  [
    [site, translations.de.site],
    [account, translations.de.account],
    [ui, translations.de.ui],
    [player, translations.de.player],
  ].flatMap(([en = {}, de = {}]) =>
    Object.entries(en)
      .filter(([key, text]) => (de as Record<string, unknown>)[key] !== text)
      .flatMap(([, text]) => (typeof text === 'string' ? [text] : [])),
  ),
)

/** All that a page shows or is named by, shadow trees included. */
const shown = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const visit = (node: Node): void => {
      if (node instanceof Text) found.push(node.data.trim())
      if (node instanceof HTMLElement) {
        for (const name of ['aria-label', 'title', 'placeholder']) {
          found.push(node.getAttribute(name) ?? '')
        }
        if (node.shadowRoot !== null) visit(node.shadowRoot)
        if (/^(script|style)$/i.test(node.tagName)) return
      }
      for (const child of node.childNodes) visit(child)
    }
    visit(document.body)
    return found.filter((text) => text !== '')
  })

const inEnglish = async (page: Page) => (await shown(page)).filter((text) => english.has(text))

const pictures = process.env.PICTURES

async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return
  await mkdir(pictures, { recursive: true })
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
}

const paywalled = aVideo({
  title: 'Night Ferry',
  access: refused('not_entitled', [...planOffers, ...rentAndBuy]),
})

const allowedFilm = aVideo({ title: 'Night Ferry', access: allowed('free') })

t.test('from signing up to a film’s page all is said in the browser’s language', async (t) => {
  const api = await startFakeApi(t, { videos: [allowedFilm] })
  const { page, complaints } = await visitor(t, api, { locale: 'de-DE' })
  await open(page, '/sign-up')
  t.equal(await page.locator('html').getAttribute('lang'), 'de')
  t.same(await inEnglish(page), [])
  await page.getByLabel('E-Mail-Adresse').fill('ana@example.com')
  await page.getByLabel('Passwort', { exact: true }).fill('a long enough one')
  await page.getByRole('button', { name: 'Konto anlegen' }).click()
  await page.getByRole('link', { name: 'Konto', exact: true }).waitFor()
  await settled(page)
  await open(page, '/watch/night-ferry')
  await page.locator('matinee-player').waitFor()
  await page.getByRole('heading', { name: 'Night Ferry' }).first().waitFor()
  t.same(await inEnglish(page), [])
  t.match(await shown(page), /Abspielen/, 'the controls, too')
  t.same(complaints, [])
})

t.test('amounts and dates are written as the reader writes them', async (t) => {
  const api = await startFakeApi(t, { me: member(), videos: catalogue() })
  const { page } = await visitor(t, api, { locale: 'de-DE' })
  await open(page, '/account')
  t.match(await page.locator('main').textContent(), /\d\. Mai 20\d\d/)
  t.same(await inEnglish(page), [])
  await open(page, '/pricing')
  t.match(await page.locator('main').textContent(), /\d+(,\d\d)?\s\$/)
  t.same(await inEnglish(page), [])
})

t.test('a language that is chosen is kept', async (t) => {
  const api = await startFakeApi(t, { videos: catalogue() })
  const { page, context } = await visitor(t, api)
  await open(page, '/pricing')
  t.equal(await page.locator('html').getAttribute('lang'), 'en')
  await page.getByLabel('Language').selectOption('fr')
  await page.locator('html[lang="fr"]').waitFor()
  await page.getByRole('link', { name: 'Abonnements' }).waitFor()
  await open(page, '/sign-in')
  await page.getByRole('button', { name: 'Se connecter' }).waitFor()
  const cookies = await context.cookies()
  t.equal(cookies.find(({ name }) => name === 'matinee_language')?.value, 'fr', 'and can be told')
})

t.test('mails are written in the language chosen, too, to whoever is signed in', async (t) => {
  const api = await startFakeApi(t, { me: member() })
  const { page } = await visitor(t, api)
  const told: unknown[] = []
  await page.route('**/api/me/preferences', (route) => {
    told.push(route.request().method(), route.request().postDataJSON())
    return route.fulfill({ json: { name: null, language: 'es', wantsNews: false } })
  })
  await open(page, '/account')
  await page.getByLabel('Language').selectOption('es')
  await page.locator('html[lang="es"]').waitFor()
  t.same(told, ['PATCH', { language: 'es' }])
})

t.test('English loads no other language', async (t) => {
  const api = await startFakeApi(t, { videos: [allowedFilm], me: member() })
  const { page } = await visitor(t, api)
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname))
  await open(page, '/watch/night-ferry')
  await page.locator('matinee-player').waitFor()
  t.same(
    loaded.filter((path) => /\/(watching|pages|studio-pages|de|fr|es)-/.test(path)),
    [],
  )
})

t.test('a language that cannot be loaded leaves English', async (t) => {
  const api = await startFakeApi(t, { videos: catalogue() })
  const { page } = await visitor(t, api, { locale: 'de-DE' })
  await page.route('**/assets/pages-*.js', (route) => route.abort())
  await open(page, '/sign-in')
  await page.getByRole('button', { name: 'Sign in' }).waitFor()
  t.equal(await page.locator('html').getAttribute('lang'), 'en')
})

for (const width of [320, 1280]) {
  t.test(`long words fit at ${width} px, from either side`, async (t) => {
    const api = await startFakeApi(t, { me: member(), videos: [paywalled, ...catalogue()] })
    const { page } = await visitor(t, api, { locale: 'de-DE', width, height: 800 })
    for (const [name, path] of [
      ['home', '/'],
      ['film', '/watch/night-ferry'],
      ['account', '/account'],
      ['pricing', '/pricing'],
      ['sign-in', '/sign-in'],
    ] as const) {
      await open(page, path)
      t.equal(await overflow(page), 0, `${path} does not scroll sideways`)
      await picture(page, `${name}-${width}`)
      await page.evaluate(() => {
        document.documentElement.dir = 'rtl'
      })
      await settled(page)
      t.equal(await overflow(page), 0, `${path} does not scroll sideways from the right`)
      if (name === 'home' || name === 'film') await picture(page, `${name}-${width}-rtl`)
    }
  })
}
