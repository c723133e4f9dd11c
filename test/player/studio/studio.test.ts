import { readFile } from 'node:fs/promises'
import type { Page, Request } from 'playwright-core'
import t from 'tap'
import { libraryWords } from '../../../contract/words/library.ts'
import { saleWords } from '../../../contract/words/sale.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { runCaptionJob } from '../../../server/transcode/captions/take-captions.ts'
import { captionJobs } from '../../../server/transcode/queue/queue.ts'
import { addVideo } from '../../fixtures/rows.ts'
import { aFile, openStudio } from '../../fixtures/studio.ts'
import { findings, overflow, smallTargets } from '../site/inspect.ts'
import { open, where } from '../site/visit.ts'

/** The numbers of the parts that the page puts into the bucket, in order, as the bucket has them. */
function partsPut(page: Page) {
  const numbers: number[] = []
  let told: () => unknown = () => undefined
  page.on('requestfinished', (request: Request) => {
    const part = new URL(request.url()).searchParams.get('partNumber')
    if (request.method() === 'PUT' && part !== null) numbers.push(Number(part))
    told()
  })
  /** Resolves when so many are there. */
  const arrived = (count: number) =>
    new Promise<void>((resolve) => {
      told = () => numbers.length >= count && resolve()
      told()
    })
  return { numbers, arrived }
}

/** Holds back one part until the page goes away or `let` is called. */
async function holdPart(page: Page, partNumber: number) {
  let release = () => undefined as unknown
  const held = new Promise((resolve) => {
    release = () => resolve(undefined)
  })
  const pattern = `**/*partNumber=${partNumber}&**`
  await page.route(pattern, async (route) => {
    await held
    await route.continue().catch(() => undefined)
  })
  return {
    release: async () => {
      release()
      await page.unroute(pattern)
    },
  }
}

t.test('a film goes up with a reload in the middle, and goes on where it was', async (t) => {
  const { page, database, complaints } = await openStudio(t)
  page.on('dialog', (dialog) => void dialog.accept())
  const file = await aFile(t, 'the_salt-road.mp4', 20)
  const put = partsPut(page)
  const part = await holdPart(page, 3)
  await open(page, '/studio')
  await page.locator('input[type="file"]').setInputFiles(file)
  await page.getByRole('link', { name: 'The salt road' }).waitFor()
  await page.getByText(/^1\d\.\d MB of 21\.0 MB/).waitFor()
  await put.arrived(2)
  t.same(put.numbers.toSorted(), [1, 2])
  await page.reload()
  await part.release()
  put.numbers.length = 0
  await page.getByRole('link', { name: 'The salt road' }).click()
  await page.getByText(studioWords('brokeOff', { name: 'the_salt-road.mp4' })).waitFor()
  await page.getByText('16.8 MB of 21.0 MB have arrived.').waitFor()
  await page.locator('[aria-label="Choose the file again"]').setInputFiles(file)
  await page.getByText('Waiting', { exact: true }).waitFor()
  t.same(put.numbers, [3], 'only what was missing was sent')
  const video = await database.video.findFirstOrThrow()
  t.equal(video.title, 'The salt road')
  t.equal(video.status, 'queued')
  t.same(complaints, [])
})

t.test('an upload is paused, resumed and cancelled', async (t) => {
  const { page, database } = await openStudio(t)
  const part = await holdPart(page, 2)
  await open(page, '/studio')
  await page.locator('input[type="file"]').setInputFiles(await aFile(t, 'night-ferry.mp4', 12))
  await page.getByText(/^8\.4 MB of 12\.6 MB/).waitFor()
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByText('Paused night-ferry.mp4').waitFor()
  await part.release()
  await page.getByRole('button', { name: 'Resume' }).click()
  await page.getByText('Waiting', { exact: true }).waitFor()
  t.match(await database.upload.findFirstOrThrow(), { status: 'completed' })

  const another = await holdPart(page, 1)
  await page.locator('input[type="file"]').setInputFiles(await aFile(t, 'glasshouse.mp4', 12))
  const row = page.getByRole('region', { name: 'glasshouse.mp4' })
  await row.getByText(/^4\.2 MB of 12\.6 MB/).waitFor()
  await row.getByRole('button', { name: 'Cancel upload' }).click()
  await row.waitFor({ state: 'detached' })
  await page.getByText('No file').waitFor()
  await another.release()
  t.match(await database.upload.findFirstOrThrow({ where: { fileName: 'glasshouse.mp4' } }), {
    status: 'aborted',
  })
})

t.test('one that is paused and resumed before the API has answered is begun once', async (t) => {
  const { page, database } = await openStudio(t)
  let asked = 0
  let release = () => undefined as unknown
  const held = new Promise((resolve) => {
    release = () => resolve(undefined)
  })
  await page.route(/\/api\/studio\/videos\/[^/]+\/uploads$/, async (route) => {
    asked += 1
    await held
    await route.continue().catch(() => undefined)
  })
  await open(page, '/studio')
  await page.locator('input[type="file"]').setInputFiles(await aFile(t, 'night-ferry.mp4', 12))
  const row = page.getByRole('region', { name: 'night-ferry.mp4' })
  await row.getByRole('button', { name: 'Pause' }).click()
  await row.getByRole('button', { name: 'Resume' }).click()
  await row.getByRole('button', { name: 'Cancel upload' }).click()
  release()
  await row.waitFor({ state: 'detached' })
  t.equal(asked, 1)
  const uploads = await database.upload.findMany()
  t.match(uploads, [{ status: 'aborted' }], 'and given up where it was cancelled meanwhile')
})

t.test('signed out in the middle, an upload goes on after signing in', async (t) => {
  const { page, database } = await openStudio(t)
  const signedOut = /\/api\/studio\/uploads\/[^/]+\/parts$/
  let refused = 0
  await page.route(signedOut, (route) => {
    refused += 1
    const body = JSON.stringify({ code: 'UNAUTHENTICATED', title: 'Sign in.', status: 401 })
    return route.fulfill({ status: 401, contentType: 'application/problem+json', body })
  })
  await open(page, '/studio')
  await page.locator('input[type="file"]').setInputFiles(await aFile(t, 'night-ferry.mp4', 12))
  const again = page.getByRole('button', { name: uiWords('tryAgain') })
  await again.waitFor()
  t.ok(refused > 0)
  await page.unroute(signedOut)
  await again.click()
  await page.getByText('Waiting', { exact: true }).waitFor()
  t.match(await database.upload.findMany(), [{ status: 'completed' }])
})

t.test('a file that is no film is refused with the reason', async (t) => {
  const { page } = await openStudio(t)
  await open(page, '/studio')
  const buffer = Buffer.alloc(2_000_000, 'no film at all ')
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'notes.mp4', mimeType: 'video/mp4', buffer })
  await page.getByText('This is not a video file that can be used here.').waitFor()
  await page.getByText('Not accepted: notes.mp4').waitFor()
})

t.test('what viewers read and pay is written on the film’s page', async (t) => {
  const { page, database, services } = await openStudio(t)
  await database.plan.create({
    data: {
      id: 'standard',
      name: 'Standard',
      stripeProductId: 'prod_1',
      prices: { create: { id: 'price_1', interval: 'month', amount: 900, currency: 'usd' } },
    },
  })
  const { id } = await addVideo(services, { published: false })
  await open(page, `/studio/films/${id}`)
  await page.getByLabel('Title').fill('')
  await page.getByLabel(studioWords('rentPrice')).fill('four')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText(studioWords('titleMissing')).waitFor()
  await page.getByText(saleWords('wrongAmount')).waitFor()

  await page.getByLabel('Title').fill('Night Ferry')
  await page.getByLabel('Description').fill('Two sisters walk to the coast.')
  await page.getByLabel('Chapters').fill('0:00 The last house\n0:30 Over the pass')
  await page.getByLabel('Members with Standard').check()
  await page.getByLabel(studioWords('link'), { exact: true }).fill('the-night-ferry')
  await page.getByLabel(studioWords('rentPrice')).fill('49')
  const currency = page.getByLabel(studioWords('currency'))
  await currency.selectOption('jpy')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('The smallest price Stripe charges').waitFor()
  t.equal(await currency.locator('option[value="xyz"]').count(), 0)
  await currency.selectOption('eur')
  await page.getByLabel(studioWords('rentPrice')).fill('3.99')
  await page.getByLabel(studioWords('startDays')).fill('14')
  await page.getByLabel(studioWords('previewSeconds')).fill('30')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved', { exact: true }).waitFor()
  await page.getByRole('heading', { name: 'Night Ferry' }).waitFor()
  t.match(await database.video.findUniqueOrThrow({ where: { id }, include: { plans: true } }), {
    title: 'Night Ferry',
    description: 'Two sisters walk to the coast.',
    chapters: [
      { startSeconds: 0, title: 'The last house' },
      { startSeconds: 30, title: 'Over the pass' },
    ],
    plans: [{ planId: 'standard' }],
    slug: 'the-night-ferry',
    rentAmount: 399,
    currency: 'eur',
    rentStartDays: 14,
    buyAmount: null,
    teaserSeconds: 30,
  })

  await page.getByLabel('Chapters').fill('9:00 After the end')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('begins after the film ends').waitFor()
})

t.test('a film is published and taken back, and one that cannot play is not', async (t) => {
  const { page, database, services } = await openStudio(t)
  const video = await addVideo(services, { published: false, publishedAt: null })
  await open(page, `/studio/films/${video.id}`)
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  // Nobody could watch it as it is: that is asked about first.
  await page.getByRole('button', { name: libraryWords('publishAnyway') }).click()
  await page.getByText(studioWords('published.label'), { exact: true }).waitFor()
  await page.getByText(libraryWords('forNobody', { titles: '' }).trim()).waitFor()
  t.equal(
    await page.getByRole('link', { name: studioWords('look') }).getAttribute('href'),
    `/watch/${video.slug}`,
  )
  await page.getByRole('button', { name: 'Unpublish' }).click()
  await page.getByText(studioWords('ready.text')).waitFor()
  t.match(await database.video.findUniqueOrThrow({ where: { id: video.id } }), { published: false })

  const draft = await addVideo(services, { published: false, encodeId: null, status: 'draft' })
  await open(page, `/studio/films/${draft.id}`)
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByRole('button', { name: libraryWords('publishAnyway') }).click()
  await page.getByRole('alert').getByText('cannot be played yet').waitFor()
})

t.test('a film is deleted only after asking', async (t) => {
  const { page, database, services } = await openStudio(t)
  const { id } = await addVideo(services, { title: 'Night Ferry' })
  await open(page, `/studio/films/${id}`)
  await page.getByRole('button', { name: 'Delete this film' }).click()
  await page.getByRole('dialog', { name: 'Delete Night Ferry?' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  t.equal(await database.video.count(), 1)
  await page.getByRole('button', { name: 'Delete this film' }).click()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await page.getByText(studioWords('noFilms')).waitFor()
  t.equal(await database.video.count(), 0)
  t.equal(where(page), '/studio')
})

t.test('an encode is followed as it goes, cancelled and started again', async (t) => {
  const { page, database, services, complaints } = await openStudio(t)
  const { id } = await addVideo(services, {
    ...{ status: 'processing', encodeId: null, published: false, sourceKey: 'originals/x' },
    progress: 0.1,
  })
  const pieces = [
    { name: 'audio', kind: 'audio', renditions: ['audio'], weight: 1 },
    { name: '480p/0', kind: 'video', renditions: ['480p'], weight: 9 },
  ]
  const encode = await database.encode.create({
    data: {
      ...{ videoId: id, sourceKey: 'originals/x', plan: { pieces } },
      startedAt: services.clock.now(),
      pieces: {
        create: pieces.map(({ name, weight }, position) => ({
          ...{ name, weight, position, priority: 0, attempts: 1 },
        })),
      },
    },
  })
  await open(page, `/studio/films/${id}`)
  await page.getByText('Sound').waitFor()
  services.clock.advance(100)
  const encodeId = encode.id
  await database.encodePiece.updateMany({ where: { encodeId }, data: { progress: 0.5 } })
  const activeAt = services.clock.now()
  await database.encode.update({ where: { id: encodeId }, data: { activeAt } })
  await database.video.update({ where: { id }, data: { progress: 0.5 } })
  await page.getByText('Preparing the film, about 2 min left.').waitFor()
  t.equal(await page.getByRole('progressbar', { name: 'Picture in 480p' }).count(), 1)
  t.same(await findings(page), [])

  await page.getByRole('button', { name: studioWords('cancelPreparing') }).click()
  await page.getByRole('alert').getByText('Encoding was cancelled.').waitFor()
  await page.getByRole('button', { name: studioWords('prepareAgain') }).click()
  await page.getByText(studioWords('waitsForWorker')).waitFor()
  t.equal(await database.encode.count({ where: { videoId: id } }), 2)

  const again = { videoId: id, failedAt: null }
  const damaged = { failedAt: services.clock.now(), failure: 'It is damaged.', log: 'moov missing' }
  await database.encode.updateMany({ where: again, data: damaged })
  const failed = { status: 'failed', failure: 'The file is damaged.' } as const
  await database.video.update({ where: { id }, data: failed })
  await page.getByRole('alert').getByText('The file is damaged.').waitFor()
  await page.getByText(studioWords('log')).click()
  await page.getByText('moov missing').waitFor()
  t.same(complaints, [])
})

t.test('an empty file is refused by name, and no film is made of it', async (t) => {
  const { page, database } = await openStudio(t)
  await open(page, '/studio')
  const choose = page.locator('input[type="file"]').first()
  const empty = { name: 'zero.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(0) }
  await choose.setInputFiles(empty)
  await page.getByText('zero.mp4: This file is empty.').waitFor()
  t.equal(await database.video.count(), 0)
  await choose.setInputFiles({ ...empty, name: 'note.mp4', buffer: Buffer.from('no film at all') })
  await page.getByText('Not accepted: note.mp4').waitFor()
  await page.getByText('This is not a video file that can be used here.').waitFor()
  t.equal(await page.getByRole('button', { name: 'Try again' }).count(), 0)
  t.equal(await database.video.count(), 0)
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await page.getByText('Not accepted: note.mp4').waitFor({ state: 'detached' })
})

t.test('of several files each is taken by itself, and each that fails is named', async (t) => {
  const { page, database } = await openStudio(t)
  await open(page, '/studio')
  let refuse = true
  await page.route('**/api/studio/videos', async (route) => {
    if (route.request().method() !== 'POST' || !refuse) return route.fallback()
    refuse = false
    await route.fulfill({ status: 503, json: { code: 'UNAVAILABLE', detail: 'Not now.' } })
  })
  const film = (name: string, buffer: Buffer) => ({ name, mimeType: 'video/mp4', buffer })
  const bytes = await readFile(await aFile(t, 'a.mp4', 1))
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles([
      film('first.mp4', bytes),
      film('second.mp4', Buffer.alloc(0)),
      film('third.mp4', bytes),
    ])
  await page.getByText('first.mp4: Not now.').waitFor()
  await page.getByText('second.mp4: This file is empty.').waitFor()
  await page.getByRole('link', { name: 'Third' }).waitFor()
  t.match(await database.video.findMany(), [{ title: 'Third' }])
})

t.test('captions are added, replaced and taken away', async (t) => {
  const { page, database, services } = await openStudio(t)
  const stop = await services.queue.work(captionJobs, (job) => runCaptionJob(services, job))
  t.teardown(stop)
  const { id } = await addVideo(services)
  await open(page, `/studio/films/${id}`)
  const panel = page.getByRole('region', { name: 'Captions' })
  await panel.getByText(studioWords('noCaptions')).waitFor()
  const srt = (text: string) => ({
    name: 'film.srt',
    mimeType: 'application/x-subrip',
    buffer: Buffer.from(`1\n00:00:01,000 --> 00:00:02,000\n${text}\n`),
  })
  const choose = panel.locator('input[type="file"]')
  await panel.getByLabel('Language').selectOption('German')
  await choose.setInputFiles(srt('Guten Tag'))
  await panel.getByRole('button', { name: 'Remove Deutsch' }).waitFor()
  await panel.getByLabel('Language').selectOption('English')
  await panel.getByLabel(studioWords('menuName')).fill('English (SDH)')
  await choose.setInputFiles(srt('Hello'))
  await panel.getByRole('button', { name: 'Remove English (SDH)' }).waitFor()
  await panel.getByRole('button', { name: 'Remove Deutsch' }).click()
  await panel.getByText('Deutsch', { exact: true }).waitFor({ state: 'detached' })
  t.match(await database.caption.findMany(), [{ language: 'en', label: 'English (SDH)' }])

  const broken = `1\n00:00:01,000 --> 00:00:02,000\nHi\n\n2\n00:00:03,000 -->\nHo\n`
  await choose.setInputFiles({ ...srt(''), buffer: Buffer.from(broken) })
  await panel.getByText('Line 6: its time cannot be read.').waitFor()
  t.same(await findings(page), [])
  t.equal(await panel.getByRole('button', { name: 'Try again' }).count(), 0)
  await panel.getByRole('button', { name: 'Dismiss' }).click()
  await panel.getByText('Not accepted: film.srt').waitFor({ state: 'detached' })
  t.equal(await database.caption.count(), 1)
})

t.test('captions that were taken away do not come back for a moment', async (t) => {
  const { page, database, services } = await openStudio(t)
  const { id } = await addVideo(services)
  const captions = { language: 'de', label: 'Deutsch', key: `videos/${id}/captions/de.vtt` }
  await database.caption.create({ data: { videoId: id, ...captions } })
  await open(page, `/studio/films/${id}`)
  const remove = page.getByRole('button', { name: 'Remove Deutsch' })
  await remove.waitFor()
  const row = page
    .getByRole('list', { name: 'Captions of this film' })
    .getByText('Deutsch', { exact: true })
  // The server tells the page of it before it answers.
  await page.route(`**/api/studio/videos/${id}/captions/*`, async (route) => {
    const response = await route.fetch()
    await row.waitFor({ state: 'detached' })
    await route.fulfill({ response })
  })
  // And is slow to answer when it is asked for the film anew.
  await page.route(`**/api/studio/videos/${id}`, () => undefined)
  const asked = page.waitForRequest(`**/api/studio/videos/${id}`)
  await remove.click()
  await asked
  t.equal(await row.count(), 0)
})

t.test('the studio is for operators', async (t) => {
  const { page } = await openStudio(t, {}, 'member')
  await open(page, '/studio')
  await page.getByText(studioWords('notForYou')).waitFor()
  await page.context().clearCookies()
  await page.goto('/studio/films/x')
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  t.equal(where(page), '/sign-in?next=%2Fstudio%2Ffilms%2Fx')
})

t.test('nothing in the studio is out of reach for anyone', async (t) => {
  const { page, services, complaints } = await openStudio(t, { width: 320, height: 640 })
  const { id } = await addVideo(services, {
    title: 'Night Ferry',
    status: 'processing',
    progress: 0.4,
  })
  await addVideo(services, {
    title: 'Glasshouse',
    status: 'failed',
    failure: 'It holds no picture.',
  })
  for (const path of ['/studio', `/studio/films/${id}`]) {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 320, height: 640 })
    await open(page, path)
    t.equal(await overflow(page), 0, `${path} does not scroll sideways at 320 px`)
    t.same(await smallTargets(page), [], path)
    t.same(await findings(page), [], `${path} dark`)
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.locator('html[data-theme="light"]').waitFor()
    t.same(await findings(page), [], `${path} light`)
  }
  t.same(complaints, [])
})
