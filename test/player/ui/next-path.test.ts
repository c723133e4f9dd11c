import fc from 'fast-check'
import t from 'tap'
import { safeNext, withNext } from '../../../player/ui/next-path.ts'

t.test('a path of this site is gone back to, with its search and hash', async (t) => {
  for (const path of [
    '/pricing',
    '/watch/night-ferry?t=5#chapters',
    '/checkout?priceId=price_1&from=%2Fwatch%2Fx',
    '/account/welcome?session_id=cs_test_1',
    '/sign-in-history',
  ]) {
    t.equal(safeNext(path), path)
  }
})

t.test('whatever leads elsewhere is not gone to', async (t) => {
  for (const path of [
    undefined,
    null,
    '',
    'watch/x',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\\\\evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    'javascript:alert(1)',
    ' //evil.example',
    'data:text/html,x',
    '/api/auth/sign-out',
    '//[',
  ]) {
    t.equal(safeNext(path), '/', JSON.stringify(path))
    t.equal(safeNext(path, '/pricing'), '/pricing', JSON.stringify(path))
  }
})

t.test('the pages for getting in are not where one wants to be once inside', async (t) => {
  for (const path of ['/sign-in', '/sign-up?next=/x', '/forgot-password', '/reset-password#t']) {
    t.equal(safeNext(path), '/')
  }
})

t.test('whatever is given, the result stays on the origin of the page', async () => {
  const part = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    ':',
    '@',
    '?',
    '#',
    '%2f',
    '\t',
    'evil.example',
  )
  const path = fc.array(fc.oneof(part, fc.string())).map((parts) => parts.join(''))
  fc.assert(
    fc.property(path, (wanted) => {
      const page = 'https://films.example/sign-in'
      return new URL(safeNext(wanted), page).origin === 'https://films.example'
    }),
  )
})

t.test('the way back rides along in the link, unless it is the start page', async (t) => {
  t.equal(withNext('/sign-in', '/watch/x?t=1'), '/sign-in?next=%2Fwatch%2Fx%3Ft%3D1')
  t.equal(withNext('/sign-in', '/'), '/sign-in')
  t.equal(withNext('/sign-in', 'https://evil.example'), '/sign-in')
})
