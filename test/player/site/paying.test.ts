import t from 'tap'
import { accountWords } from '../../../contract/words/account.ts'
import { startFakeApi } from './fake-api.ts'
import {
  aVideo,
  member,
  planOffers,
  plans,
  refused,
  rentAndBuy,
  subscription,
} from './fake-videos.ts'
import { open, visitor, where } from './visit.ts'

const nightFerry = () =>
  aVideo({
    title: 'Night Ferry',
    access: refused('sign_in_required', [...planOffers, ...rentAndBuy]),
  })

t.test(
  'a stranger goes from a film by way of signing up to paying, and back to the film',
  async (t) => {
    const api = await startFakeApi(t, { videos: [nightFerry()] })
    const { page, complaints } = await visitor(t, api)
    await open(page, '/watch/night-ferry')
    await page.getByRole('link', { name: /Standard/ }).click()
    await page.getByRole('heading', { name: 'Create an account' }).waitFor()
    await page.getByLabel('E-mail address').fill('ana@example.com')
    await page.getByLabel('Password', { exact: true }).fill('a long password')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Payment provider' }).waitFor()
    t.same(api.bodies('POST', '/api/billing/checkout'), [{ priceId: 'price_standard_month' }])

    if (api.world.me !== null) api.world.me.subscription = subscription()
    await open(page, '/account/welcome?session_id=cs_1')
    await page.getByRole('heading', { name: 'You can watch now' }).waitFor()
    t.same(api.bodies('POST', '/api/billing/confirm'), [{ sessionId: 'cs_1' }])
    await page.getByRole('link', { name: 'Watch Night Ferry' }).click()
    await page.getByRole('heading', { name: 'Night Ferry', level: 1 }).waitFor()
    t.same(complaints, [])
  },
)

t.test('going back from the payment page leads to where the choice was made', async (t) => {
  const api = await startFakeApi(t, { videos: [nightFerry()], me: member(null) })
  const { page } = await visitor(t, api)
  await open(page, '/watch/night-ferry')
  await page.getByRole('link', { name: /^Rent/ }).click()
  await page.getByRole('heading', { name: 'Payment provider' }).waitFor()
  await page.goBack()
  await page.getByRole('heading', { name: 'Night Ferry', level: 1 }).waitFor()
  t.match(
    api.bodies('POST', '/api/billing/checkout'),
    [{ kind: 'rent' }],
    'and not through it again',
  )
})

t.test('a payment page that does not open can be tried again', async (t) => {
  const api = await startFakeApi(t, { me: member(null) })
  const { page } = await visitor(t, api)
  api.fail('POST /api/billing/checkout', 502, 'PAYMENT_PROVIDER_UNAVAILABLE')
  await page.goto('/checkout?priceId=price_standard_month')
  await page.getByRole('alert').getByText('PAYMENT_PROVIDER_UNAVAILABLE').waitFor()
  t.equal(await page.getByRole('link', { name: 'Go back' }).getAttribute('href'), '/pricing')
  api.restore('POST /api/billing/checkout')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('heading', { name: 'Payment provider' }).waitFor()
})

t.test('who has a plan is led to change it, not to pay for a second', async (t) => {
  const api = await startFakeApi(t, { me: member() })
  const { page } = await visitor(t, api)
  api.fail('POST /api/billing/checkout', 409, 'ALREADY_SUBSCRIBED')
  await page.goto('/checkout?priceId=price_family_month')
  await page.getByRole('link', { name: 'See what that costs' }).click()
  await page.getByRole('heading', { name: 'Change to Family' }).waitFor()
})

t.test('plans are shown by the month or by the year', async (t) => {
  const api = await startFakeApi(t)
  const { page } = await visitor(t, api)
  await open(page, '/pricing?from=%2Fwatch%2Fnight-ferry&title=Night+Ferry')
  const standard = page.getByRole('article', { name: 'Standard' })
  t.match(
    await standard.textContent(),
    /US\$9\s+a month[\s\S]*2 devices at the same time[\s\S]*14 days free/,
  )
  await page.getByRole('radio', { name: /Yearly save 16 %/ }).check()
  t.match(await standard.textContent(), /US\$90\s+a year/)
  const link = await standard.getByRole('link').getAttribute('href')
  t.match(link, /priceId=price_standard_year&from=%2Fwatch%2Fnight-ferry/)
})

t.test('where plans are sold in several currencies, prices are in the visitor’s', async (t) => {
  const euros = plans.map((plan) => ({
    ...plan,
    prices: [
      ...plan.prices,
      { id: `${plan.id}_eur`, interval: 'month', amount: 800, currency: 'eur' },
    ],
  }))
  const api = await startFakeApi(t, { plans: euros })
  const { page } = await visitor(t, api)
  await open(page, '/pricing')
  const standard = page.getByRole('article', { name: 'Standard' })
  t.match(await standard.textContent(), /US\$9/)
  await page.getByLabel(accountWords('pricesIn')).selectOption('eur')
  await standard.getByText('€8').waitFor()
  t.match(await standard.getByRole('link').getAttribute('href'), /priceId=standard_eur/)
  await page.reload()
  await standard.getByText('€8').waitFor()
  t.equal(await page.getByLabel(accountWords('pricesIn')).inputValue(), 'eur', 'and stays so')
})

t.test('a price in several currencies is paid in the one that is shown', async (t) => {
  const currencies = [{ currency: 'jpy', amount: 1400 }]
  const inYen = plans.map((plan) => ({
    ...plan,
    prices: plan.prices.map((price) => ({ ...price, currencies })),
  }))
  const api = await startFakeApi(t, { plans: inYen })
  const { page } = await visitor(t, api)
  await open(page, '/pricing')
  await page.getByLabel(accountWords('pricesIn')).selectOption('jpy')
  const standard = page.getByRole('article', { name: 'Standard' })
  await standard.getByText('¥1,400').waitFor()
  const link = await standard.getByRole('link').getAttribute('href')
  t.match(link, /priceId=price_standard_month&currency=jpy/)
})

t.test('the plan one has is marked, the others are switched to', async (t) => {
  const api = await startFakeApi(t, { me: member() })
  const { page } = await visitor(t, api)
  await open(page, '/pricing')
  await page.getByRole('article', { name: 'Standard' }).getByText('Your plan').waitFor()
  await page.getByRole('link', { name: 'Switch to Family' }).click()
  await page.getByRole('heading', { name: 'Change to Family' }).waitFor()
  t.same(api.bodies('POST', '/api/billing/change/preview'), [{ priceId: 'price_family_month' }])
})

t.test('the plan one has can be paid by the year instead', async (t) => {
  const api = await startFakeApi(t, { me: member() })
  const { page } = await visitor(t, api)
  await open(page, '/pricing')
  const standard = page.getByRole('article', { name: 'Standard' })
  await standard.getByRole('link', { name: 'Your account' }).waitFor()
  await page.getByRole('radio', { name: /Yearly/ }).check()
  await standard.getByRole('link', { name: 'Pay yearly' }).click()
  await page.getByRole('heading', { level: 1, name: /Change to/ }).waitFor()
  t.same(api.bodies('POST', '/api/billing/change/preview'), [{ priceId: 'price_standard_year' }])
})

t.test('back from paying but signed out: signing in finishes it', async (t) => {
  const api = await startFakeApi(t)
  const { page } = await visitor(t, api)
  await open(page, '/account/welcome?session_id=cs_1')
  await page.getByRole('heading', { name: 'One step left' }).waitFor()
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
  await page.getByLabel('E-mail address').fill('ana@example.com')
  await page.getByLabel('Password', { exact: true }).fill('correct horse')
  api.answer('POST /api/billing/confirm', () => ({ pending: false, subscription: subscription() }))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'You can watch now' }).waitFor()
  t.equal(where(page), '/account/welcome?session_id=cs_1')
})

t.test('a payment that cannot be confirmed yet is no dead end', async (t) => {
  const api = await startFakeApi(t, { me: member(null) })
  const { page } = await visitor(t, api)
  api.fail('POST /api/billing/confirm', 409, 'CONFLICT', { detail: 'It is not finished.' })
  await page.goto('/account/welcome?session_id=cs_1')
  await page.getByRole('alert').getByText('It is not finished.').waitFor()
  api.answer('POST /api/billing/confirm', () => ({
    pending: false,
    purchase: { id: 'cs_1', videoId: 'v', kind: 'rent' },
  }))
  await page.getByRole('button', { name: 'Check again' }).click()
  await page.getByText('The film is rented.').waitFor()
})

t.test('back from paying as somebody else: it says so, and signing out leads on', async (t) => {
  const api = await startFakeApi(t, { me: member(null) })
  const { page } = await visitor(t, api)
  api.fail('POST /api/billing/confirm', 404, 'NOT_FOUND', {
    otherAccount: true,
    detail: 'Sign in with the account that it was made with.',
  })
  await open(page, '/account/welcome?session_id=cs_1')
  await page.getByText('This payment was made with another account.').waitFor()
  t.equal(await page.getByText('ana@example.com').count(), 0, 'not whose')
  await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'One step left' }).waitFor()
})

t.test('a film that is sold with others leads to paying for all of them', async (t) => {
  const bundleId = '0198c0de-0000-7000-8000-000000000001'
  const bundle = { kind: 'bundle', bundleId, title: 'The trilogy', videos: 3 } as const
  const offers = [{ ...bundle, follows: false, amount: 2000, currency: 'usd' }]
  const video = aVideo({ title: 'Night Ferry', access: refused('not_entitled', offers) })
  const api = await startFakeApi(t, { videos: [video], me: member(null) })
  const { page } = await visitor(t, api)
  await open(page, '/watch/night-ferry')
  await page.getByRole('link', { name: /The trilogy.*3 films together.*20/ }).click()
  await page.getByRole('heading', { name: 'Payment provider' }).waitFor()
  t.same(api.bodies('POST', '/api/billing/checkout'), [{ bundleId }])
})

t.test('strangers sign in before they hear that an address names nothing', async (t) => {
  const api = await startFakeApi(t)
  const { page } = await visitor(t, api)
  for (const path of ['/account/change', '/account/welcome']) {
    await page.goto(path)
    await page.waitForURL('**/sign-in?**')
    t.equal(where(page), `/sign-in?next=${encodeURIComponent(path)}`)
  }
})

t.test('addresses that name nothing to pay for are not found', async (t) => {
  const api = await startFakeApi(t, { me: member(null) })
  const { page } = await visitor(t, api)
  for (const path of ['/checkout', '/account/welcome', '/checkout?videoId=v&kind=steal']) {
    await open(page, path)
    await page.getByRole('heading', { name: 'There is nothing here' }).waitFor()
  }
  t.same(api.bodies('POST', '/api/billing/checkout'), [])
})
