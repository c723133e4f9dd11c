import t from 'tap'
import { errorCodes, MatineeError, statusOf } from '../server/errors.ts'

t.test(
  'every code has a status that is an error and a sentence that ends in a full stop',
  async (t) => {
    for (const code of errorCodes) {
      const error = new MatineeError(code)
      t.ok(error.status >= 400 && error.status < 600, code)
      t.match(error.message, /^[A-Z].*\.$/, code)
      t.equal(statusOf(code), error.status)
    }
  },
)

t.test('a detail replaces the sentence and members ride along', async (t) => {
  const error = new MatineeError('PAYMENT_REQUIRED', {
    detail: 'Rent it first.',
    members: { offers: [] },
  })
  t.equal(error.message, 'Rent it first.')
  t.same(error.members, { offers: [] })
})
