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
  await bundles.getByRole('button', { name: saleWords('archive') }).click()
  await bundles.getByText(saleWords('archived')).waitFor()
  await bundles.getByRole('button', { name: saleWords('revive') }).click()
  await bundles.getByText(saleWords('archived')).waitFor({ state: 'detached' })
})

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
