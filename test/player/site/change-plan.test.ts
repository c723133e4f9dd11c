import t from 'tap'
import { accountWords } from '../../../contract/words/account.ts'
import { startFakeApi } from './fake-api.ts'
import { aVideo, member, planOffers, refused, subscription } from './fake-videos.ts'
import { open, visitor, where } from './visit.ts'

const link = '/account/change?priceId=price_family_month'

t.test('a film of a better plan leads by way of what it costs back to the film', async (t) => {
  const offers = planOffers.map((offer) => ({ ...offer, change: true }))
  const video = aVideo({ title: 'Night Ferry', access: refused('plan_not_included', offers) })
  const api = await startFakeApi(t, { videos: [video], me: member() })
  const { page, complaints } = await visitor(t, api)
  await open(page, '/watch/night-ferry')
  await page.getByRole('link', { name: /Switch to Family/ }).click()
  await page.getByRole('heading', { name: 'Change to Family' }).waitFor()
  const costs = page.getByRole('region', { name: 'What it costs' })
  t.match(
    await costs.textContent(),
    /Today\s*US\$2.75[\s\S]*US\$14.50 a month, starting 3 May 2031/,
  )
  t.same(api.bodies('POST', '/api/billing/change'), [], 'nothing is charged by looking')
  await page.getByRole('button', { name: 'Pay US$2.75 and change' }).click()
  await page.getByRole('heading', { name: 'You have Family now' }).waitFor()
  t.same(api.bodies('POST', '/api/billing/change'), [
    { priceId: 'price_family_month', prorationDate: '2031-04-18T12:00:00Z', amount: 275 },
  ])
  await page.getByRole('link', { name: 'Watch Night Ferry' }).click()
  t.equal(where(page), '/watch/night-ferry')
  t.same(complaints, [])
})

t.test('a cheaper plan says what is kept', async (t) => {
  const api = await startFakeApi(t, { me: member() })
  api.world.preview = { ...api.world.preview, today: { amount: 0, credit: 275 } }
  const { page } = await visitor(t, api)
  await open(page, link)
  await page.getByText('You have US$2.75 left over').waitFor()
  await page.getByRole('button', { name: 'Change plan' }).waitFor()
})

t.test('a card that is declined leads to another card', async (t) => {
  const api = await startFakeApi(t, { me: member() })
  const { page } = await visitor(t, api)
  api.fail('POST /api/billing/change', 402, 'PAYMENT_DECLINED')
  await open(page, link)
  await page.getByRole('button', { name: /^Pay/ }).click()
  await page.getByText('Nothing has changed.').waitFor()
  await page.getByRole('button', { name: 'Update card' }).click()
  await page.getByRole('heading', { name: 'Payment provider' }).waitFor()
})

t.test('a payment that the bank wants confirmed leads to the page for it', async (t) => {
  const api = await startFakeApi(t, { me: member() })
  const { page } = await visitor(t, api)
  api.answer('POST /api/billing/change', () => ({
    subscription: subscription(),
    confirmUrl: '/stripe/confirm',
  }))
  await open(page, link)
  await page.getByRole('button', { name: /^Pay/ }).click()
  await page.getByText(accountWords('confirmFirst')).waitFor()
  const confirm = page.getByRole('link', { name: accountWords('confirmPayment') })
  t.equal(await confirm.getAttribute('href'), '/stripe/confirm')
})

t.test('amounts that have changed meanwhile are shown anew, and nothing is charged', async (t) => {
  const api = await startFakeApi(t, { me: member() })
  const { page } = await visitor(t, api)
  api.fail('POST /api/billing/change', 409, 'CONFLICT')
  await open(page, link)
  const pay = page.getByRole('button', { name: 'Pay US$2.75 and change' })
  await pay.waitFor()
  api.world.preview = {
    ...api.world.preview,
    today: { amount: 250, credit: 0 },
    prorationDate: '2031-04-19T12:00:00Z',
  }
  await pay.click()
  await page.getByRole('button', { name: 'Pay US$2.50 and change' }).waitFor()
  await page.getByText('The amounts have changed').waitFor()
})

t.test('what stands in the way is said, with the way to the account', async (t) => {
  const api = await startFakeApi(t, { me: member() })
  const { page } = await visitor(t, api)
  api.fail('POST /api/billing/change/preview', 409, 'CONFLICT', { detail: 'A payment is open.' })
  await open(page, link)
  await page.getByText('A payment is open.').waitFor()
  await page.getByRole('main').getByRole('link', { name: 'Your account' }).click()
  t.equal(where(page), '/account')
})

t.test('a price that is gone leads back to the plans', async (t) => {
  const api = await startFakeApi(t, { me: member() })
  const { page } = await visitor(t, api)
  api.fail('POST /api/billing/change/preview', 404, 'NOT_FOUND')
  await open(page, link)
  await page.getByRole('link', { name: 'See the plans' }).click()
  t.equal(where(page), '/pricing')
})

t.test('a provider that is away can be asked again', async (t) => {
  const api = await startFakeApi(t, { me: member() })
  const { page } = await visitor(t, api)
  api.fail('POST /api/billing/change/preview', 502, 'PAYMENT_PROVIDER_UNAVAILABLE')
  await page.goto(link)
  await page.getByRole('alert').waitFor()
  api.restore('POST /api/billing/change/preview')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('heading', { name: 'Change to Family' }).waitFor()
})

t.test('strangers sign in first and come back', async (t) => {
  const api = await startFakeApi(t)
  const { page } = await visitor(t, api)
  await open(page, link)
  const href = await page
    .getByRole('main')
    .getByRole('link', { name: 'Sign in' })
    .getAttribute('href')
  t.equal(href, `/sign-in?next=${encodeURIComponent(link)}`)
})
