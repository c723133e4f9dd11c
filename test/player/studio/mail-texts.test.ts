import { writeFile } from 'node:fs/promises'
import t from 'tap'
import { settingsWords } from '../../../contract/words/settings.ts'
import { openStudio } from '../../fixtures/studio.ts'
import { open } from '../site/visit.ts'

t.test('a mail is worded anew in the studio, looked at, and put back', async (t) => {
  const { page, complaints } = await openStudio(t)
  await open(page, '/studio/mails')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  await button(settingsWords('mailChange')).first().click()
  const subject = page.locator('input[name=subject]')
  await subject.fill('Hi from {nobody}')
  await button(settingsWords('mailSave')).click()
  await page.locator('input[name=subject][aria-invalid=true]').waitFor()
  await subject.fill('Hi from {siteName}')
  await button(settingsWords('mailPreview')).click()
  await page.getByText('Hi from Matinee').waitFor()
  t.equal(await subject.getAttribute('aria-invalid'), null, 'what was wrong before is not told now')
  await subject.fill('Hi from {somebody}')
  await button(settingsWords('mailPreview')).click()
  await page.locator('input[name=subject][aria-invalid=true]').waitFor()
  t.equal(await page.getByText('Hi from Matinee').count(), 0, 'nor shown what is no more')
  await subject.fill('Hi from {siteName}')
  const folder = process.env.SCREENSHOTS
  if (folder !== undefined) {
    await writeFile(`${folder}/mail-texts.png`, await page.screenshot({ fullPage: true }))
  }
  await button(settingsWords('mailSave')).click()
  await page.getByText(settingsWords('mailOwn')).waitFor()
  await button(settingsWords('mailUsual')).click()
  await page.getByText(settingsWords('mailOwn')).waitFor({ state: 'detached' })
  t.equal(
    await page.locator('input[name=subject]').inputValue(),
    'Your account at {siteName} is ready',
  )
  t.same(complaints, [])
})

t.test('who looks after people finds what was mailed to them', async (t) => {
  const { page, database, complaints } = await openStudio(t)
  await database.user.updateMany({ data: { role: 'support' } })
  await open(page, '/studio')
  await page.getByRole('link', { name: settingsWords('mails'), exact: true }).click()
  await page.getByRole('heading', { level: 1, name: settingsWords('mails') }).waitFor()
  const here = page.locator('.studio-nav [aria-current=page]')
  t.equal(await here.textContent(), settingsWords('mails'))
  t.equal(await page.getByText(settingsWords('mailTexts')).count(), 0, 'but not what they say')
  t.same(complaints, [])
})
