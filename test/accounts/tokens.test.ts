import { createHash } from 'node:crypto'
import t from 'tap'
import { hashToken, newSalt, newToken, successorOf } from '../../server/accounts/tokens.ts'

t.test('tokens are 256 bits, fit into cookies and links, and differ', async (t) => {
  const tokens = Array.from({ length: 100 }, newToken)
  for (const token of tokens) t.match(token, /^[A-Za-z0-9_-]{43}$/)
  t.equal(new Set(tokens).size, 100)
})

t.test('what is stored of a token is its SHA-256', async (t) => {
  const digest = createHash('sha256').update('abc').digest('hex')
  t.equal(Buffer.from(hashToken('abc')).toString('hex'), digest)
})

t.test('a successor looks like any token, and takes both its token and its salt', async (t) => {
  const [token, salt] = [newToken(), newSalt()]
  const successor = successorOf(token, salt)
  t.match(successor, /^[A-Za-z0-9_-]{43}$/)
  t.equal(successorOf(token, salt), successor)
  t.not(successorOf(token, newSalt()), successor)
  t.not(successorOf(newToken(), salt), successor)
})
