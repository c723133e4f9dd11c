import { randomUUID } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import t, { type Test } from 'tap'
import { openVideos } from '../../server/playback/playable-videos.ts'
import { openTestPlayback } from '../fixtures/playback.ts'
import { addPlayableVideo } from '../fixtures/rows.ts'

async function setUp(t: Test) {
  const deps = await openTestPlayback(t)
  const video = await addPlayableVideo(deps)
  return { deps, video, videos: openVideos(deps.database, deps.clock) }
}

t.test('a film is read once, however many ask', async (t) => {
  const { deps, video, videos } = await setUp(t)
  const before = deps.calls.length
  t.equal(videos.atHand(video.encodeId), undefined)
  const all = await Promise.all(
    Array.from({ length: 5 }, () => videos.get(video.id, video.encodeId)),
  )
  t.equal(deps.calls.length - before, 1)
  t.equal(new Set(all).size, 1)
  t.equal(videos.atHand(video.encodeId), all[0])
})

t.test('it knows how long it is and where its segments lie', async (t) => {
  const { video, videos } = await setUp(t)
  const found = await videos.get(video.id, video.encodeId)
  t.equal(found?.durationSeconds, 40)
  t.equal(found?.renditions.get('720p')?.folder, `${video.prefixOf('720p')}/`)
})

t.test('playlists are rendered and compressed once', async (t) => {
  const { video, videos } = await setUp(t)
  const found = await videos.get(video.id, video.encodeId)
  const [first, second] = await Promise.all([found?.master(), found?.master()])
  t.equal(first, second)
  t.equal(gunzipSync(first?.gzipped ?? '').toString(), first?.plain.toString())
  t.match(first?.plain.toString(), '720p/index.m3u8')
  const media = await found?.renditions.get('audio')?.playlist()
  t.match(media?.plain.toString(), '9.m4s')
})

t.test(
  'captions that are added appear once the film is forgotten, or after five minutes',
  async (t) => {
    const { deps, video, videos } = await setUp(t)
    const languages = async () =>
      (await videos.get(video.id, video.encodeId))?.captions.map(({ language }) => language)
    const add = (language: string) =>
      deps.database.caption.create({
        data: { videoId: video.id, language, label: language, key: `${language}.vtt` },
      })
    t.same(await languages(), [])
    await add('de')
    t.same(await languages(), [])
    videos.forget(video.id)
    t.same(await languages(), ['de'])
    const found = await videos.get(video.id, video.encodeId)
    t.match((await found?.captionPlaylist('captions-de'))?.plain.toString(), '0.vtt')
    t.equal(found?.captionPlaylist('captions-fr'), null)
    await add('fr')
    deps.clock.advance(300)
    t.equal(videos.atHand(video.encodeId), undefined)
    t.same(await languages(), ['de', 'fr'])
  },
)

t.test('what is not there is not kept', async (t) => {
  const { deps, video, videos } = await setUp(t)
  const missing = randomUUID()
  t.equal(await videos.get(video.id, missing), null)
  t.equal(await videos.get(randomUUID(), video.encodeId), null)
  t.equal(videos.atHand(missing), undefined)
  const before = deps.calls.length
  await videos.get(video.id, missing)
  t.equal(deps.calls.length - before, 1)
})

t.test('a failure is not kept', async (t) => {
  const { deps, video, videos } = await setUp(t)
  const { $queryRaw } = deps.database
  Object.assign(deps.database, { $queryRaw: () => Promise.reject(new Error('gone')) })
  await t.rejects(videos.get(video.id, video.encodeId), /gone/)
  Object.assign(deps.database, { $queryRaw })
  t.ok(await videos.get(video.id, video.encodeId))
})

t.test('a film that was played before is fetched ahead', async (t) => {
  const { deps, video, videos } = await setUp(t)
  const before = deps.calls.length
  videos.prefetch(video.id)
  t.equal(deps.calls.length - before, 0, 'nothing is known of it yet')
  await videos.get(video.id, video.encodeId)
  deps.clock.advance(300)
  videos.prefetch(video.id)
  await videos.get(video.id, video.encodeId)
  t.equal(deps.calls.length - before, 2)
})

t.test('only so many films are kept', async (t) => {
  const { deps, video, videos } = await setUp(t)
  await videos.get(video.id, video.encodeId)
  const { $queryRaw } = deps.database
  const stored = { videoId: video.id, renditions: [], captions: [], storyboard: null }
  const rendition = { name: 'audio', kind: 'audio', prefix: 'x', segmentSeconds: [4], keyBytes: [] }
  Object.assign(deps.database, {
    $queryRaw: () => Promise.resolve([{ ...stored, encodeId: '', renditions: [rendition] }]),
  })
  for (let count = 0; count < 200; count++) await videos.get(video.id, randomUUID())
  Object.assign(deps.database, { $queryRaw })
  t.equal(videos.atHand(video.encodeId), undefined)
})

t.test(
  'an encode that was replaced hears of new captions too, but has no new pictures',
  async (t) => {
    const { deps, video, videos } = await setUp(t)
    const storyboard = { sheets: 1, tiles: 4, columns: 10, rows: 10, width: 160, height: 90 }
    const shown = (data: object) => deps.database.video.update({ where: { id: video.id }, data })
    await shown({ storyboard: { ...storyboard, intervalSeconds: 2 } })
    const before = await videos.get(video.id, video.encodeId)
    t.not(before?.storyboard, null)
    const at = { createdAt: deps.clock.now(), sourceKey: 'originals/film' }
    const newer = await deps.database.encode.create({ data: { videoId: video.id, ...at } })
    await shown({ encodeId: newer.id })
    await videos.get(video.id, newer.id)
    videos.forget(video.id)
    const after = await videos.get(video.id, video.encodeId)
    t.equal(after?.storyboard, null)
    t.not(after?.extras, before?.extras)
    t.equal(after?.extras, (await videos.get(video.id, video.encodeId))?.extras)
  },
)
