import t from 'tap'
import { moved } from '../../../player/studio/collection-films.tsx'
import { addVideo } from '../../fixtures/rows.ts'
import { openStudio } from '../../fixtures/studio.ts'
import { findings, overflow, smallTargets } from '../site/inspect.ts'

t.test('one element goes to another place, the others keep their order', async (t) => {
  t.same(moved(['a', 'b', 'c'], 0, 2), ['b', 'c', 'a'])
  t.same(moved(['a', 'b', 'c'], 2, 0), ['c', 'a', 'b'])
  t.same(moved(['a', 'b', 'c'], 1, 1), ['a', 'b', 'c'])
})

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
