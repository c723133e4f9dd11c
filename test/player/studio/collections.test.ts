import t from 'tap'
import type { StudioCollection } from '../../../contract/collections.ts'
import { changeOf, listsOf, placed } from '../../../player/studio/collections/collection-lists.ts'
import { addVideo } from '../../fixtures/rows.ts'
import { openStudio } from '../../fixtures/studio.ts'
import { findings, overflow, smallTargets } from '../site/inspect.ts'

const aSeries: StudioCollection = {
  ...{ id: 'c', slug: 'c', title: 'C', description: '', createdAt: '', version: 1 },
  ...{ series: true, videoIds: ['a', 'b', 'c'], planIds: [], videos: [] },
  seasons: [
    { number: 1, title: 'One', videoIds: ['a', 'b'] },
    { number: 2, title: '', videoIds: ['c'] },
  ],
  ...{ trailerIds: ['t'], extraIds: [] },
}

t.test(
  'a film goes to another place, in its list or another, the others keep theirs',
  async (t) => {
    const plain = listsOf({ ...aSeries, series: false })
    t.same(placed(plain, 'a', 'films', 2), [{ key: 'films', videoIds: ['b', 'c', 'a'] }])
    t.same(placed(plain, 'c', 'films', 0), [{ key: 'films', videoIds: ['c', 'a', 'b'] }])
    t.same(placed(plain, 'd', 'films', 9), [{ key: 'films', videoIds: ['a', 'b', 'c', 'd'] }])
    const lists = listsOf(aSeries)
    t.same(changeOf(aSeries, lists), {
      ...{ seasons: aSeries.seasons, trailerIds: ['t'], extraIds: [] },
    })
    t.match(changeOf(aSeries, placed(lists, 'b', 'season 2', 0)), {
      seasons: [{ videoIds: ['a'] }, { videoIds: ['b', 'c'] }],
    })
    t.match(changeOf(aSeries, placed(lists, 't', 'extras', 0)), { trailerIds: [], extraIds: ['t'] })
  },
)

t.test('a collection is made, filled, ordered by mouse and keyboard, and deleted', async (t) => {
  const { page, services, database, complaints } = await openStudio(t, { width: 390 })
  const [one, two, three] = [
    await addVideo(services, { title: 'One' }),
    await addVideo(services, { title: 'Two' }),
    await addVideo(services, { title: 'Three', published: false }),
  ]
  await page.goto('/studio/collections')
  await page.getByText('You have no collections yet.').waitFor()
  await page.getByRole('button', { name: 'Make a collection' }).click()
  await page.getByText('Give it a title.').waitFor()
  await page.getByLabel('Title of a new collection').fill('Long Nights')
  await page.getByRole('button', { name: 'Make a collection' }).click()
  await page.getByRole('heading', { name: 'Long Nights' }).waitFor()

  const films = page.getByRole('list', { name: 'Its films, in order' })
  for (const [title, { id }] of [
    ['One', one],
    ['Two', two],
    ['Three', three],
  ] as const) {
    await page.getByLabel('Add a film').selectOption(id)
    await page.getByRole('button', { name: 'Add a film' }).click()
    await films.getByRole('link', { name: title, exact: true }).waitFor()
  }
  await films.getByText('not in the catalogue').waitFor()
  const order = async () => {
    const rows = await database.collectionVideo.findMany({
      orderBy: { position: 'asc' },
      select: { video: { select: { title: true } } },
    })
    return rows.map(({ video }) => video.title).join(' ')
  }
  const first = films.getByRole('listitem').first()
  await films.getByRole('button', { name: 'Move Three up' }).press('Enter')
  await films.getByRole('listitem').nth(1).getByRole('link', { name: 'Three' }).waitFor()
  t.equal(await order(), 'One Three Two')
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('Move Three up'))
  await page.keyboard.press('Enter')
  await first.getByRole('link', { name: 'Three' }).waitFor()
  t.equal(await order(), 'Three One Two')
  await page.waitForFunction(() => document.activeElement?.tagName === 'LI')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.waitForFunction(() => document.activeElement?.textContent === 'Three')
  t.equal(await order(), 'Three One Two', 'at the end another press does not lead back')
  await films.getByRole('listitem').nth(2).dragTo(first)
  await first.getByRole('link', { name: 'Two' }).waitFor()
  t.equal(await order(), 'Two Three One')
  await films.getByRole('button', { name: 'Remove One from the collection' }).click()
  await films.getByRole('link', { name: 'One' }).waitFor({ state: 'detached' })
  t.equal(await order(), 'Two Three')

  await page.getByLabel('Description').fill('Dark and long.')
  await page.getByLabel('Link').fill('Not A Link')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.locator('.field-error').waitFor()
  await page.getByLabel('Link').fill('nights')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved', { exact: true }).waitFor()
  t.match(await database.collection.findFirst(), { slug: 'nights', description: 'Dark and long.' })
  t.same(await findings(page), [])
  t.same(await smallTargets(page), [])
  t.equal(await overflow(page), 0)

  await page.getByRole('button', { name: 'Delete the collection' }).click()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await page.getByRole('button', { name: 'Delete the collection' }).click()
  await page.getByRole('button', { name: 'Delete the collection' }).click()
  await page.getByText('You have no collections yet.').waitFor()
  t.equal(await database.collection.count(), 0)
  t.equal(await database.video.count(), 3, 'its films stay')
  t.same(complaints, [])
})

t.test('a series is made of a collection; of two who order it the second is told', async (t) => {
  const { page, services, database, operator, complaints } = await openStudio(t)
  const ids: string[] = []
  for (const title of ['One', 'Two', 'Three']) ids.push((await addVideo(services, { title })).id)
  const [one, two, three] = ids
  const made = await operator.post('/api/studio/collections', { title: 'Shift', videoIds: ids })
  const path = `/api/studio/collections/${made.json().id}`
  await page.goto(`/studio/collections/${made.json().id}`)
  await page.getByRole('button', { name: 'Make it a series' }).click()
  await page.getByText('The films in it become season 1').waitFor()
  await page.getByRole('button', { name: 'Make it a series' }).click()
  await page.getByRole('button', { name: 'Add season 2' }).click()
  await page.getByLabel('Where Three belongs').selectOption('season 2')
  const second = page.getByRole('list', { name: 'Season 2' })
  await second.getByRole('link', { name: 'Three' }).waitFor()
  await page.getByLabel('Where Two belongs').selectOption('trailers')
  await page.getByRole('list', { name: 'Trailers' }).getByRole('link', { name: 'Two' }).waitFor()
  // A page that scrolls while something is dragged leaves its target behind.
  await page.setViewportSize({ width: 1280, height: 2400 })
  const trailer = page.getByRole('list', { name: 'Trailers' }).getByRole('link', { name: 'Two' })
  await trailer.dragTo(second.getByRole('link', { name: 'Three' }))
  await second.getByRole('link', { name: 'Two' }).waitFor()
  await page.getByRole('button', { name: 'Change Season 2' }).click()
  await page.getByLabel('Title of the season').fill('Later')
  await page.getByRole('button', { name: 'Save' }).last().click()
  const later = page.getByRole('list', { name: 'Season 2 · Later' })
  await later.getByRole('button', { name: 'Move Three up' }).press('Enter')
  await page.getByText('Three is now at 1 of 2').waitFor({ state: 'attached' })
  const seasons = async () => (await operator.get(path)).json().seasons
  t.match(await seasons(), [
    { number: 1, videoIds: [one] },
    { number: 2, title: 'Later', videoIds: [three, two] },
  ])

  await operator.request('PATCH', path, { description: 'Nurses.' })
  await later.getByRole('button', { name: 'Move Two up' }).click()
  await page.getByText('Two is now at 1 of 2').waitFor({ state: 'attached' })
  t.equal(await page.getByRole('alert').count(), 0, 'another text is no other order')

  const theirs = [{ number: 2, title: 'Theirs', videoIds: [one, three, two] }]
  await operator.request('PATCH', path, { seasons: theirs })
  await later.getByRole('button', { name: 'Move Two down' }).click()
  await page.getByRole('alert').getByText('Someone else has changed this collection').waitFor()
  t.match(await seasons(), theirs, 'theirs stands')
  await page.getByRole('list', { name: 'Season 2 · Theirs' }).waitFor()
  t.same(await findings(page), [])
  await page.getByRole('button', { name: 'Do it now' }).click()
  await page.getByRole('alert').waitFor({ state: 'detached' })
  t.match(await seasons(), [{ title: 'Theirs', videoIds: [one, two, three] }])
  for (const width of [320, 390, 844]) {
    await page.setViewportSize({ width, height: 700 })
    t.equal(await overflow(page), 0, `${width}`)
    t.same(await smallTargets(page), [], `${width}`)
  }
  if (process.env.SHOTS) {
    await page.screenshot({ path: `${process.env.SHOTS}/series-studio-844.png`, fullPage: true })
    await page.setViewportSize({ width: 390, height: 800 })
    await page.screenshot({ path: `${process.env.SHOTS}/series-studio-390.png`, fullPage: true })
  }
  t.equal(await database.collectionVideo.count(), 3)
  t.same(complaints, [])
})
