import type { Test } from 'tap'
import { systemClock } from '../../../server/clients/clock.ts'
import { openPresigner } from '../../../server/clients/presigner.ts'
import { all, type OpenBucket } from './bucket-for-tests.ts'

export async function prefixSuite(t: Test, open: OpenBucket): Promise<void> {
  await t.test('several share a bucket by prefixes, and see nothing of each other', async (t) => {
    const storage = await open(t)
    const staging = storage.at({ prefix: 'staging' })
    const type = { contentType: 'text/plain' }
    await storage.putBytes('originals/a', 'production', type)
    await staging.putBytes('originals/a', 'staging', type)
    t.equal(Buffer.from((await storage.getBytes('originals/a')) ?? []).toString(), 'production')
    t.same(
      (await all(staging.list('originals/'))).map(({ key }) => key),
      ['originals/a'],
    )
    t.ok(await storage.head('staging/originals/a'))
    const id = await staging.createMultipart('originals/b', type)
    t.same(
      (await all(staging.listMultiparts('originals/'))).map(({ key }) => key),
      ['originals/b'],
    )
    await staging.abortMultipart('originals/b', id)

    const presigner = openPresigner({
      ...staging.location,
      credentials: staging.credentials,
      clock: systemClock,
    })
    const { url } = await presigner.get('originals/a', { expiresInSeconds: 60 })
    t.equal(await (await fetch(url)).text(), 'staging')
    const batch = await presigner.batch({ expiresInSeconds: 60 })
    t.equal(await (await fetch(batch.below('originals/')('a'))).text(), 'staging')

    t.ok(await staging.copy('originals/a', 'trash/a'))
    t.notOk(await staging.copy('originals/none', 'trash/none'))
    t.equal(await staging.deletePrefix('originals/'), 1)
    t.ok(await storage.head('originals/a'))
  })
}
