import t, { type Test } from 'tap'
import { startFakeApi, type World } from './fake-api.ts'
import { allowed, aVideo, catalogue, refused } from './fake-videos.ts'
import { type Eyes, open, settled, visitor, where } from './visit.ts'

async function at(t: Test, path: string, changes: Partial<World> = {}, eyes: Eyes = {}) {
  const api = await startFakeApi(t, { videos: catalogue(), ...changes })
  const { page, complaints } = await visitor(t, api, eyes)
  await open(page, path)
  const box = page.getByRole('searchbox', { name: 'Search films' })
  const found = (q: string) => page.getByRole('list', { name: `Films for “${q}”` })
  const asked = () => api.asked.filter(({ path: to }) => to.startsWith('/api/search'))
  return { api, page, complaints, box, found, asked }
}

t.test('from any page the key / leads to the field, and Enter to what is found', async (t) => {
  const { page, box, found, asked, complaints } = await at(t, '/pricing')
  await page.keyboard.press('/')
  t.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'q')
  await page.keyboard.type('boats / x')
  t.equal(await box.inputValue(), 'boats / x', 'in a field it is a letter')
  t.equal(asked().length, 0, 'nothing is left before it is asked to')
  await box.fill('boats')
  await page.keyboard.press('Enter')
  await found('boats')
    .getByRole('link', { name: /Paper Boats/ })
    .waitFor()
  t.equal(where(page), '/search?q=boats')
  t.equal(await box.inputValue(), 'boats')
  t.match(await page.title(), /^Search: boats/)
  await box.focus()
  await page.goBack()
  await page.waitForURL(/pricing/)
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[name=q]')?.value === '',
  )
  t.same(complaints, [])
})

t.test('on its own page it finds while one types, in one entry of the history', async (t) => {
  const { page, box, found } = await at(t, '/search')
  t.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'q')
  await page.getByText('Words of a title').waitFor()
  await page.keyboard.type('boats')
  await found('boats').getByRole('link').waitFor()
  await page.getByText('One film for “boats”').waitFor()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('hill')
  await found('hill')
    .getByRole('link', { name: /Signal Hill/ })
    .waitFor()
  t.equal(where(page), '/search?q=hill')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  await page.getByText('Words of a title').waitFor()
  t.equal(await box.inputValue(), '')
})

t.test('who types a letter and goes to a film stays there', async (t) => {
  const { page, found } = await at(t, '/pricing')
  await page.clock.install()
  await open(page, '/search?q=boats')
  await found('boats').getByRole('link').first().waitFor()
  await page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('[name=q]')
    if (field !== null) field.value = 'boatsx'
    field?.dispatchEvent(new Event('input', { bubbles: true }))
    document.querySelector<HTMLElement>('.grid-found a')?.click()
  })
  await page.getByRole('heading', { level: 1, name: 'Paper Boats' }).waitFor()
  await page.clock.runFor(1_000)
  t.equal(where(page), '/watch/paper-boats')
})

t.test('on a phone a link leads to the field', async (t) => {
  const { page, box, found } = await at(t, '/', {}, { width: 320, height: 568 })
  t.equal(await box.isVisible(), false)
  await page.getByRole('link', { name: 'Search', exact: true }).click()
  await box.waitFor()
  t.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'q')
  await page.keyboard.type('boats')
  await found('boats').getByRole('link').waitFor()
  await open(page, '/pricing')
  await page.keyboard.press('/')
  await box.waitFor()
})

t.test('what is said leads to the moment, and is told to those who may watch', async (t) => {
  const videos = [
    aVideo({ title: 'Night Ferry', access: allowed('free') }),
    aVideo({ title: 'Night Train', access: refused('not_entitled') }),
  ]
  const said = [{ seconds: 65.75, text: 'Not <b>tonight</b>', language: 'en' }]
  const { page, found } = await at(t, '/search?q=night', { videos, said })
  const moment = found('night').getByRole('link', { name: '1:05 Not <b>tonight</b>' })
  t.equal(await moment.getAttribute('href'), '/watch/night-ferry?t=65')
  t.equal(await page.getByText('Said in the film.').count(), 1)
  t.equal(await moment.count(), 1)
})

t.test('nothing found, too much asked, and signs that are none', async (t) => {
  const { page, asked } = await at(t, '/search?q=zebra')
  await page.getByText('No film matches “zebra”.').waitFor()
  await open(page, `/search?q=${'x'.repeat(500)}`)
  await page.getByText('Use fewer words').waitFor()
  t.equal(asked().length, 1)
  await open(page, '/search?q=%00zebra%01%E2%80%AE')
  await page.getByText('No film matches “zebra”.').waitFor()
  await open(page, '/search?q=%00')
  await page.getByText('Words of a title').waitFor()
  await open(page, '/search?q=%3Cimg%20src%3Dx%3E')
  await page.getByText('No film matches “<img src=x>”.').waitFor()
})

t.test('a search that fails can be made again; more than fits is said', async (t) => {
  const { page, api, found } = await at(t, '/search?q=the', { videos: catalogue(80) })
  await page.getByText('These fit best.').waitFor()
  api.fail('GET /api/search', 503, 'UNAVAILABLE', { detail: 'Not available right now.' })
  await open(page, '/search?q=boats')
  await page.getByText('Not available right now.').waitFor()
  api.restore('GET /api/search')
  await page.getByRole('button', { name: 'Try again' }).click()
  await found('boats').getByRole('link').first().waitFor()
  await settled(page)
})
