import t from 'tap'
import {
  emailError,
  fieldErrors,
  newPasswordError,
  onlyErrors,
} from '../../../player/ui/field-errors.ts'
import { Problem } from '../../../player/ui/problem.ts'

const problem = (code: string, more: object = {}) =>
  new Problem({ status: 400, code, detail: 'The sentence.', ...more })

t.test('what the API refuses stands beside its field', async (t) => {
  const fields = [
    { field: 'email', message: 'must match pattern' },
    { field: 'password', message: 'must not have fewer than 8 characters' },
    { field: 'elsewhere', message: 'is unknown' },
  ]
  const found = fieldErrors(problem('BAD_REQUEST', { fields }), ['email', 'password'])
  t.same(Object.keys(found), ['email', 'password'])
  t.notMatch(Object.values(found).join(), /pattern/, 'in words for people')
})

t.test('an address that is taken is a matter of the address', async (t) => {
  t.same(fieldErrors(problem('EMAIL_TAKEN'), ['email', 'password']), { email: 'The sentence.' })
  t.same(fieldErrors(problem('EMAIL_TAKEN'), ['password']), {})
})

t.test('a field without words of its own gets the message as a sentence', async (t) => {
  const fields = [{ field: 'title', message: 'is too long' }, { field: 'slug' }]
  t.same(fieldErrors(problem('BAD_REQUEST', { fields }), ['title', 'slug']), {
    title: 'This is too long.',
    slug: 'This is not accepted.',
  })
})

t.test('what the API says in sentences of its own stands as it is', async (t) => {
  const message = 'This time has passed. Choose one that lies ahead.'
  const fields = [{ field: 'publishAt', message }]
  t.same(fieldErrors(problem('BAD_REQUEST', { fields }), ['publishAt']), { publishAt: message })
})

t.test('what is about no field stays with the form', async (t) => {
  t.same(fieldErrors(problem('WRONG_CREDENTIALS'), ['email', 'password']), {})
})

t.test('addresses and passwords that cannot be meant are seen before sending', async (t) => {
  for (const good of ['a@b', ' ana@example.com ', 'ana+films@example.co.uk']) {
    t.equal(emailError(good), undefined, good)
  }
  for (const bad of ['', 'ana', 'ana@', '@example.com', 'a b@example.com', undefined]) {
    t.type(emailError(bad), 'string', `${bad}`)
  }
  t.equal(newPasswordError('12345678'), undefined)
  t.type(newPasswordError('1234567'), 'string')
  t.same(onlyErrors({ email: undefined, password: 'Too short.' }), { password: 'Too short.' })
})
