import t from 'tap'
import { isAddress, normaliseEmail } from '../../server/accounts/emails.ts'

t.test('however an address is typed, it is one', async (t) => {
  const stored = 'josé@exámple.com'
  const typed = [
    'josé@exámple.com',
    'jose\u0301@exa\u0301mple.com',
    ' JOSE\u0301@EXÁMPLE.com\t',
    'josé@ｅｘáｍｐｌｅ.com',
  ]
  for (const address of typed) t.equal(normaliseEmail(address), stored, JSON.stringify(address))
  t.equal(normaliseEmail(normaliseEmail('jose\u0301@ｅxample.com')), 'josé@example.com')
})

t.test('before the @ letters that merely look alike stay different', async (t) => {
  t.not(normaliseEmail('ﬁ@films.example'), normaliseEmail('fi@films.example'))
})

t.test('what turns out to hold another @ or a slash is no address', async (t) => {
  t.ok(isAddress(normaliseEmail('ana@films.example')))
  t.notOk(isAddress(normaliseEmail('ana@evil.example＠films.example')))
  t.notOk(isAddress(normaliseEmail('ana@films.example℀b')))
})
