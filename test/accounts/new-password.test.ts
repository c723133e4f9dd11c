import t from 'tap'
import { checkNewPassword } from '../../server/accounts/new-password.ts'

const about = { email: 'ana.lopez@kino.example', siteName: 'Lumière' }

const refusal = (password: string): string | null => {
  try {
    checkNewPassword(password, about)
    return null
  } catch (error) {
    return (error as Error).message
  }
}

t.test('what is guessed first is refused, in any letter case and with a sign or two', async (t) => {
  const guessed = ['password', 'PASSWORD', '12345678', 'qwertyuiop', 'Password1!', 'letmein!!']
  for (const password of guessed) t.match(refusal(password), /guessed first|at least 8/, password)
})

t.test('one sign, or two in turn, are no password', async (t) => {
  for (const password of ['a'.repeat(12), 'é'.repeat(8), 'abAB'.repeat(4), '-_'.repeat(9)])
    t.match(refusal(password), /guessed first/, password)
  t.equal(refusal('abc'.repeat(4)), null)
})

t.test('spaces alone are refused, spaces between words are not', async (t) => {
  t.match(refusal(' '.repeat(8)), /spaces alone/)
  t.match(refusal('\u00a0'.repeat(12)), /spaces alone/)
  t.equal(refusal('  two words  '), null)
})

t.test(
  'one’s own address and the name of the site are refused, with digits behind too',
  async (t) => {
    const own = [
      'ana.lopez@kino.example',
      'Ana.Lopez',
      'analopez1988',
      'ana_lopez!',
      'kino.example',
    ]
    for (const password of [...own, 'lumière2026', 'LUMIE\u0300RE!!']) {
      t.match(refusal(password), /your address or the name/, password)
    }
    t.equal(refusal('the analopez of the house'), null)
  },
)

t.test('length is counted in characters as they are read', async (t) => {
  t.match(refusal('ü'.repeat(7)), /at least 8/)
  t.match(refusal('u\u0308'.repeat(7)), /at least 8/, 'composed of two code points each')
  t.equal(refusal('üñé'.repeat(3).slice(0, 8)), null)
  t.equal(refusal('🎬🍿🎥🎟'.repeat(2)), null)
  t.equal(refusal(`${'u\u0308n\u0303'.repeat(99)}zz`), null)
  t.match(refusal('ü'.repeat(201)), /at most 200/)
})

t.test('words that nobody else would think of together are taken', async (t) => {
  for (const password of [
    'correct horse battery staple',
    'a brand new password',
    'ana at the kino',
  ]) {
    t.equal(refusal(password), null, password)
  }
})
