import t from 'tap'
import { firstRenditions } from '../../server/playback/first-renditions.ts'
import { prepareVideo, type StoredRendition } from '../../server/playback/playable-video.ts'

/** Segments of four seconds; the bytes of each are given. */
function rendition(name: string, bytes: number[], averageBandwidth = 0): StoredRendition {
  const isSound = name === 'audio'
  return {
    ...{ name, kind: isSound ? 'audio' : 'video', prefix: name },
    codecs: isSound ? 'mp4a.40.2' : name.startsWith('av1') ? 'av01.0.04M.08' : 'avc1.64001f',
    ...{ width: null, height: null, frameRate: null, language: null, channels: null },
    ...{ bandwidth: averageBandwidth, averageBandwidth },
    ...{ segmentSeconds: bytes.map(() => 4), segmentBytes: bytes, keyBytes: [] },
  }
}

const first = (renditions: StoredRendition[], codecs: 'av1'[] = [], from = 0) => {
  const stored = { videoId: 'v', encodeId: 'e', captions: [], storyboard: null, renditions }
  const { renditions: ready } = prepareVideo(stored)
  return firstRenditions([...ready.values()], codecs, from).map(({ name }) => name)
}

const sound = rendition('audio', [60_000, 60_000])
const ladder = (...bytes: [number, number, number, number][]) =>
  [4_500_000, 2_000_000, 900_000, 300_000].map((rate, rung) =>
    rendition(
      `${[1080, 720, 480, 240][rung]}p`,
      bytes.map((each) => each[rung] ?? 0),
      rate,
    ),
  )

t.test('the best that a first line carries, if its beginning is light enough', async (t) => {
  t.same(first([...ladder([90_000, 80_000, 50_000, 20_000]), sound]), ['720p', 'audio'])
  t.same(first([...ladder([900_000, 240_000, 90_000, 50_000]), sound]), ['720p', 'audio'])
  t.same(first([...ladder([900_000, 240_001, 90_000, 50_000]), sound]), ['480p', 'audio'])
  t.same(first([...ladder([900_000, 300_000, 90_000, 50_000])]), ['720p'], 'without sound')
})

t.test('where none is that light, the lightest', async (t) => {
  t.same(first([...ladder([4e6, 3e6, 2e6, 1e6]), sound]), ['240p', 'audio'])
  t.same(first([sound]), ['audio'])
  t.same(first([]), [])
})

t.test('where a film goes on, what counts is the segment there', async (t) => {
  const renditions = [...ladder([9e5, 1e5, 5e4, 2e4], [9e5, 9e5, 2e5, 2e4]), sound]
  t.same(first(renditions, [], 3.9), ['720p', 'audio'])
  t.same(first(renditions, [], 4), ['480p', 'audio'])
})

t.test('in AV1 where it is wanted and there', async (t) => {
  const av1 = [
    rendition('av1-720p', [250_000], 1_500_000),
    rendition('av1-480p', [90_000], 600_000),
  ]
  const both = [...ladder([9e5, 2e5, 9e4, 5e4]), ...av1, sound]
  t.same(first(both), ['720p', 'audio'])
  t.same(first(both, ['av1']), ['av1-480p', 'audio'])
  t.same(first([...ladder([9e5, 2e5, 9e4, 5e4]), sound], ['av1']), ['720p', 'audio'])
})
