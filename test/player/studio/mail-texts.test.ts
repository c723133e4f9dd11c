import { writeFile } from 'node:fs/promises'
import t from 'tap'
import { settingsWords } from '../../../contract/words/settings.ts'
import { studioWords } from '../../../contract/words/studio.ts'
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
  await page.getByRole('status').getByText(studioWords('saved')).waitFor()
  await button(settingsWords('mailUsual')).click()
  await page.getByText(settingsWords('mailOwn')).waitFor({ state: 'detached' })
  t.equal(
    await page.locator('input[name=subject]').inputValue(),
    'Your account at {siteName} is ready',
  )
  t.same(complaints, [])
})

t.test('of two who word one mail the second is told what the first has saved', async (t) => {
  const { page, database, operator } = await openStudio(t)
  await open(page, '/studio/mails')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  await button(settingsWords('mailChange')).first().click()
  const subject = page.locator('input[name=subject]')
  await subject.fill('Mine at {siteName}')
  const [row] = (await operator.get('/api/studio/mail-texts')).json().texts
  const put = (body: object) => operator.request('PUT', `/api/studio/mail-texts/${row.kind}`, body)
  const theirs = { subject: 'Theirs at {siteName}', text: `${row.text}\n\nSee you.` }
  t.equal((await put({ ...theirs, changedAt: row.changedAt })).statusCode, 200)
  t.match((await put({ ...theirs, changedAt: row.changedAt })).json(), {
    ...{ code: 'CONFLICT', current: { subject: theirs.subject } },
  })
  t.equal((await put(theirs)).statusCode, 200, 'who does not ask is not refused')
  await button(settingsWords('mailSave')).click()
  await page.getByText('Theirs at {siteName}').waitFor()
  t.equal(await subject.inputValue(), 'Mine at {siteName}', 'what was typed stays')
  t.match(await database.mailText.findMany(), [theirs])
  await button(settingsWords('saveMine')).click()
  await page.getByRole('status').getByText(studioWords('saved')).waitFor()
  t.match(await database.mailText.findMany(), [{ subject: 'Mine at {siteName}' }])
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
