import t from 'tap'
import { libraryWords } from '../../../contract/words/library.ts'
import { settingsWords } from '../../../contract/words/settings.ts'
import { siteWords } from '../../../contract/words/site.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { bulkChangeOf } from '../../../player/studio/films/bulk-panel.tsx'
import { queryOf } from '../../../player/studio/films/library-filters.tsx'
import { addPlayableVideo, addVideo } from '../../fixtures/rows.ts'
import { openStudio } from '../../fixtures/studio.ts'
import { findings, overflow, smallTargets } from '../site/inspect.ts'

t.test('an address has the filters that are set, and no others', async (t) => {
  t.same(queryOf({ q: ' fog ', state: 'draft', access: '', page: '2' }), {
    ...{ q: 'fog', state: 'draft' },
  })
})

t.test('what is asked for is one change, or is still to be chosen', async (t) => {
  t.same(bulkChangeOf('archive', {}), { archived: true })
  t.same(bulkChangeOf('plans', { 'plan:a': 'on' }), { access: { free: false, planIds: ['a'] } })
  t.same(bulkChangeOf('tags', { names: 'sea, fog,sea' }), { addTags: ['sea', 'fog'] })
  t.equal(bulkChangeOf('tags', { names: ' , ' }), undefined)
  t.equal(bulkChangeOf('collect', {}), undefined)
  t.equal(bulkChangeOf('toString', {}), undefined)
})

t.test(
  'films are narrowed down in the address, chosen by keys, and changed together',
  async (t) => {
    const { page, services, database, complaints } = await openStudio(t, { width: 390 })
    const draft = { published: false, publishedAt: null }
    await addVideo(services, { title: 'Fog', ...draft, free: true })
    await addVideo(services, { title: 'Rain', ...draft, encodeId: null })
    await addVideo(services, { title: 'Snow', ...draft })
    await addVideo(services, { title: 'Shown' })
    await page.goto('/studio')
    await page.getByLabel(libraryWords('state'), { exact: true }).selectOption('draft')
    await page.getByRole('link', { name: 'Shown' }).waitFor({ state: 'detached' })
    t.equal(new URL(page.url()).search, '?state=draft')
    await page.reload()
    await page.getByText(libraryWords('total', { count: 3 })).waitFor()
    t.same(await findings(page), [])
    t.equal(await overflow(page), 0)
    await page.getByLabel(libraryWords('chooseAll')).press('Space')
    await page.getByText(libraryWords('chosen', { count: 3 })).waitFor()
    t.same(await smallTargets(page), [])
    await page.getByRole('button', { name: libraryWords('apply') }).press('Enter')
    const anyway = page.getByRole('button', { name: libraryWords('publishAnyway') })
    await anyway.waitFor()
    t.equal(await database.video.count({ where: { published: true } }), 1, 'it asks first')
    await anyway.press('Enter')
    const results = page.getByRole('list', { name: libraryWords('results') })
    await results.getByText(/Rain: .*cannot be played yet/).waitFor()
    await results.getByText(`Fog: ${libraryWords('result.done')}`).waitFor()
    t.equal(await database.video.count({ where: { published: true } }), 3)
    await page.goto('/studio?state=archived')
    await page.getByText(libraryWords('noneFit')).waitFor()
    await page.getByRole('link', { name: libraryWords('clear') }).click()
    await page.getByRole('link', { name: 'Shown' }).waitFor()
    t.same(complaints, [])
  },
)

t.test('changes are asked about before they are left, and two who save lose nothing', async (t) => {
  const { page, services, database, operator } = await openStudio(t)
  const { id } = await addVideo(services, { title: 'Fog' })
  const path = `/studio/films/${id}`
  await page.goto('/studio')
  await page.getByRole('link', { name: 'Fog' }).click()
  const title = page.getByLabel(studioWords('title'), { exact: true })
  await title.fill('Sea fog')
  await page.locator('.crumb a').click()
  await page.getByRole('button', { name: libraryWords('stay') }).click()
  t.equal(new URL(page.url()).pathname, path)
  t.equal(await title.inputValue(), 'Sea fog')
  const other = { title: 'Fog at sea', description: 'Grey.' }
  await operator.request('PATCH', `/api/studio/videos/${id}`, other)
  await page.getByRole('button', { name: studioWords('save'), exact: true }).click()
  await page.getByText(libraryWords('stale')).waitFor()
  await page.getByText(`${studioWords('title')}, ${studioWords('description')}`).waitFor()
  t.equal(await title.inputValue(), 'Sea fog')
  await page.getByRole('button', { name: settingsWords('saveMine') }).click()
  await page.getByText(studioWords('saved'), { exact: true }).waitFor()
  t.match(await database.video.findUniqueOrThrow({ where: { id } }), {
    ...{ title: 'Sea fog', description: 'Grey.' },
  })
  await page.locator('.crumb a').click()
  await page.waitForURL((url) => url.pathname === '/studio')
})

t.test('a preview link opens the film for who signs in, and says that it is one', async (t) => {
  const { page, services, url } = await openStudio(t)
  const { id } = await addPlayableVideo(services, {
    video: { title: 'Fog', slug: 'fog', published: false, publishedAt: null },
  })
  await page.goto(`/studio/films/${id}`)
  await page.getByRole('button', { name: libraryWords('makePreview') }).click()
  const link = await page.getByLabel(libraryWords('previewMade')).inputValue()
  t.ok(link.startsWith(`${url}/preview#token=`))
  await page.context().clearCookies()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(link)
  await page
    .getByRole('main')
    .getByRole('link', { name: siteWords('createAccount') })
    .click()
  await page.getByLabel(siteWords('email')).fill('guest@films.example')
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery staple')
  await page.getByRole('button', { name: siteWords('createAccount') }).click()
  await page.waitForURL((at) => at.pathname === '/watch/fog')
  await page.getByText('This is a preview').waitFor()
  const token = new URLSearchParams(new URL(link).hash.slice(1)).get('token') ?? ''
  t.same(
    asked.filter((one) => one.split('#')[0]?.includes(token)),
    [],
    'it is in no address',
  )
})

t.test('going back with changes is asked about, and can be done', async (t) => {
  const { page, services } = await openStudio(t)
  await addVideo(services, { title: 'Fog' })
  await page.goto('/studio')
  await page.getByRole('link', { name: 'Fog' }).click()
  await page.getByLabel(studioWords('title'), { exact: true }).fill('Sea fog')
  await page.goBack()
  await page.getByRole('button', { name: libraryWords('leave') }).click()
  await page.waitForURL((url) => url.pathname === '/studio')
  await page.getByRole('link', { name: 'Fog' }).waitFor()
})
