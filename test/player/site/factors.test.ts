import { writeFile } from 'node:fs/promises'
import { Secret, TOTP } from 'otpauth'
import t, { type Test } from 'tap'
import { accountWords } from '../../../contract/words/account.ts'
import { factorWords } from '../../../contract/words/factors.ts'
import { operatorWords } from '../../../contract/words/operators.ts'
import { siteWords } from '../../../contract/words/site.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { buildApp } from '../../../server/app.ts'
import { freePort } from '../../../server/local/postgres.ts'
import { services } from '../../fixtures/app.ts'
import { password, signedUp } from '../../fixtures/visitor.ts'
import { findings, overflow, smallTargets } from './inspect.ts'
import { open, visitor } from './visit.ts'

/** Someone at a browser with an authenticator of its own. Passkeys need a name for a host. */
async function person(t: Test) {
  const url = `http://localhost:${await freePort()}`
  const deps = await services(t, { PUBLIC_URL: url })
  const app = await buildApp(deps)
  t.teardown(() => app.close())
  await app.listen({ host: '127.0.0.1', port: Number(new URL(url).port) })
  const ana = await signedUp(app, 'ana@films.example', url)
  const { page, context, complaints } = await visitor(t, { url }, { width: 390, height: 844 })
  await context.addCookies(
    [...ana.cookies].map(([name, value]) => ({ name, value, url, httpOnly: true })),
  )
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const actions = async () =>
    (await deps.database.auditEntry.findMany({ orderBy: { id: 'asc' } })).map(
      ({ action }) => action,
    )
  return { url, page, context, complaints, ana, button, actions, ...deps }
}

t.test('a passkey is added, signs in, proves who one is, and is removed', async (t) => {
  const { page, context, complaints, ana, button, actions, database, clock } = await person(t)
  await open(page, '/account/settings')
  await page.getByLabel(factorWords('passkeyName')).fill('My laptop')
  await button(factorWords('addPasskey')).click()
  await page.getByText('My laptop').waitFor()
  t.equal(await overflow(page), 0, 'nothing scrolls sideways')
  t.same(await smallTargets(page), [])
  t.same(await findings(page), [])
  const shots = process.env.SCREENSHOTS
  if (shots !== undefined) {
    await writeFile(`${shots}/factors.png`, await page.screenshot({ fullPage: true }))
  }

  await context.clearCookies()
  await page.evaluate(() => localStorage.clear())
  await open(page, '/sign-in')
  await button(factorWords('usePasskey')).click()
  await page.waitForURL((url) => url.pathname === '/')
  const me = await page.evaluate(async () => (await fetch('/api/me')).json())
  t.match(me, { user: { email: ana.email } })

  await database.user.update({ where: { id: ana.userId }, data: { role: 'admin' } })
  await database.refreshFamily.updateMany({
    data: { secondFactorAt: new Date(clock.now().getTime() - 3_601_000) },
  })
  await page.reload()
  await open(page, '/studio/operators')
  await page.getByLabel(operatorWords('email')).fill('eva@films.example')
  await button(operatorWords('send')).click()
  await page.getByText(factorWords('proofLead')).waitFor()
  if (shots !== undefined) await writeFile(`${shots}/proof.png`, await page.screenshot())
  await button(factorWords('usePasskey')).click()
  await button(operatorWords('takeBack'))
    .or(page.getByText(uiWords('tryAgain')))
    .first()
    .waitFor()

  await open(page, '/account/settings')
  await button(factorWords('remove')).click()
  await page.getByText(factorWords('noPasskeys')).waitFor()
  const done = await actions()
  for (const action of ['user.passkey-added', 'user.proven', 'user.passkey-removed'])
    t.ok(done.includes(action), action)
  t.same(complaints, [])
})

t.test('an app for codes is set up, and asked for at the next sign-in', async (t) => {
  const { page, context, complaints, ana, button, clock } = await person(t)
  await open(page, '/account/settings')
  await button(factorWords('totpBegin')).click()
  const secret = (await page.locator('code.address').textContent()) ?? ''
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  const code = () => totp.generate({ timestamp: clock.now().getTime() })
  await page.getByLabel(factorWords('code')).fill(code())
  await button(factorWords('goOn')).click()
  await page.getByText(factorWords('recoveryLead')).waitFor()
  t.equal(await page.locator('.recovery-codes li').count(), 10)
  t.equal(await overflow(page), 0)

  await context.clearCookies()
  await page.evaluate(() => localStorage.clear())
  await open(page, '/sign-in')
  await page.locator('input[name=email]').fill(ana.email)
  await page.locator('input[name=password]').fill(password)
  await button(uiWords('signIn')).click()
  await page.getByText(siteWords('codeAsked')).waitFor()
  await page.locator('input[name=code]').fill('000000')
  await button(uiWords('signIn')).click()
  await page.getByText(uiWords('codeWrong')).waitFor()
  clock.advance(60)
  await page.locator('input[name=code]').fill(code())
  await button(uiWords('signIn')).click()
  await page.waitForURL((url) => url.pathname === '/')
  await open(page, '/account')
  await page.getByText(accountWords('signedInAs')).waitFor()
  t.same(complaints, [])
})
