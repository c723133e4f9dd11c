import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { demoVideos, type SeedProgress, seedVideos } from '../../server/local/demo-videos.ts'
import { startWorker } from '../../server/transcode/worker.ts'
import { services } from '../fixtures/app.ts'
import { makeClip } from '../fixtures/media.ts'
import { scratch } from '../fixtures/scratch.ts'
import { until } from '../fixtures/until.ts'

t.test('one film is free, one is for members, one is to rent or buy', async (t) => {
  const videos = await demoVideos()
  t.ok(videos[0]?.free, 'the free one comes first')
  t.ok(videos.some(({ members }) => members))
  t.ok(videos.some(({ rentAmount, buyAmount }) => rentAmount && buyAmount))
})

/** Seeds with a small clip in place of the real films, and counts how often one is uploaded. */
async function seeding(t: Test) {
  const deps = await services(t)
  const file = await makeClip(t, { seconds: 3 })
  const uploaded: string[] = []
  const storage: typeof deps.storage = {
    ...deps.storage,
    putFile: async (key, ...rest) => {
      await deps.storage.putFile(key, ...rest)
      if (key.includes('original')) uploaded.push(key)
    },
  }
  const stages: SeedProgress[] = []
  const demo = { description: '', seconds: 3, chapters: [], file }
  const options = {
    videos: [
      { ...demo, slug: 'one', title: 'One', free: true },
      { ...demo, slug: 'two', title: 'Two', members: true },
    ],
    onProgress: (progress: SeedProgress) => stages.push(progress),
  }
  return { deps: { ...deps, storage }, options, uploaded, stages }
}

t.test('films are uploaded once, encoded, and end up playable', async (t) => {
  const { deps, options, uploaded, stages } = await seeding(t)
  await deps.database.plan.create({
    data: { id: 'standard', name: 'Standard', stripeProductId: 'prod_1' },
  })
  const worker = await startWorker(deps, { scratch: await scratch(t), preset: 'superfast' })
  t.teardown(() => worker.close())
  const { playable, done } = seedVideos(deps, options)
  await playable
  t.equal((await deps.database.video.findUnique({ where: { slug: 'one' } }))?.status, 'ready')
  await done
  t.equal(uploaded.length, 2)
  t.same(stages.at(-1), { title: 'Two', stage: 'playable', share: 1 })
  const told = stages.map(({ title }) => title)
  t.same(told, told.toSorted(), 'one film after the other is told of')
  const two = await deps.database.video.findUniqueOrThrow({
    where: { slug: 'two' },
    include: { plans: true },
  })
  t.match(two, { free: false, published: true, plans: [{ planId: 'standard' }] })

  await seedVideos(deps, options).done
  t.equal(uploaded.length, 2, 'a second start uploads nothing again')
  t.equal(await deps.database.encode.count(), 2)
})

t.test('a start that ended after the upload goes on from there', async (t) => {
  const { deps, options, uploaded } = await seeding(t)
  const control = new AbortController()
  const first = seedVideos(deps, {
    ...options,
    signal: control.signal,
    // No worker runs: the first film waits for its encode, and there the start ends.
    onProgress: ({ stage }) => stage === 'encoding' && control.abort(),
  })
  await t.rejects(first.done, { name: 'AbortError' })
  t.equal(uploaded.length, 1)
  const worker = await startWorker(deps, { scratch: await scratch(t), preset: 'superfast' })
  t.teardown(() => worker.close())
  await seedVideos(deps, options).done
  t.equal(uploaded.length, 2)
})

t.test('the next film is queued once the one before is under way', async (t) => {
  const { deps, options, uploaded } = await seeding(t)
  const control = new AbortController()
  // No worker runs: this one says how far the first film has come.
  const { done } = seedVideos(deps, { ...options, signal: control.signal })
  const at = async (progress: number) => {
    await until('the first film', async () => (await deps.database.encode.count()) > 0)
    await deps.database.video.updateMany({ where: { slug: 'one' }, data: { progress } })
  }
  await at(0.04)
  t.equal(uploaded.length, 1)
  await at(0.05)
  await until('the second film', async () => (await deps.database.encode.count()) === 2)
  t.equal(uploaded.length, 2)
  control.abort()
  await t.rejects(done, { name: 'AbortError' })
})

t.test('a film that cannot be encoded is named with the reason', async (t) => {
  const { deps, options } = await seeding(t)
  const worker = await startWorker(deps, { scratch: await scratch(t), preset: 'superfast' })
  t.teardown(() => worker.close())
  const file = join(await scratch(t), 'empty.mp4')
  await writeFile(file, '')
  const videos = options.videos.map((video) => ({ ...video, file }))
  await t.rejects(seedVideos(deps, { ...options, videos }).playable, {
    message: /“One” failed: The file is empty/,
  })
})
