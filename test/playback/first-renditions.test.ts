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

const first = (
  renditions: StoredRendition[],
  codecs: 'av1'[] = [],
  from = 0,
  bandwidth?: number,
) => {
  const stored = { videoId: 'v', encodeId: 'e', captions: [], storyboard: null, renditions }
  const { renditions: ready } = prepareVideo(stored)
  return firstRenditions([...ready.values()], { codecs, bandwidth }, from).map(({ name }) => name)
}

const sound = rendition('audio', [60_000, 60_000])
/** A beginning of `bytes` takes three quarters of a second. */
const carries = (bytes: number) => (bytes * 8 * 4) / 3

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

t.test('on a slow line, what comes in three quarters of a second', async (t) => {
  const renditions = [...ladder([900_000, 240_000, 90_000, 50_000]), sound]
  const on = (bandwidth: number) => first(renditions, [], 0, bandwidth)
  t.same(on(carries(300_000)), ['720p', 'audio'])
  t.same(on(carries(300_000) - 12), ['480p', 'audio'])
  t.same(on(carries(150_000)), ['480p', 'audio'])
  t.same(on(carries(150_000) - 12), ['240p', 'audio'])
  t.same(on(1), ['240p', 'audio'], 'none is that light')
  t.same(on(1e12), ['720p', 'audio'], 'not beyond what others begin with')
})

t.test('and what the line holds with something to spare', async (t) => {
  const spoken = rendition('audio', [1000], 100_000)
  const renditions = [...ladder([1000, 1000, 1000, 1000]), spoken]
  const on = (bandwidth: number) => first(renditions, [], 0, bandwidth)
  t.same(on(2_625_000), ['720p', 'audio'])
  t.same(on(2_624_999), ['480p', 'audio'])
  t.same(on(1_250_000), ['480p', 'audio'])
  t.same(on(1_249_999), ['240p', 'audio'])
})
