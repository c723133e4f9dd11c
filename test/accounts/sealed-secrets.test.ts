import t from 'tap'
import { countSealed, sealAnew } from '../../server/accounts/sealed-secrets.ts'
import { createUser } from '../../server/accounts/users.ts'
import { seal, unseal } from '../../server/clients/seal.ts'
import { services } from '../fixtures/app.ts'

t.test('what an older secret sealed is sealed anew, so that it can be taken out', async (t) => {
  const { database, clock } = await services(t)
  const now = clock.now()
  const factor = async (email: string, secret: string) => {
    const { id: userId } = await createUser(database, { email, password: 'correct horse', now })
    const row = { secret: seal(email, [secret]), createdAt: now, confirmedAt: now, lastStep: 0 }
    await database.totp.create({ data: { userId, ...row } })
    return userId
  }
  await factor('ana@films.example', 'newer')
  const bob = await factor('bob@films.example', 'older')
  await factor('eve@films.example', 'forgotten')
  const url = 'https://films.example/webhooks/stripe'
  const secret = seal('whsec_1', ['older'])
  await database.webhookEndpoint.create({ data: { id: 'we_1', url, secret } })

  const both = ['newer', 'older']
  t.strictSame(await countSealed(database, both), { first: 1, older: 2, lost: 1 })
  t.strictSame(await countSealed(database, ['newer']), { first: 1, older: 0, lost: 3 })
  t.equal(await sealAnew(database, ['newer']), 0, 'what cannot be opened is left as it is')
  t.equal(await sealAnew(database, both), 2)
  t.equal(await sealAnew(database, both), 0)
  t.strictSame(await countSealed(database, ['newer']), { first: 3, older: 0, lost: 1 })
  const row = await database.totp.findUniqueOrThrow({ where: { userId: bob } })
  t.equal(unseal(row.secret, ['newer']), 'bob@films.example')
  const endpoint = await database.webhookEndpoint.findUniqueOrThrow({ where: { id: 'we_1' } })
  t.equal(unseal(endpoint.secret, ['newer']), 'whsec_1')
})
