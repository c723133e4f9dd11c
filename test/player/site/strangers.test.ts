// In every run: it opens every page.
import t from 'tap'
import { openApi } from '../../fixtures/player/with-api.ts'
import { settled, visitor } from './visit.ts'

t.test('a stranger meets no refusal and no error, on any page', async (t) => {
  const api = await openApi(t)
  await api.video({ slug: 'free', title: 'Free', free: true, description: 'A boat.' })
  await api.video({ slug: 'paid', title: 'Paid', rentAmount: 399, currency: 'usd' })
  const { page, context } = await visitor(t, { url: api.origin })
  const refused: string[] = []
  context.on('response', (answer) => {
    if (answer.status() >= 400) refused.push(`${answer.status()} ${answer.url()}`)
  })
  context.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text())
  })
  for (const path of ['/', '/watch/free', '/watch/paid', '/pricing', '/sign-in', '/sign-up']) {
    await page.goto(path)
    await settled(page)
  }
  // Within one page from film to film, where the player begins a second time.
  await page.goto('/watch/free')
  await page.locator('matinee-player[state=ready]').waitFor()
  await page.getByRole('link', { name: /all films/ }).click()
  await page.getByRole('list', { name: 'Films', exact: true }).getByText('Free').last().click()
  await page.locator('matinee-player[state=ready]').waitFor()
  t.same(refused, [])
})
