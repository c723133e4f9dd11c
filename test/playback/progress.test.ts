import { randomUUID } from 'node:crypto'
import t, { type Test } from 'tap'
import { openProgress } from '../../server/playback/progress.ts'
import { openTestPlayback } from '../fixtures/playback.ts'
import { addPlayableVideo, addUser } from '../fixtures/rows.ts'

async function setUp(t: Test) {
  const { database, clock, ...rest } = await openTestPlayback(t)
  const video = await addPlayableVideo({ database, clock, ...rest })
  const { id: userId } = await addUser({ database })
  const saveProgress = openProgress({ database, clock })
  const save = (positionSeconds: number, videoId = video.id) =>
    saveProgress({ userId, videoId, positionSeconds })
  const stored = async () =>
    (await database.watchProgress.findMany()).map(({ positionSeconds }) => positionSeconds)
  return { save, stored, saveProgress, database, video }
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

t.test('many viewers’ positions are written together, each its own', async (t) => {
  const { saveProgress, database, video } = await setUp(t)
  const others = await Promise.all([0, 1, 2, 3].map(() => addUser({ database })))
  const positions = [12, 13, 2, 15]
  const saved = others.map(({ id: userId }, index) =>
    saveProgress({ userId, videoId: video.id, positionSeconds: positions[index] ?? 0 }),
  )
  const nowhere = saveProgress({
    ...{ userId: others[0]?.id ?? '', videoId: randomUUID(), positionSeconds: 12 },
  })
  const gone = saveProgress({ userId: randomUUID(), videoId: video.id, positionSeconds: 12 })
  t.match(await Promise.allSettled([...saved, nowhere, gone]), [
    ...saved.map(() => ({ status: 'fulfilled' })),
    { reason: { code: 'NOT_FOUND' } },
    // Where there is no account there is nothing to tell anyone.
    { status: 'fulfilled' },
  ])
  const rows = await database.watchProgress.findMany({ orderBy: { positionSeconds: 'asc' } })
  t.same(
    rows.map(({ positionSeconds }) => positionSeconds),
    [12, 13, 15],
  )
})

t.test('of several positions of one moment the last counts', async (t) => {
  const { save, stored } = await setUp(t)
  await Promise.all([30, 31, 32].map((seconds) => save(seconds)))
  t.same(await stored(), [32])
})
