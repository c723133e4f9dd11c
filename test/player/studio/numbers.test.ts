import { readFile } from 'node:fs/promises'
import t from 'tap'
import { numbersWords } from '../../../contract/words/numbers.ts'
import { fillHouse } from '../../analytics/house.ts'
import { openStudio } from '../../fixtures/studio.ts'
import { findings, overflow, smallTargets } from '../site/inspect.ts'
import { open } from '../site/visit.ts'

t.test('an operator reads how the house is doing, for the days they choose', async (t) => {
  const { page, services, complaints } = await openStudio(t)
  await open(page, '/studio')
  await page.getByRole('link', { name: numbersWords('numbers') }).click()
  await page.getByRole('heading', { name: numbersWords('byDay') }).waitFor()
  t.equal(await page.getByText(numbersWords('nothing')).count(), 2, 'an empty house')

  const house = await fillHouse(services, 1)
  await page.reload()
  const watched = page.getByRole('table', { name: numbersWords('mostWatched') })
  for (const { title } of house.videos) await watched.getByText(title).waitFor()
  const days = page.getByRole('table', { name: numbersWords('byDay') }).getByRole('row')
  t.equal(await days.count(), 31, 'thirty days and their heads')
  await page
    .getByLabel(numbersWords('days'), { exact: true })
    .selectOption({ label: 'Last 365 days' })
  await days.nth(365).waitFor()
  t.equal(await days.count(), 366)
  const plays = page.locator('.figure-list div', { hasText: numbersWords('plays') }).locator('dd')
  t.equal(await plays.textContent(), String(house.reports.length))

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('button', { name: numbersWords('csvOf', { title: numbersWords('byDay') }) })
      .click(),
  ])
  const lines = (await readFile(await download.path(), 'utf8')).split('\r\n')
  t.equal(lines[0], 'Day,Plays,Hours watched,Viewers')
  t.equal(lines.length, 367)

  await services.database.payment.createMany({
    data: ['plan', 'rent'].map((kind) => ({
      ...{ id: `ch_${kind}`, kind, customerId: 'cus_1', status: 'succeeded', at: new Date() },
      ...{ amount: 900, currency: 'usd' },
    })),
  })
  await page.reload()
  await days.nth(30).waitFor()
  for (const id of ['by-plan', 'by-film', 'came-in']) await page.locator(`#${id}`).waitFor()
  for (const button of await page.locator('.figures-foot button').all()) {
    const [saved] = await Promise.all([page.waitForEvent('download'), button.click()])
    const rows = (await readFile(await saved.path(), 'utf8')).trim().split('\r\n')
    const cells = rows.map((row) => row.replaceAll(/"[^"]*"/g, '').split(',').length)
    t.same([...new Set(cells)], [cells[0]], `${saved.suggestedFilename()}: ${rows[0]}`)
  }

  const [{ title } = { title: '' }] = house.videos
  await watched.getByRole('link', { name: title }).click()
  await page.getByRole('heading', { name: numbersWords('audience', { title }) }).waitFor()
  await page.getByRole('img', { name: numbersWords('curve') }).waitFor()
  await page.getByText(numbersWords('asTable')).click()
  const steps = page.getByRole('table', { name: numbersWords('curve') }).getByRole('row')
  t.ok((await steps.count()) > 40, 'every ten seconds')
  t.same(complaints, [])
})

t.test('it fits a narrow window, a finger, a screen reader and both themes', async (t) => {
  const { page, services } = await openStudio(t, { width: 320, height: 640 })
  const house = await fillHouse(services, 1)
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await open(page, '/studio/numbers')
    await page.getByRole('table', { name: numbersWords('byDay') }).waitFor()
    t.equal(await overflow(page), 0, 'it does not scroll sideways at 320 px')
    t.same(await smallTargets(page), [])
    t.same(await findings(page), [], colorScheme)
    await open(page, `/studio/numbers/films/${house.videos[0]?.id}`)
    await page.getByRole('img', { name: numbersWords('curve') }).waitFor()
    t.equal(await overflow(page), 0)
    t.same(await smallTargets(page), [])
    t.same(await findings(page), [], `${colorScheme}, one film`)
  }
})

t.test('today, lately and just now stand on one page, where play can be stopped', async (t) => {
  const { page, services, complaints } = await openStudio(t, { width: 320, height: 640 })
  const { database, clock } = services
  await open(page, '/studio/today')
  await page.getByText(numbersWords('nobodyWatches')).waitFor()
  const house = await fillHouse(services, 1)
  const [video] = house.videos
  if (video === undefined) throw new Error('no film')
  const encode = await database.encode.create({
    data: { videoId: video.id, sourceKey: 'originals/a' },
  })
  await database.playbackSession.create({
    data: {
      ...{ videoId: video.id, encodeId: encode.id, deviceId: 'd', deviceName: 'Firefox on Linux' },
      ...{ tokenHash: Buffer.alloc(32), startedAt: clock.now(), lastSeenAt: clock.now() },
    },
  })
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await open(page, '/studio/today')
    await page.getByText(video.title).waitFor()
    await page.getByRole('table', { name: numbersWords('lately') }).waitFor()
    t.equal(await overflow(page), 0)
    t.same(await smallTargets(page), [])
    t.same(await findings(page), [], colorScheme)
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  const who = numbersWords('stranger')
  await page
    .getByRole('button', { name: numbersWords('stopOf', { title: video.title, who }) })
    .click()
  await page.getByText(numbersWords('nobodyWatches')).waitFor()
  t.match(await database.playbackSession.findMany(), [{ endReason: 'kicked' }])
  t.same(complaints, [])
})
