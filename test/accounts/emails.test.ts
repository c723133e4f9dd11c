import t from 'tap'
import { isAddress, normaliseEmail } from '../../server/accounts/emails.ts'

t.test('however an address is typed, it is one', async (t) => {
  const stored = 'josé@xn--exmple-qta.com'
  const typed = [
    'josé@exámple.com',
    'jose\u0301@exa\u0301mple.com',
    ' JOSE\u0301@EXÁMPLE.com\t',
    'josé@ｅｘáｍｐｌｅ.com',
    'josé@xn--exmple-qta.com',
    'josé@XN--exmple-QTA.com',
  ]
  for (const address of typed) t.equal(normaliseEmail(address), stored, JSON.stringify(address))
  t.equal(normaliseEmail(normaliseEmail('jose\u0301@ｅxample.com')), 'josé@example.com')
})

t.test('capitals that hide in one sign are small letters like others', async (t) => {
  t.equal(normaliseEmail('ana@㎆.example'), 'ana@mb.example')
})

t.test('before the @ letters that merely look alike stay different', async (t) => {
  t.not(normaliseEmail('ﬁ@films.example'), normaliseEmail('fi@films.example'))
})

t.test('what turns out to hold another @ or a slash is no address', async (t) => {
  t.ok(isAddress(normaliseEmail('ana@films.example')))
  t.notOk(isAddress(normaliseEmail('ana@evil.example＠films.example')))
  t.notOk(isAddress(normaliseEmail('ana@films.example℀b')))
})

/** The rule of https://html.spec.whatwg.org/#valid-e-mail-address, which browsers go by. */
const addresses: [typed: string, is: boolean][] = [
  ['a..b@films.example', true],
  ['.ana.@films.example', true],
  ["o'hara+films=1@films.example", true],
  ['ana@localhost', true],
  ['ana@b\u00fccher.example', true],
  [`${'a'.repeat(64)}@${'b'.repeat(63)}.example`, true],
  [`${'a'.repeat(240)}@films.example`, true],
  [`${'a'.repeat(241)}@films.example`, false],
  ['jos\u00e9@films.example', false],
  ['"ana b"@films.example', false],
  ['ana(at)@films.example', false],
  ['ana@films..example', false],
  ['ana@films.example.', false],
  ['ana@.films.example', false],
  ['ana@-films.example', false],
  ['ana@films-.example', false],
  ['ana@fi_lms.example', false],
  ['ana@[127.0.0.1]', false],
  ['ana@films.example:80', false],
  ['ana@b\u00fccher.example?x', false],
  ['ana@films.example/b\u00e9', false],
  [`ana@${'b'.repeat(64)}.example`, false],
  ['@films.example', false],
  ['ana@', false],
  ['ana', false],
  ['', false],
]

t.test('an address is what browsers take for one', async (t) => {
  for (const [typed, is] of addresses) t.equal(isAddress(normaliseEmail(typed)), is, typed)
})
