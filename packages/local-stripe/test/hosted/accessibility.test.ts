import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { launchBrowser } from '../browser.ts'
import { checkoutFor, endpoint, shop, stand } from '../stand.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let browser: Browser
t.before(async () => {
  browser = await launchBrowser()
})
t.teardown(() => browser.close())

interface Violation {
  id: string
  nodes: { html: string }[]
}

async function open(t: Test, colorScheme: 'light' | 'dark', width: number): Promise<Page> {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } })
  t.teardown(() => context.close())
  return context.newPage()
}

/** What axe finds wrong on a page, as `rule: element`. */
async function faults(page: Page): Promise<string[]> {
  const violations = (await page.evaluate(
    `${axe}; axe.run().then((r) => r.violations)`,
  )) as Violation[]
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

const fits = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')

for (const [colorScheme, width] of [
  ['light', 320],
  ['dark', 1280],
] as const) {
  t.test(`pages are accessible and fit ${width} pixels in the ${colorScheme} theme`, async (t) => {
    const { stripe, server } = await stand(t)
    const thanks = await endpoint(t)
    const { monthly, customer, product } = await shop(stripe)
    await stripe.prices.create({
      product: product.id,
      currency: 'usd',
      unit_amount: 9900,
      recurring: { interval: 'year' },
    })
    const session = await checkoutFor(stripe, monthly.id, {
      customer: customer.id,
      allow_promotion_codes: true,
      billing_address_collection: 'required',
      success_url: `${thanks.url}?session={CHECKOUT_SESSION_ID}`,
    })
    const page = await open(t, colorScheme, width)
    const errors: string[] = []
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) errors.push(message.text())
    })
    const check = async (name: string) => {
      t.strictSame(await faults(page), [], name)
      t.equal(await fits(page), true, name)
    }
    await page.goto(session.url ?? '')
    await check('checkout')
    await page.fill('#country', 'DE')
    await page.fill('#number', '4000 0000 0000 0002')
    await page.click('text=Pay $9.99')
    await check('declined')
    await page.fill('#number', '4000 0025 0000 3155')
    await page.click('text=Pay $9.99')
    await check('confirmation')
    await page.click('text=Confirm the payment')
    t.equal(page.url(), `${thanks.url}?session=${session.id}`)

    const portal = await stripe.billingPortal.sessions.create({ customer: customer.id })
    await page.goto(portal.url)
    await page.click('text=Use another card')
    await check('portal')
    await page.click('text=See the cost')
    await check('offer')
    const [invoice] = (await stripe.invoices.list()).data
    await page.goto(invoice?.hosted_invoice_url ?? '')
    await check('invoice')
    await page.goto(`${server.url}/c/pay/none`)
    await check('not found')
    t.strictSame(errors, [])
  })
}

t.test('a checkout can be paid by keyboard alone', async (t) => {
  const { stripe } = await stand(t)
  const { monthly } = await shop(stripe)
  const thanks = await endpoint(t)
  const session = await checkoutFor(stripe, monthly.id, {
    cancel_url: undefined,
    success_url: thanks.url,
  })
  const page = await open(t, 'light', 800)
  await page.goto(session.url ?? '')
  await page.keyboard.press('Tab')
  await page.keyboard.type('viewer@example.com')
  await page.keyboard.press('Enter')
  await page.waitForURL(thanks.url)
  t.match(await stripe.checkout.sessions.retrieve(session.id), { payment_status: 'paid' })
})
