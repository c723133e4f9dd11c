// A film that was rented, with the real API, database and bucket.
// In every run: it plays.
import t from 'tap'
import { accessWords } from '../../../contract/words/access.ts'
import { day } from '../../../contract/words/format.ts'
import { siteWords } from '../../../contract/words/site.ts'
import { openApi } from '../../fixtures/player/with-api.ts'
import { settled, visitor } from './visit.ts'

const dayMs = 24 * 60 * 60_000

t.test('a rental’s page says when it ends, and its new end as soon as it plays', async (t) => {
  const api = await openApi(t)
  const film = await api.video({ slug: 'paid', rentAmount: 399, currency: 'usd' })
  const { cookies, userId } = await api.signUp('ana@films.example')
  const paidAt = api.deps.clock.now()
  const startBy = new Date(paidAt.getTime() + 30 * dayMs)
  await api.deps.database.purchase.create({
    data: {
      ...{ id: 'cs_rent', userId, videoId: film.id, kind: 'rent', amount: 399, currency: 'usd' },
      ...{ status: 'paid', watchHours: 48, paidAt, startBy },
    },
  })
  const { page, context } = await visitor(t, { url: api.origin })
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: api.origin })))
  const until = (time: Date) =>
    page.getByText(siteWords('until', { date: day(time.toISOString(), 'en-GB') })).waitFor()
  await page.goto('/watch/paid')
  await settled(page)
  await until(startBy)
  await page.locator('matinee-player[state=ready]').waitFor()
  await page.locator('matinee-player').getByRole('button', { name: 'play' }).first().click()
  await until(new Date(paidAt.getTime() + 2 * dayMs))
})

t.test('a rental that is refunded while its film is open is no longer said to run', async (t) => {
  const api = await openApi(t)
  const film = await api.video({ slug: 'paid', rentAmount: 399, currency: 'usd' })
  const { cookies, userId } = await api.signUp('bea@films.example')
  const paidAt = api.deps.clock.now()
  const startBy = new Date(paidAt.getTime() + 30 * dayMs)
  await api.deps.database.purchase.create({
    data: {
      ...{ id: 'cs_back', userId, videoId: film.id, kind: 'rent', amount: 399, currency: 'usd' },
      ...{ status: 'paid', watchHours: 48, paidAt, startBy },
    },
  })
  const { page, context } = await visitor(t, { url: api.origin })
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: api.origin })))
  await page.goto('/watch/paid')
  await settled(page)
  const player = page.locator('matinee-player')
  await page.locator('matinee-player[state=ready]').waitFor()
  const facts = page.locator('.facts')
  const rented = accessWords('badge.rented')
  t.match(await facts.textContent(), rented)
  await api.deps.database.purchase.updateMany({
    where: { userId },
    data: { status: 'refunded', amountRefunded: 399 },
  })
  await player.getByRole('button', { name: 'play' }).first().click()
  await page.locator('matinee-player[state=stopped]').waitFor()
  await facts.getByText(rented).waitFor({ state: 'detached' })
  t.notMatch(await facts.textContent(), day(startBy.toISOString(), 'en-GB'))
})
