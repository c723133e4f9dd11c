import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { beginEmpty, setupToken } from '../../server/local/begin-empty.ts'
import { scratch } from '../fixtures/scratch.ts'

t.test('a folder is begun empty once, and not where the demo lives', async (t) => {
  const folder = await scratch(t)
  t.equal(await setupToken(folder), null)
  await t.rejects(beginEmpty(folder, false), { message: /holds the demo already/ })
  const made = await beginEmpty(folder, true)
  t.ok(made.length >= 32)
  t.equal(await beginEmpty(folder, false), made)
  t.equal(await setupToken(folder), made)
  t.equal((await stat(join(folder, 'setup-token'))).mode & 0o777, 0o600)
})
