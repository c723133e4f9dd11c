import t from 'tap'
import { saleWords } from '../../../contract/words/sale.ts'
import { addVideo } from '../../fixtures/rows.ts'
import { openStudio } from '../../fixtures/studio.ts'
import { open } from '../site/visit.ts'

t.test('films are put into a bundle, which is then no longer sold, and sold again', async (t) => {
  const { page, services, database } = await openStudio(t)
  const videos = [await addVideo(services), await addVideo(services)]
  await open(page, '/studio/plans')
  const bundles = page.getByRole('region', { name: saleWords('bundles') })
  await bundles.getByRole('button', { name: saleWords('bundleNew') }).click()
  await bundles.getByLabel(saleWords('name')).fill('The pair')
  await bundles.getByLabel(saleWords('bundlePrice')).fill('0.30')
  await bundles.locator(`#bundle-${videos[0]?.id}`).check()
  await bundles.getByRole('button', { name: saleWords('bundleMake') }).click()
  await bundles.getByText(saleWords('bundleTooFew')).waitFor()
  await bundles.getByText('The smallest price Stripe charges').waitFor()
  await bundles.getByLabel(saleWords('bundlePrice')).fill('20')
  await bundles.locator(`#bundle-${videos[1]?.id}`).check()
  await bundles.getByRole('button', { name: saleWords('bundleMake') }).click()
  await bundles.getByText('The pair').waitFor()
  t.match(await database.bundle.findFirstOrThrow({ include: { videos: true } }), {
    title: 'The pair',
    amount: 2000,
    currency: 'usd',
    active: true,
    videos: { length: 2 },
  })
  await database.video.update({ where: { id: videos[1]?.id }, data: { published: false } })
  await page.reload()
  await bundles.getByText(saleWords('bundleWaits')).waitFor()
  await bundles.getByRole('button', { name: saleWords('archive') }).click()
  await bundles.getByText(saleWords('archived')).waitFor()
  await bundles.getByRole('button', { name: saleWords('revive') }).click()
  await bundles.getByText(saleWords('archived')).waitFor({ state: 'detached' })
})

t.test(
  'a bundle is made of films beyond the first list, and all bundles can be seen',
  async (t) => {
    const { page, services, database } = await openStudio(t)
    for (let count = 0; count < 101; count += 1)
      await addVideo(services, { title: `Reel ${count}.` })
    await database.bundle.createMany({
      data: Array.from({ length: 51 }, (_, count) => ({
        ...{ title: `Pack ${count}.`, amount: 900, currency: 'usd' },
        createdAt: services.clock.now(),
      })),
    })
    await open(page, '/studio/plans')
    const bundles = page.getByRole('region', { name: saleWords('bundles') })
    await bundles.getByRole('button', { name: saleWords('bundlesMore') }).click()
    await bundles.getByText('Pack 0.', { exact: true }).waitFor()
    await bundles.getByRole('button', { name: saleWords('bundleNew') }).click()
    await bundles.getByLabel('Reel 100.').check()
    await bundles.getByRole('searchbox').fill('Reel 0.')
    await bundles.getByLabel('Reel 0.').check()
    t.ok(await bundles.getByLabel('Reel 100.').isChecked(), 'what was chosen stays')
    await bundles.getByLabel(saleWords('name')).fill('First and last')
    await bundles.getByLabel(saleWords('bundlePrice')).fill('20')
    await bundles.getByRole('button', { name: saleWords('bundleMake') }).click()
    await bundles.getByText('First and last').waitFor()
    const made = await database.bundle.findFirstOrThrow({
      where: { title: 'First and last' },
      select: { videos: { select: { video: { select: { title: true } } } } },
    })
    t.same(made.videos.map(({ video }) => video.title).sort(), ['Reel 0.', 'Reel 100.'])
  },
)

t.test('a plan form takes a second currency, and checks its prices', async (t) => {
  const { page } = await openStudio(t)
  await open(page, '/studio/plans')
  await page.getByRole('button', { name: saleWords('newPlan') }).click()
  const form = page.getByRole('region', { name: saleWords('newPlan') })
  await form.getByLabel(saleWords('addCurrency')).selectOption('jpy')
  await form.getByLabel(saleWords('name')).fill('Gold')
  await form.getByLabel(saleWords('perMonth', { currency: 'USD' })).fill('9')
  await form.getByLabel(saleWords('perMonth', { currency: 'JPY' })).fill('30')
  await form.getByRole('button', { name: saleWords('makePlan') }).click()
  await form.getByText('The smallest price Stripe charges').waitFor()
  t.equal(await form.getByLabel(saleWords('addCurrency')).locator('[value=jpy]').count(), 0)
})

t.test(
  'after the first plan was made nobody reads that there is none, however slow it is',
  async (t) => {
    const { page } = await openStudio(t)
    await open(page, '/studio/plans')
    const none = page.getByText(saleWords('noPlans'))
    await none.waitFor()
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/api/studio/plans', async (route) => {
      if (route.request().method() === 'POST') return route.fulfill({ status: 201, json: {} })
      await held
      await route.continue()
    })
    await page.getByRole('button', { name: saleWords('newPlan') }).click()
    const form = page.getByRole('region', { name: saleWords('newPlan') })
    await form.getByLabel(saleWords('name')).fill('Gold')
    await form.getByLabel(saleWords('perMonth', { currency: 'USD' })).fill('9')
    await form.getByRole('button', { name: saleWords('makePlan') }).click()
    await form.waitFor({ state: 'detached' })
    await page.getByText(saleWords('loadingPlans')).waitFor()
    t.equal(await none.count(), 0)
    release()
    await none.waitFor()
  },
)
