import { writeFile } from 'node:fs/promises'
import t from 'tap'
import { openingWords } from '../../../contract/words/opening.ts'
import { operatorWords } from '../../../contract/words/operators.ts'
import { peopleWords } from '../../../contract/words/people.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { openStudio } from '../../fixtures/studio.ts'
import { findings, overflow, smallTargets } from '../site/inspect.ts'
import { open } from '../site/visit.ts'

t.test('each role sees the pages that it can use, and no other', async (t) => {
  const { page, database, operator } = await openStudio(t)
  const links = async () => {
    await open(page, '/studio')
    return page
      .locator('.studio-nav a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')))
  }
  const become = (role: 'admin' | 'manager' | 'editor' | 'support') =>
    database.user.update({ where: { id: operator.userId }, data: { role } })
  t.same((await links()).slice(-2), ['/studio/operators', '/studio/audit'])
  await become('manager')
  t.same(await links(), [
    ...['/studio/today', '/studio', '/studio/collections', '/studio/front', '/studio/people'],
    ...[
      '/studio/mails',
      '/studio/payments',
      '/studio/numbers',
      '/studio/settings',
      '/studio/state',
      '/studio/audit',
    ],
  ])
  await open(page, '/studio/opening')
  await page.getByText(openingWords('ownersDo')).first().waitFor()
  t.equal(await page.getByRole('link', { name: openingWords('plan.go') }).count(), 0)
  t.equal(await page.getByRole('button', { name: openingWords('stripe.go') }).count(), 0)
  t.equal(await page.getByRole('link', { name: openingWords('film.go') }).count(), 1)
  await become('editor')
  t.same(await links(), ['/studio', '/studio/collections', '/studio/front'])
  await open(page, '/studio/people')
  t.equal(await page.locator('h1').textContent(), uiWords('nothingHereHeading'))
  await become('support')
  t.same(await links(), ['/studio/today', '/studio/people', '/studio/mails'])
  t.equal(await page.locator('h1').textContent(), peopleWords('people'))
  await open(page, `/studio/people/${operator.userId}`)
  await page.getByRole('heading', { name: uiWords('plan'), exact: true }).waitFor()
  t.equal(await page.getByRole('heading', { name: peopleWords('payments') }).count(), 0)
  t.equal(await page.getByRole('button', { name: peopleWords('join') }).count(), 0)
})

t.test('someone is invited, taken back, and the log tells of it', async (t) => {
  const { page, complaints, database } = await openStudio(t)
  await open(page, '/studio/operators')
  await page.getByLabel(operatorWords('email')).fill('eva@films.example')
  await page.getByLabel(operatorWords('role')).selectOption('manager')
  await page.getByRole('button', { name: operatorWords('send') }).click()
  await page.getByRole('list', { name: operatorWords('invitations') }).waitFor()
  t.equal(
    await page.getByLabel(operatorWords('role')).inputValue(),
    'editor',
    'the next one is offered the role that the first one was, and not the first of the list',
  )
  await page.getByRole('button', { name: operatorWords('takeBack') }).click()
  await page.getByText(operatorWords('noInvitations')).waitFor()
  await open(page, '/studio/audit')
  await page.getByText('eva@films.example').first().waitFor()
  await page.getByLabel(operatorWords('action')).selectOption('operator.invitation-taken-back')
  await page.getByRole('button', { name: operatorWords('filter') }).click()
  await page.getByText('"role":"manager"').waitFor({ state: 'detached' })
  const csv = await page.getByRole('link', { name: operatorWords('csv') }).getAttribute('href')
  t.match(csv, 'action=operator.invitation-taken-back')
  t.equal(await database.operatorInvitation.count(), 1)
  t.same(complaints, [])
})

t.test('the pages fit a narrow window, a finger, a screen reader and both themes', async (t) => {
  const { page } = await openStudio(t, { width: 320, height: 640 })
  for (const path of ['/studio/operators', '/studio/audit']) {
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      await open(page, path)
      t.equal(await overflow(page), 0, `${path} does not scroll sideways at 320 px`)
      t.same(await smallTargets(page), [], path)
      t.same(await findings(page), [], `${path} ${colorScheme}`)
      const shots = process.env.SCREENSHOTS
      const name = `${path.split('/').at(-1)}-${colorScheme}.png`
      if (shots !== undefined) await writeFile(`${shots}/${name}`, await page.screenshot())
    }
  }
})
