import { randomUUID } from 'node:crypto'
import t, { type Test } from 'tap'
import { saveProgress } from '../../server/playback/progress.ts'
import { openTestPlayback } from '../fixtures/playback.ts'
import { addPlayableVideo, addUser } from '../fixtures/rows.ts'

async function setUp(t: Test) {
  const { database, clock, ...rest } = await openTestPlayback(t)
  const video = await addPlayableVideo({ database, clock, ...rest })
  const { id: userId } = await addUser({ database })
  const save = (positionSeconds: number, videoId = video.id) =>
    saveProgress(database, { userId, videoId, positionSeconds }, clock.now())
  const stored = async () =>
    (await database.watchProgress.findMany()).map(({ positionSeconds }) => positionSeconds)
  return { save, stored }
}

t.test('the latest position counts, forth or back', async (t) => {
  const { save, stored } = await setUp(t)
  await save(12.25)
  await save(30)
  await save(20)
  t.same(await stored(), [20])
})

t.test('a film watched to its end, or begun again, has nothing to go on with', async (t) => {
  const { save, stored } = await setUp(t)
  await save(30)
  await save(39.9)
  t.same(await stored(), [])
  await save(30)
  await save(2)
  t.same(await stored(), [])
})

t.test('two tabs that save at once leave one position', async (t) => {
  const { save, stored } = await setUp(t)
  await Promise.all([11, 12, 13, 14, 15].map((seconds) => save(seconds)))
  t.equal((await stored()).length, 1)
})

t.test('an unknown film has no position', async (t) => {
  const { save } = await setUp(t)
  await t.rejects(save(30, randomUUID()), { code: 'NOT_FOUND' })
})
