import t from 'tap'
import { collectionWords } from '../../../contract/words/collections.ts'
import { addVideo } from '../../fixtures/rows.ts'
import { openStudio } from '../../fixtures/studio.ts'
import { findings, overflow, smallTargets } from '../site/inspect.ts'
import { open } from '../site/visit.ts'

t.test('the front page is arranged, looked at before it is saved, and shown', async (t) => {
  const { page, context, services, operator, complaints } = await openStudio(t)
  for (const title of ['One', 'Two', 'Three', 'Four']) {
    services.clock.advance(1)
    await addVideo(services, { title, about: { categories: ['Noir'] } })
  }
  const [four, three, two, one] = (await operator.get('/api/videos')).json().videos
  await operator.post('/api/studio/collections', { title: 'Nights', videoIds: [one.id, two.id] })
  await open(page, '/studio/front')
  const rows = page.getByRole('list', { name: 'Rows' })
  const names = () => rows.locator('legend').allTextContents()
  t.same(await names(), [
    ...['Continue watching', 'Watchlist', 'New films', 'Free films', 'Films that are announced'],
    'All films',
  ])
  await page.getByLabel(collectionWords('hero')).selectOption('film')
  await page.getByLabel(collectionWords('heroFilm')).selectOption(three.id)
  const add = page.getByLabel(collectionWords('addRow'))
  await add.selectOption('collection')
  await rows.getByLabel('Collection', { exact: true }).selectOption({ label: 'Nights' })
  await add.selectOption('films')
  const chosen = rows.getByRole('listitem').filter({ hasText: 'Films of your choice' })
  await chosen.getByLabel(collectionWords('rowTitle')).fill('Our choice')
  await chosen.getByLabel('Add a film').selectOption(four.id)
  await rows.getByRole('button', { name: 'Move Our choice up' }).press('Enter')
  await page.getByText('Our choice is now at 7 of 8').waitFor({ state: 'attached' })
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('Our choice up'))
  await rows.getByRole('button', { name: 'Remove New films' }).click()
  t.same((await names()).slice(-3), ['All films', 'Films of your choice', 'Films of a collection'])

  const [preview] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: collectionWords('frontPreview') }).click(),
  ])
  await preview.getByText('Nothing is saved yet').waitFor()
  await preview.getByRole('list', { name: 'Our choice' }).getByRole('link').waitFor()
  await preview.close()
  t.equal((await operator.get('/api/site')).json().front, false)

  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Saved').waitFor()
  await open(page, '/')
  await page.getByRole('link', { name: 'Three' }).first().waitFor()
  const hrefs = (name: string) =>
    page
      .getByRole('list', { name, exact: true })
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  t.same(
    await hrefs('Films'),
    [four, two, one].map(({ slug }) => `/watch/${slug}`),
  )
  t.same(await hrefs('Our choice'), [`/watch/${four.slug}`])
  t.same(
    await hrefs('Nights'),
    [one, two].map(({ slug }) => `/watch/${slug}?in=nights`),
  )
  t.equal(
    await page.getByRole('list', { name: 'Watchlist' }).count(),
    0,
    'what is empty is not there',
  )
  const leads = page.getByRole('link', { name: 'Nights' })
  t.equal(await leads.first().getAttribute('href'), '/collections/nights')

  const shots = process.env.SHOTS
  for (const path of ['/', '/studio/front']) {
    await open(page, path)
    for (const theme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme: theme })
      t.same(await findings(page), [], `${path} ${theme}`)
      for (const [width, height] of [
        [320, 640],
        [390, 844],
        [844, 390],
        [1280, 800],
      ] as const) {
        await page.setViewportSize({ width, height })
        t.equal(await overflow(page), 0, `${path} ${width}`)
        t.same(await smallTargets(page), [], `${path} ${width}`)
        const name = `front${path === '/' ? '' : '-studio'}-${width}-${theme}`
        if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
      }
    }
  }
  t.same(complaints, [])
})

t.test('of two who arrange it the second is told, and keeps what they made', async (t) => {
  const { page, services, operator } = await openStudio(t)
  await addVideo(services, { title: 'One' })
  await open(page, '/studio/front')
  const row = { hidden: false, category: null, collectionId: null, videoIds: [] }
  const theirs = {
    hero: { kind: 'usual', videoId: null },
    rows: [{ ...row, kind: 'all', title: 'Theirs' }],
  }
  await operator.request('PUT', '/api/studio/front', theirs)
  const rows = page.getByRole('list', { name: 'Rows' })
  await rows.getByLabel(collectionWords('rowTitle')).first().fill('Mine')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('alert').getByText(collectionWords('frontStale')).waitFor()
  t.equal(await rows.getByLabel(collectionWords('rowTitle')).first().inputValue(), 'Mine')
  t.match((await operator.get('/api/studio/front')).json().rows, [{ title: 'Theirs' }])
  await page.getByRole('button', { name: collectionWords('frontSaveMine') }).click()
  await page.getByText('Saved').waitFor()
  t.match((await operator.get('/api/studio/front')).json(), {
    version: 2,
    rows: [{ title: 'Mine' }],
  })
})
