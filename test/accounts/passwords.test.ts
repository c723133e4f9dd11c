import t from 'tap'
import {
  hashPassword,
  noPassword,
  prepareDecoy,
  verifyPassword,
} from '../../server/accounts/passwords.ts'

t.test('a password is hashed by argon2id with 19 MiB, two passes and one lane', async (t) => {
  const stored = await hashPassword('correct horse')
  t.match(stored, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  t.not(await hashPassword('correct horse'), stored, 'salted')
})

t.test('only the password itself matches', async (t) => {
  const stored = await hashPassword('Größe 12')
  t.equal(await verifyPassword(stored, 'Größe 12'), true)
  for (const wrong of ['größe 12', 'Größe 12 ', 'Größe', '']) {
    t.equal(await verifyPassword(stored, wrong), false, wrong)
  }
})

t.test('without an account nothing matches, not even the decoy’s own password', async (t) => {
  t.equal(await verifyPassword(null, 'anything'), false)
  t.equal(await verifyPassword(null, 'no account has this password'), false)
  t.equal(await verifyPassword(noPassword, 'none'), false)
  t.equal(await verifyPassword(noPassword, 'no account has this password'), false)
})

t.test('the decoy costs what a real hash costs, and is made once', async (t) => {
  const decoy = await prepareDecoy()
  t.match(decoy, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  t.equal(await prepareDecoy(), decoy)
})
