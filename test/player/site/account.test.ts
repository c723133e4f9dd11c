import t from 'tap'
import { accountWords } from '../../../contract/words/account.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { startFakeApi } from './fake-api.ts'
import { anInvoice, aVideo, boughtVideo, member, type subscription } from './fake-videos.ts'
import { open, visitor, where } from './visit.ts'

t.test('the account says in words how the plan stands', async (t) => {
  const api = await startFakeApi(t, { me: member() })
  const { page } = await visitor(t, api)
  const said = async (changes: Parameters<typeof subscription>[0]) => {
    api.world.me = member(changes)
    await open(page, '/account')
    await page.getByRole('region', { name: 'Plan' }).getByText('Standard').waitFor()
    return page.getByRole('region', { name: 'Plan' }).textContent()
  }
  t.match(await said({}), /Active[\s\S]*Renews on 3 May 2031/)
  t.match(await said({ cancelAtPeriodEnd: true }), /Ending[\s\S]*until 3 May 2031/)
  const owed = { status: 'past_due', graceUntil: '2031-05-10T12:00:00Z' } as const
  t.match(await said(owed), /Payment failed[\s\S]*by 10 May 2031[\s\S]*Update card/)
})

t.test('without a plan the account leads to the plans', async (t) => {
  const api = await startFakeApi(t, { me: member(null) })
  const { page } = await visitor(t, api)
  await open(page, '/account')
  await page.getByRole('link', { name: 'Choose a plan' }).click()
  await page.getByRole('heading', { name: 'Plans' }).waitFor()
})

t.test('a payment that failed is told on every page, with the way to the card', async (t) => {
  const me = member({ status: 'past_due', graceUntil: '2031-05-10T12:00:00Z' })
  const api = await startFakeApi(t, { me })
  const { page } = await visitor(t, api)
  await open(page, '/')
  const banner = page.getByRole('region', { name: 'Payment' })
  await banner.getByText('by 10 May 2031').waitFor()
  await banner.getByRole('button', { name: 'Update card' }).click()
  await page.getByRole('heading', { name: 'Payment provider' }).waitFor()
})

t.test('what was changed on the billing page is in force on return', async (t) => {
  const api = await startFakeApi(t, { me: member() })
  const { page } = await visitor(t, api)
  api.answer('POST /api/billing/refresh', () => {
    api.world.me = member({ cancelAtPeriodEnd: true })
    return { subscription: api.world.me.subscription }
  })
  await page.goto('/account?from=portal')
  await page.getByText('You can watch until 3 May 2031').waitFor()
  t.equal(where(page), '/account', 'and a reload does not ask again')
})

t.test('a billing page that does not open is told beside its button', async (t) => {
  const api = await startFakeApi(t, { me: member() })
  const { page } = await visitor(t, api)
  api.fail('POST /api/billing/portal', 502, 'PAYMENT_PROVIDER_UNAVAILABLE')
  await open(page, '/account')
  await page.getByRole('button', { name: /Manage plan/ }).click()
  await page.getByRole('alert').getByText('PAYMENT_PROVIDER_UNAVAILABLE').waitFor()
})

t.test('signing out leads to the films, in every tab', async (t) => {
  const api = await startFakeApi(t, { me: member() })
  const { page, context } = await visitor(t, api)
  const other = await context.newPage()
  await open(other, '/pricing')
  await other.getByRole('link', { name: 'Account', exact: true }).waitFor()
  await open(page, '/account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.locator('.catalogue').waitFor()
  t.equal(where(page), '/')
  await page.getByRole('link', { name: 'Sign in' }).waitFor()
  await other.getByRole('link', { name: 'Sign in' }).waitFor()
})

t.test('strangers are asked to sign in, and come back to their account', async (t) => {
  const api = await startFakeApi(t)
  const { page } = await visitor(t, api)
  await page.goto('/account')
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  t.equal(where(page), '/sign-in?next=%2Faccount')
})

t.test('a session that ran out while away is renewed without a word', async (t) => {
  const api = await startFakeApi(t, { me: member(), accessExpired: true })
  const { page } = await visitor(t, api)
  await open(page, '/account')
  await page.getByText('ana@example.com').waitFor()
  t.equal(api.bodies('POST', '/api/auth/refresh').length, 1)
})

t.test('not being able to tell who is signed in does not sign anyone out', async (t) => {
  const api = await startFakeApi(t, { me: member(), videos: [aVideo()] })
  const { page } = await visitor(t, api)
  api.fail('GET /api/session', 503, 'UNAVAILABLE', { detail: 'Not available right now.' })
  await page.goto('/account')
  await page.getByRole('alert').getByText('Not available right now.').waitFor()
  t.equal(await page.getByRole('link', { name: 'Sign in' }).count(), 0)
  api.restore('GET /api/session')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('ana@example.com').waitFor()
})

t.test('every page that is for members alone says so, and goes on', async (t) => {
  const api = await startFakeApi(t, { me: member() })
  const { page } = await visitor(t, api)
  const goesOn = {
    '/account': 'ana@example.com',
    '/account/settings': 'ana@example.com',
    '/studio': studioWords('notForYou'),
  }
  for (const [path, shown] of Object.entries(goesOn)) {
    api.fail('GET /api/session', 503, 'UNAVAILABLE', { detail: 'Not available right now.' })
    await page.goto(path)
    await page.getByRole('alert').getByText('Not available right now.').waitFor()
    t.equal(where(page), path)
    api.restore('GET /api/session')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText(shown).first().waitFor()
  }
  api.fail('GET /api/session', 503, 'UNAVAILABLE', { detail: 'Not available right now.' })
  await page.goto('/preview#token=a-token-of-a-link')
  await page.getByRole('alert').getByText('Not available right now.').waitFor()
})

t.test(
  'films and payments are listed, each with what became of it and where it leads',
  async (t) => {
    const api = await startFakeApi(t, {
      me: member(),
      purchases: [
        boughtVideo(),
        boughtVideo({ id: 'cs_2', status: 'refunded', video: { slug: 'b', title: 'Glasshouse' } }),
      ],
      invoices: [anInvoice()],
    })
    const { page } = await visitor(t, api)
    await open(page, '/account')
    const videos = page.getByRole('region', { name: 'Films' })
    await videos.getByRole('link', { name: 'Night Ferry', exact: true }).waitFor()
    t.match(await videos.textContent(), /Bought on 1 March 2031[\s\S]*US\$12.99[\s\S]*Refunded/)
    const receipt = videos.getByRole('link', { name: 'Receipt for “Night Ferry”' })
    t.equal(await receipt.getAttribute('href'), '/stripe/receipt')
    const payments = page.getByRole('region', { name: 'Payments' })
    t.match(await payments.textContent(), /Paid · MATINEE-0001[\s\S]*US\$9/)
    const invoice = payments.getByRole('link', { name: '3 April 2031' })
    t.equal(await invoice.getAttribute('href'), '/stripe/invoice')
  },
)

t.test('payments that do not load leave the rest of the account there', async (t) => {
  const api = await startFakeApi(t, { me: member(), purchases: [boughtVideo()] })
  const { page } = await visitor(t, api)
  api.fail('GET /api/billing/invoices', 502, 'PAYMENT_PROVIDER_UNAVAILABLE')
  await page.goto('/account')
  await page.getByRole('alert').getByText('PAYMENT_PROVIDER_UNAVAILABLE').waitFor()
  await page.getByRole('link', { name: 'Night Ferry', exact: true }).waitFor()
  api.world.invoices = [anInvoice()]
  api.restore('GET /api/billing/invoices')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('link', { name: '3 April 2031' }).waitFor()
})

t.test('who owes a payment can pay it at once, or change the card', async (t) => {
  const me = member({ status: 'past_due', graceUntil: '2031-05-10T12:00:00Z' })
  const invoices = [anInvoice(), anInvoice({ id: 'in_2', status: 'open', url: '/stripe/open' })]
  const api = await startFakeApi(t, { me, invoices })
  const { page } = await visitor(t, api)
  await open(page, '/account')
  const pay = page.getByRole('link', { name: 'Pay US$9 now' })
  t.equal(await pay.getAttribute('href'), '/stripe/open')
  await page.getByRole('button', { name: 'Update card' }).waitFor()
})

t.test('a payment that the bank wants confirmed has a link to do so', async (t) => {
  const me = member({ status: 'past_due', graceUntil: '2031-05-10T12:00:00Z' })
  const held = { confirmUrl: '/stripe/confirm' }
  const api = await startFakeApi(t, { me, held })
  const { page } = await visitor(t, api)
  await open(page, '/account')
  const confirm = page.getByRole('link', { name: accountWords('confirmPayment') })
  t.equal(await confirm.getAttribute('href'), '/stripe/confirm')
})

t.test('what will be charged next is what Stripe says, not the list price', async (t) => {
  const api = await startFakeApi(t, { me: member(), held: { nextAmount: 450 } })
  const { page } = await visitor(t, api)
  await open(page, '/account')
  await page.getByText(/US\$4\.50/).waitFor()
})

t.test('a plan is paused and resumed with one press each', async (t) => {
  const api = await startFakeApi(t, { me: member() })
  const { page } = await visitor(t, api)
  await open(page, '/account')
  await page.getByRole('button', { name: 'Pause plan' }).click()
  await page.getByText('You can watch until 3 May 2031').waitFor()
  await page.getByRole('button', { name: 'Resume plan' }).click()
  await page.getByText('Renews on 3 May 2031').waitFor()
  t.equal(api.bodies('POST', '/api/billing/pause').length, 1)
  t.equal(api.bodies('POST', '/api/billing/resume').length, 1)
})

t.test('resuming says what it costs where nobody has paid meanwhile', async (t) => {
  const held = { paused: true, suspended: 'collection_paused' } as const
  const api = await startFakeApi(t, { me: member(), held })
  const { page } = await visitor(t, api)
  await open(page, '/account')
  api.fail('POST /api/billing/resume', 402, 'PAYMENT_DECLINED')
  const resume = page.getByRole('button', { name: 'Resume for US$9 today' })
  await resume.click()
  await page.getByRole('alert').getByText('PAYMENT_DECLINED').waitFor()
  api.restore('POST /api/billing/resume')
  await resume.click()
  await page.getByText('Renews on 3 May 2031').waitFor()
})

t.test('by keyboard, cancelling goes on where the question is asked', async (t) => {
  const api = await startFakeApi(t, { me: member() })
  const { page } = await visitor(t, api)
  await open(page, '/account')
  await page.getByRole('button', { name: accountWords('cancel') }).press('Enter')
  await page.getByRole('heading', { name: accountWords('cancelQuestion') }).waitFor()
  await page.waitForFunction(() => document.activeElement?.id === 'cancel')
  await page.keyboard.press('Tab')
  t.equal(await page.evaluate(() => document.activeElement?.localName), 'textarea')
})

t.test('a cancelled plan is kept with one press', async (t) => {
  const api = await startFakeApi(t, { me: member({ cancelAtPeriodEnd: true }) })
  const { page } = await visitor(t, api)
  await open(page, '/account')
  api.answer('POST /api/billing/resume', () => {
    api.world.me = member()
    return { subscription: api.world.me.subscription }
  })
  await page.getByRole('button', { name: accountWords('keepPlan') }).click()
  await page.getByText('Renews on 3 May 2031').waitFor()
})
