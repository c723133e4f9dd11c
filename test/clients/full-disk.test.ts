import { join } from 'node:path'
import t from 'tap'
import { isDiskFull, requireRoom } from '../../server/clients/full-disk.ts'
import { scratch } from '../fixtures/scratch.ts'

t.test('what does not fit on the disk is refused before it is fetched', async (t) => {
  const path = join(await scratch(t), 'source')
  await requireRoom(path, 1)
  const refusal = await requireRoom(path, 2 ** 60).catch((error: unknown) => error)
  t.ok(isDiskFull(refusal))
  t.match(refusal, {
    message: /^The disk of DATA_DIR is full: make room there \(\d+ MiB are lacking/,
  })
  t.notOk(isDiskFull(new Error('damaged')))
})
