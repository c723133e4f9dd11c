import type { Page, Response } from 'playwright-core'
import t from 'tap'
import { scratch } from '../helper.ts'
import { openBrowser, openHouse, person, until } from './house.ts'
import { play, watchFor } from './watching.ts'

const ttlSeconds = 6
const film = '/watch/the-long-way-round'

/** Signed segment URLs as the browser fetches them. */
function wire(page: Page, endpoint: string) {
  const urls: string[] = []
  page.on('response', (response: Response) => {
    if (response.url().startsWith(endpoint) && response.url().includes('.m4s')) {
      urls.push(response.url())
    }
  })
  return urls
}

const status = async (url: string) => (await fetch(url)).status

t.test('a stranger signs up, pays, watches, cancels, and the picture stops', async (t) => {
  const house = await openHouse(t, await scratch(t), { URL_TTL_SECONDS: String(ttlSeconds) })
  const { url, s3 } = house.local
  const context = await person(await openBrowser(t), house)
  const page = await context.newPage()
  const segments = wire(page, s3.endpoint)

  // refused
  await page.goto(film)
  await page
    .getByRole('link', { name: /subscribe|plan|sign/i })
    .first()
    .waitFor()
  t.equal(await page.locator('matinee-player').count(), 0, 'a stranger gets no player')
  const card = await (await context.request.get(`/api/videos/the-long-way-round`)).json()
  const refused = await context.request.post(`/api/videos/${card.id}/playback`, {
    data: { deviceId: 'a-device-of-a-stranger' },
    headers: { origin: url },
  })
  t.equal(refused.status(), 401)

  // signs up
  await page.goto(`/sign-up?next=${encodeURIComponent(film)}`)
  await page.getByLabel('E-mail address').fill('stranger@films.example')
  await page.getByLabel('Password', { exact: true }).fill('a password of mine')
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.waitForURL(`**${film}`)
  const unpaid = await page.evaluate(
    async (id) =>
      (
        await fetch(`/api/videos/${id}/playback`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ deviceId: 'a-device-without-a-plan' }),
        })
      ).status,
    card.id,
  )
  t.equal(unpaid, 402)

  // pays
  await page.goto('/pricing')
  await page
    .getByRole('button', { name: /standard|choose|subscribe/i })
    .first()
    .click()
  await page.waitForURL((at) => at.origin === house.local.stripe.url)
  await page.getByLabel('Card number').fill('4242 4242 4242 4242')
  await page
    .getByRole('button', { name: /pay|subscribe/i })
    .first()
    .click()
  await page.waitForURL((at) => at.origin === new URL(url).origin)
  await page
    .getByText(/subscri|standard/i)
    .first()
    .waitFor()

  // watches
  await page.goto(film)
  await play(page)
  const [first, later] = await watchFor(page, 6)
  t.ok(first && later && later.seconds > first.seconds, 'time advances')
  t.not(first?.look, later?.look, 'and the picture changes')

  // what was on the wire is for this moment alone
  const seen = segments.at(-1) ?? ''
  t.match(seen, /X-Amz-Signature=/)
  t.equal(await status(seen.replace(/X-Amz-Signature=.{4}/, 'X-Amz-Signature=0000')), 403)
  t.equal(await status(seen.replace(/\/\d+\.m4s/, '/9999.m4s')), 403)
  t.equal(await status(seen.replace(/X-Amz-Expires=\d+/, 'X-Amz-Expires=604800')), 403)
  t.equal(await status(seen.split('?')[0] ?? ''), 403, 'nothing unsigned is readable')
  await until('the URL to die', ttlSeconds + 5, async () =>
    (await status(seen)) === 403 ? true : undefined,
  )

  // cancels at once, on another page
  const account = await context.newPage()
  await account.goto('/account')
  await account
    .getByRole('button', { name: /billing|manage|portal/i })
    .first()
    .click()
  await account.waitForURL((at) => at.origin === house.local.stripe.url)
  await account.getByRole('button', { name: 'Cancel now' }).click()
  const cancelled = Date.now()
  const view = () =>
    page.evaluate(() => document.querySelector('matinee-player')?.getAttribute('state'))
  await until('the picture to stop', ttlSeconds + 40, async () =>
    (await view()) === 'stopped' ? true : undefined,
  )
  t.comment(`stopped ${(Date.now() - cancelled) / 1000} s after the cancellation`)
  await page.getByText('Your subscription has ended').waitFor()
})
