import { createHash, randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { accountWords } from '../../../contract/words/account.ts'
import { factorWords } from '../../../contract/words/factors.ts'
import { operatorWords } from '../../../contract/words/operators.ts'
import { say } from '../../../contract/words/server.ts'
import { siteWords } from '../../../contract/words/site.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { buildApp } from '../../../server/app.ts'
import { freePort } from '../../../server/local/postgres.ts'
import { services } from '../../fixtures/app.ts'
import { password, signedUp, visitor as visitorOf } from '../../fixtures/visitor.ts'
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
  return { url, app, page, context, complaints, ana, button, actions, ...deps }
}

/** A picture of the page, where SCREENSHOTS names a folder. */
async function shot(page: Page, name: string) {
  const folder = process.env.SCREENSHOTS
  if (folder === undefined) return
  await writeFile(`${folder}/${name}.png`, await page.screenshot({ fullPage: true }))
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
  const { url, app, page, context, complaints, ana, button, clock, database } = await person(t)
  await open(page, '/account/settings')
  await button(factorWords('totpBegin')).click()
  const secret = (await page.locator('code.address').textContent()) ?? ''
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  await page.getByRole('img', { name: factorWords('totpQr') }).waitFor()
  await shot(page, 'qr')
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

  // A mailed link asks for a code, too, and cannot be guessed at for ever.
  const link = async () => {
    const token = randomBytes(32).toString('base64url')
    const createdAt = clock.now()
    const expiresAt = new Date(createdAt.getTime() + 900_000)
    const hash = createHash('sha256').update(token).digest()
    await database.mailedLink.create({
      data: { hash, userId: ana.userId, purpose: 'sign-in', createdAt, expiresAt },
    })
    return token
  }
  await context.clearCookies()
  await page.evaluate(() => localStorage.clear())
  await open(page, `/sign-in-link#token=${await link()}`)
  await button(uiWords('signIn')).waitFor()
  const before = await database.mailedLink.count({ where: { usedAt: { not: null } } })
  t.equal(before, 0, 'nobody is signed in without a press')
  await button(uiWords('signIn')).click()
  await page.getByText(siteWords('codeAsked')).waitFor()
  await shot(page, 'link')
  clock.advance(60)
  await page.locator('input[name=code]').fill(code())
  await button(accountWords('linkGoOn')).click()
  await page.waitForURL((url) => url.pathname === '/')
  t.same(
    complaints.filter((what) => !/401/.test(what)),
    [],
  )

  const token = await link()
  const follow = async (given: string) =>
    (await visitorOf(app, url).post('/api/auth/sign-in-link/follow', { token, code: given }))
      .statusCode
  for (let count = 0; count < 5; count += 1) t.equal(await follow('000000'), 401)
  clock.advance(60)
  t.equal(await follow(code()), 401, 'not even by the right one')
})

t.test('a passkey that is there already, or no longer, is told as such', async (t) => {
  const { page, context, button, database } = await person(t)
  await open(page, '/account/settings')
  const add = async (name: string) => {
    await page.getByLabel(factorWords('passkeyName')).fill(name)
    await button(factorWords('addPasskey')).click()
  }
  await add('My laptop')
  await page.getByText('My laptop').waitFor()
  await add('The same laptop')
  await page.getByText(factorWords('passkeyThere')).waitFor()

  await database.passkey.deleteMany()
  await context.clearCookies()
  await page.evaluate(() => localStorage.clear())
  await open(page, '/sign-in')
  await button(factorWords('usePasskey')).click()
  await page.getByText(say('accounts.passkeyUnknown')).waitFor()
})
