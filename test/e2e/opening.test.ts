import t from 'tap'
import { openBrowser } from '../fixtures/browser.ts'
import { type LocalMatinee, person, startMatinee } from '../fixtures/local.ts'
import { scratch } from '../fixtures/scratch.ts'
import { until } from '../fixtures/until.ts'

const given = { email: 'owner@films.example', password: 'a password of mine' }

interface Price {
  unit_amount: number
}

/** Someone opens an account and pays for a plan. */
async function subscribe({ local: { url, stripe } }: LocalMatinee, planId: string): Promise<void> {
  let cookie = ''
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json', origin: url, cookie }
    const init = { method: 'POST', headers, body: JSON.stringify(body) }
    const answer = await fetch(url + path, init)
    if (cookie === '') {
      cookie = answer.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ')
    }
    return (await answer.json()) as { url?: string }
  }
  await post('/api/auth/sign-up', { email: 'ana@films.example', password: 'a password of hers' })
  const listed = (await (await fetch(`${url}/api/plans`)).json()) as {
    plans: { id: string; prices: { id: string }[] }[]
  }
  const priceId = listed.plans.find(({ id }) => id === planId)?.prices[0]?.id
  const page = (await post('/api/billing/checkout', { priceId })).url ?? ''
  const sessionId = /cs_\w+/.exec(page)?.[0] ?? ''
  const pay = `${stripe.url}/_local/checkout/sessions/${sessionId}/pay`
  await fetch(pay, { method: 'POST', body: JSON.stringify({ card: '4242424242424242' }) })
  await post('/api/billing/confirm', { sessionId })
}

t.test('with a browser alone, an empty site gets an operator, a name and a plan', async (t) => {
  const matinee = await startMatinee(t, await scratch(t), {}, ['--empty'])
  const { url, setupUrl = '', stripe } = matinee.local
  t.match(matinee.output(), setupUrl, 'the link is printed')
  t.notOk(matinee.local.accounts)
  const json = { 'content-type': 'application/json', origin: url }
  const publicly = async (path: string) => (await fetch(url + path)).json()
  t.match(await publicly('/api/site'), { name: 'Matinee', legal: [] })
  t.match(await publicly('/api/plans'), { plans: [] })

  const page = await (await person(await openBrowser(t), matinee)).newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(setupUrl)
  await page.getByLabel('E-mail address').fill(given.email)
  await page.getByLabel('Password').fill(given.password)
  await page.getByRole('button', { name: 'Become the operator' }).click()
  await page.getByRole('link', { name: /Get ready/ }).click()
  const second = { method: 'POST', headers: json, body: JSON.stringify(given) }
  t.equal((await fetch(setupUrl, second)).status, 409, 'the link is good once')

  const step = (name: string) => page.getByRole('listitem').filter({ hasText: name })
  await step('Messages from Stripe').getByRole('button', { name: 'Connect Stripe' }).click()
  const bearer = { authorization: `Bearer ${stripe.secretKey}` }
  await step('Bucket and Stripe').getByRole('button', { name: 'Try everything' }).click()
  await page.getByText('every migration is applied').waitFor()
  const endpoints = await fetch(`${stripe.url}/v1/webhook_endpoints`, { headers: bearer })
  t.match(await endpoints.json(), { data: [{ url: `${url}/webhooks/stripe`, status: 'enabled' }] })

  await step('Name and look').getByRole('link').click()
  const look = page.getByRole('region', { name: 'Name and look' })
  await look.getByLabel('Name of the site').fill('Kino Süd')
  await look.getByLabel('Use colours of your own').check()
  await look.getByLabel('Accent colour on light').fill('#f0a35e')
  await look.getByRole('button', { name: 'Save' }).click()
  t.equal(
    await look.getByLabel('Accent colour on light').getAttribute('aria-invalid'),
    'true',
    'a colour that cannot be read is refused',
  )
  t.match(await publicly('/api/site'), { name: 'Matinee' })
  await look.getByLabel('Accent colour on light').fill('#0b5cad')
  await look.getByRole('button', { name: 'Save' }).click()
  await look.getByText('Saved', { exact: true }).waitFor()
  const legal = page.getByRole('region', { name: 'Address and legal pages' })
  await legal.locator('summary', { hasText: 'Imprint' }).click()
  await legal.getByLabel('Text of “Imprint”').fill('**We** run this.')
  await legal.getByRole('button', { name: 'Save' }).click()
  await legal.getByText('Saved', { exact: true }).waitFor()
  t.match(await publicly('/api/site'), {
    name: 'Kino Süd',
    legal: [{ slug: 'imprint', title: 'Imprint' }],
  })

  await page.getByRole('link', { name: 'Plans' }).click()
  await page.getByRole('button', { name: 'New plan' }).click()
  const plan = page.getByRole('region', { name: 'New plan' })
  await plan.getByLabel('Name').fill('Everything')
  await plan.getByLabel('Price a month, in USD').fill('0.10')
  await plan.getByRole('button', { name: 'Make the plan' }).click()
  await plan.getByText('The smallest price').waitFor()
  await plan.getByLabel('Price a month, in USD').fill('9.99')
  await plan.getByRole('button', { name: 'Make the plan' }).click()
  await page.getByRole('heading', { name: 'Everything' }).waitFor()
  t.match(await publicly('/api/plans'), {
    plans: [{ name: 'Everything', prices: [{ amount: 999, currency: 'usd', interval: 'month' }] }],
  })

  await subscribe(matinee, 'everything')
  await page.reload()
  await page.getByText('1 subscriber').waitFor()
  await page.getByRole('button', { name: 'Change' }).click()
  const change = page.locator('.plan-list form')
  await change.getByLabel('Price a month, in USD').fill('12')
  await change.getByText('One person pays $9.99 a month now.').waitFor()
  await change.getByLabel(/new price from their next period/).check()
  await change.getByRole('button', { name: 'Save' }).click()
  await page.getByText('$12 a month').waitFor()
  await until('their subscription has the new price', async () => {
    const answer = await fetch(`${stripe.url}/v1/subscriptions`, { headers: bearer })
    const { data } = (await answer.json()) as { data: { items: { data: { price: Price }[] } }[] }
    return data[0]?.items.data[0]?.price.unit_amount === 1200
  })
  await page.getByRole('button', { name: 'Stop selling' }).click()
  await page.getByText('One person has this plan.').waitFor()
  await page.getByRole('button', { name: 'Stop selling' }).click()
  await page.getByText('No longer sold').waitFor()
  t.match(await publicly('/api/plans'), { plans: [] })
  await page.getByRole('button', { name: 'Sell again' }).click()
  await page.getByRole('button', { name: 'Change' }).waitFor()

  await page.getByRole('link', { name: /Get ready/ }).click()
  await step('Open the doors').getByRole('button', { name: 'Open the site' }).click()
  await page.getByText('Your site is open.').waitFor()
  await page.goto('/')
  t.equal(await page.title(), 'Kino Süd')
  await page.getByRole('link', { name: 'Imprint' }).click()
  await page.getByText('run this').waitFor()
  t.equal(await page.title(), 'Imprint · Kino Süd')
})
