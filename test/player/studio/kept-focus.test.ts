import type { Page } from 'playwright-core'
import t from 'tap'
import { peopleWords } from '../../../contract/words/people.ts'
import { settingsWords } from '../../../contract/words/settings.ts'
import { addUser } from '../../fixtures/rows.ts'
import { openStudio } from '../../fixtures/studio.ts'
import { open } from '../site/visit.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const hasFocus = (page: Page, selector: string) =>
  page.locator(selector).and(page.locator(':focus')).waitFor()

t.test('what a button opens has the focus, and the button has it again afterwards', async (t) => {
  const { page, complaints } = await openStudio(t)
  await open(page, '/studio/mails')
  const row = page.getByRole('listitem').filter({ hasText: settingsWords('mailText.cancelled') })
  await row.getByRole('button').press('Enter')
  await hasFocus(page, 'input[name=subject]')
  await button(page, settingsWords('mailClose')).press('Enter')
  await row.getByRole('button').and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Enter')
  await hasFocus(page, 'input[name=subject]')
  t.same(complaints, [])
})

t.test('a refund that was asked for by mistake is left, by the keyboard, too', async (t) => {
  const { page, services, database, complaints } = await openStudio(t)
  const { id: userId } = await addUser(services, { email: 'ana@films.example' })
  const of = { userId, customerId: 'cus_1', kind: 'other', amount: 900, currency: 'usd' }
  const paid = { id: 'ch_1', ...of, status: 'succeeded', at: services.clock.now() }
  await database.payment.create({ data: paid })
  await open(page, `/studio/people/${userId}`)
  await button(page, peopleWords('refund')).press('Enter')
  const leave = button(page, peopleWords('refundNot'))
  await leave.and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Enter')
  await button(page, peopleWords('refund')).and(page.locator(':focus')).waitFor()
  t.equal(await leave.count(), 0)
  t.same(complaints, [])
})
