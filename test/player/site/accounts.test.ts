import t from 'tap'
import { accountWords } from '../../../contract/words/account.ts'
import { startFakeApi } from './fake-api.ts'
import { aVideo, member, refused } from './fake-videos.ts'
import { open, visitor, where } from './visit.ts'

t.test(
  'signing up takes nothing but a keyboard, and leads on to where one wanted to be',
  async (t) => {
    const video = aVideo({ title: 'Night Ferry', access: refused('sign_in_required') })
    const api = await startFakeApi(t, { videos: [video] })
    const { page, complaints } = await visitor(t, api)
    await open(page, '/sign-up?next=%2Fwatch%2Fnight-ferry')
    const focused = () =>
      page.evaluate(
        () =>
          document.activeElement?.getAttribute('aria-label') ??
          (document.activeElement as HTMLInputElement).labels?.[0]?.textContent ??
          document.activeElement?.textContent,
      )
    const tabTo = async (name: string) => {
      for (let presses = 0; presses < 15 && (await focused()) !== name; presses++) {
        await page.keyboard.press('Tab')
      }
      t.equal(await focused(), name)
    }
    await page.keyboard.press('Tab')
    t.equal(await focused(), 'Skip to content')
    await tabTo('E-mail address')
    await page.keyboard.type('ana@example.com')
    await tabTo('Password')
    await page.keyboard.type('a long password')
    await tabTo('Show password')
    await page.keyboard.press('Space')
    t.equal(await page.getByLabel('Password', { exact: true }).getAttribute('type'), 'text')
    await tabTo('Create account')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Night Ferry' }).waitFor()
    t.same(api.bodies('POST', '/api/auth/sign-up'), [
      { email: 'ana@example.com', password: 'a long password' },
    ])
    t.equal(where(page), '/watch/night-ferry')
    await page.getByRole('link', { name: 'Account' }).waitFor()
    t.same(complaints, [])
  },
)

t.test(
  'what is wrong stands beside its field, which has the focus, and nothing typed is lost',
  async (t) => {
    const api = await startFakeApi(t)
    const { page } = await visitor(t, api)
    await open(page, '/sign-up')
    const email = page.getByLabel('E-mail address')
    const password = page.getByLabel('Password', { exact: true })
    const said = async (field: typeof email) => {
      const id = await field.getAttribute('aria-describedby')
      return page.locator(`[id="${id}"]`).textContent()
    }
    await email.fill('ana')
    await password.fill('short')
    await page.keyboard.press('Enter')
    await page.locator('[aria-invalid="true"]').nth(1).waitFor()
    t.match(await said(email), /name@example\.com/)
    t.match(await said(password), /at least 8/)
    t.ok(await email.evaluate((input) => input === document.activeElement))
    t.same(api.bodies('POST', '/api/auth/sign-up'), [], 'nothing was sent')

    await email.fill('taken@example.com')
    await password.fill('long enough')
    await page.keyboard.press('Enter')
    await page.getByText('Said by the API: EMAIL_TAKEN.').waitFor()
    t.match(await said(email), /EMAIL_TAKEN/)
    t.equal(await password.getAttribute('aria-invalid'), null)
    t.equal(await email.inputValue(), 'taken@example.com')
    t.equal(await password.inputValue(), 'long enough')
  },
)

t.test(
  'password managers know which field is which, and no password gets into an address',
  async (t) => {
    const api = await startFakeApi(t)
    const { page } = await visitor(t, api)
    for (const [path, kind] of [
      ['/sign-in', 'current-password'],
      ['/sign-up', 'new-password'],
    ] as const) {
      await open(page, path)
      t.equal(await page.getByLabel('E-mail address').getAttribute('autocomplete'), 'username')
      t.equal(await page.getByLabel('Password', { exact: true }).getAttribute('autocomplete'), kind)
      t.equal(await page.locator('main form').getAttribute('method'), 'post')
    }
  },
)

t.test('a wrong password is told, and the next try gets in', async (t) => {
  const api = await startFakeApi(t, { password: 'the right one' })
  const { page } = await visitor(t, api)
  await open(page, '/sign-in?next=%2Faccount')
  await page.getByLabel('E-mail address').fill('ana@example.com')
  await page.getByLabel('Password', { exact: true }).fill('a wrong one')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('WRONG_CREDENTIALS').waitFor()
  await page.getByLabel('Password', { exact: true }).fill('the right one')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Your account' }).waitFor()
  t.equal(where(page), '/account')
})

t.test('a link to the sign-in page cannot send anyone to another site', async (t) => {
  const api = await startFakeApi(t, { me: member() })
  const { page } = await visitor(t, api)
  for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
    await page.locator('.catalogue').waitFor()
    t.equal(where(page), '/', next)
  }
})

t.test('the way back survives going from signing in to signing up', async (t) => {
  const api = await startFakeApi(t)
  const { page } = await visitor(t, api)
  await open(page, '/sign-in?next=%2Fpricing')
  await page.getByRole('link', { name: 'Create an account' }).click()
  await page.getByRole('heading', { name: 'Create an account' }).waitFor()
  t.equal(where(page), '/sign-up?next=%2Fpricing')
  await page.getByRole('link', { name: 'Sign in', exact: true }).last().click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  t.equal(where(page), '/sign-in?next=%2Fpricing')
})

t.test(
  'a forgotten password gets the same answer whether or not there is an account',
  async (t) => {
    const api = await startFakeApi(t)
    const { page } = await visitor(t, api)
    await open(page, '/forgot-password')
    await page.getByLabel('E-mail address').fill(' ana@example.com ')
    await page.keyboard.press('Enter')
    await page.getByText('If there is an account for ana@example.com').waitFor()
  },
)

t.test('whoever has no password at hand has a link mailed, from the sign-in page', async (t) => {
  const api = await startFakeApi(t)
  const { page } = await visitor(t, api)
  await open(page, '/sign-in?next=%2Fpricing')
  await page.getByRole('link', { name: 'Sign in by a link in your mail' }).click()
  await page.getByRole('heading', { name: 'Sign in by a link in your mail' }).waitFor()
  await page.getByLabel('E-mail address').fill('no address')
  await page.keyboard.press('Enter')
  await page.locator('.field-error').first().waitFor()
  t.same(api.bodies('POST', '/api/auth/sign-in-link'), [])
  await page.getByLabel('E-mail address').fill(' ana@example.com ')
  await page.keyboard.press('Enter')
  await page.getByText('If there is an account for ana@example.com').waitFor()
  t.same(api.bodies('POST', '/api/auth/sign-in-link'), [{ email: 'ana@example.com' }])
  await page.getByRole('link', { name: 'Back to sign in' }).click()
  await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor()
  t.equal(where(page), '/sign-in?next=%2Fpricing')
})

t.test('the mailed link sets a new password', async (t) => {
  const api = await startFakeApi(t)
  const { page } = await visitor(t, api)
  await open(page, '/reset-password#token=good')
  await page.getByLabel('New password').fill('another password')
  await page.keyboard.press('Enter')
  await page.getByText('Your password is changed').waitFor()
  t.same(api.bodies('POST', '/api/auth/password/reset'), [
    { token: 'good', password: 'another password' },
  ])
})

t.test('a link that is used up or cut off leads to a new one', async (t) => {
  const api = await startFakeApi(t)
  const { page } = await visitor(t, api)
  await open(page, '/reset-password#token=used')
  await page.getByLabel('New password').fill('another password')
  await page.keyboard.press('Enter')
  await page.getByText('RESET_LINK_INVALID').waitFor()
  await open(page, '/forgot-password')
  await open(page, '/reset-password')
  await page.getByText('This link is not complete').waitFor()
  await page.getByRole('link', { name: 'Send a new link' }).click()
  await page.getByRole('heading', { name: 'Forgot your password?' }).waitFor()
})

t.test('a mailed link leads back to where it was asked for', async (t) => {
  const api = await startFakeApi(t)
  const { page } = await visitor(t, api)
  const ask = async (path: string) => {
    await open(page, `${path}?next=%2Fpricing`)
    await page.getByLabel('E-mail address').fill('ana@example.com')
    await page.keyboard.press('Enter')
    await page.getByText('If there is an account for ana@example.com').waitFor()
  }
  await ask('/forgot-password')
  await open(page, '/reset-password#token=good')
  await page.getByLabel('New password').fill('another password')
  await page.keyboard.press('Enter')
  const onwards = page.getByRole('main').getByRole('link', { name: 'Sign in', exact: true })
  t.equal(await onwards.getAttribute('href'), '/sign-in?next=%2Fpricing')
  await ask('/sign-in-link')
  await open(page, '/sign-in-link#token=good')
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => url.pathname === '/pricing')
})

t.test('a link for signing in that is used up is asked for again in its place', async (t) => {
  const api = await startFakeApi(t)
  const { page } = await visitor(t, api)
  await open(page, '/sign-in-link#token=used')
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByText(accountWords('linkFailed')).waitFor()
  await page.getByLabel('E-mail address').fill('ana@example.com')
  await page.keyboard.press('Enter')
  await page.getByText('If there is an account for ana@example.com').waitFor()
})

t.test('a link that no answer came to is tried again, and is not called used up', async (t) => {
  const api = await startFakeApi(t)
  const { page } = await visitor(t, api)
  await page.route('**/api/auth/email/verify', (route) => route.abort())
  await page.goto('/verify-email#token=good')
  await page.getByText(accountWords('linkNotTaken')).waitFor()
  await page.unroute('**/api/auth/email/verify')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText(accountWords('addressConfirmed')).waitFor()
})

t.test('a link that has confirmed the address says so again after a reload', async (t) => {
  const me = member()
  const api = await startFakeApi(t, { me: { ...me, user: { ...me.user, emailVerified: true } } })
  const { page } = await visitor(t, api)
  await page.goto('/verify-email#token=used')
  await page.getByText(accountWords('addressConfirmed')).waitFor()
  api.world.me = { ...me, user: { ...me.user, emailVerified: false } }
  await page.reload()
  await page.getByText('RESET_LINK_INVALID').waitFor()
})
