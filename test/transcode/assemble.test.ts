import t from 'tap'
import { assemble } from '../../server/transcode/pieces/assemble.ts'
import type { MeasuredSegments } from '../../server/transcode/pieces/measure.ts'
import type { PieceResult } from '../../server/transcode/pieces/piece-result.ts'
import { planEncode } from '../../server/transcode/plan/plan.ts'
import { audioFacts, sourceFacts } from '../fixtures/source-facts.ts'

const plan = planEncode(
  sourceFacts({
    seconds: 121,
    video: { matrix: null },
    audio: [audioFacts({ channels: 1 })],
  }),
)

const measured = (seconds: number[]): MeasuredSegments => ({
  codecs: 'avc1.64001F',
  configuration: 'AWQAH//h',
  initBytes: 800,
  seconds,
  bytes: seconds.map((second) => second * 100_000),
  keys: {
    offsets: seconds.map(() => 0),
    bytes: seconds.map((second) => second * 10_000),
    seconds,
  },
})

const early = Array.from({ length: 15 }, () => 4)
const late = [...early, 1]

const made: Record<string, PieceResult> = {
  poster: { posterKey: 'videos/x/y/poster.jpg' },
  storyboard: {},
  audio: { renditions: { audio: { ...measured([...early, ...late]), codecs: 'mp4a.40.2' } } },
  '480p/0': { renditions: { '480p': measured(early) } },
  '480p/1': { renditions: { '480p': measured(late) } },
  '720p+360p/0': { renditions: { '720p': measured(early), '360p': measured(early) } },
  '720p+360p/1': { renditions: { '720p': measured(late), '360p': measured(late) } },
}
const after = (...names: string[]) =>
  assemble(plan, new Map(names.map((name) => [name, made[name] ?? {}])))
const named = (names: string[]) => ({
  names: after(...names).renditions.map(({ name }) => name),
  playable: after(...names).playable,
  finished: after(...names).finished,
})

t.test('a film is playable with its poster, all its sound and all of one picture', async (t) => {
  const nothing = { names: [], playable: false, finished: false }
  t.same(named([]), nothing)
  t.same(named(['480p/0', 'poster']), nothing, 'half a rendition is none')
  t.same(named(['480p/0', '480p/1']), { ...nothing, names: ['480p'] })
  t.same(named(['480p/0', '480p/1', 'audio']), { ...nothing, names: ['480p', 'audio'] })
  t.same(named(['480p/1', 'audio', '480p/0', 'poster']), {
    names: ['480p', 'audio'],
    playable: true,
    finished: false,
  })
})

t.test('other renditions alone make nothing playable', async (t) => {
  t.equal(named(['720p+360p/0', '720p+360p/1', 'audio', 'poster']).playable, false)
})

t.test('when every piece is there, it is finished', async (t) => {
  t.same(named(Object.keys(made)), {
    names: ['720p', '480p', '360p', 'audio'],
    playable: true,
    finished: true,
  })
})

t.test('a rendition is described as it was measured, in the order of the chunks', async (t) => {
  const { renditions, seconds, posterKey } = after('480p/1', '480p/0', 'audio', 'poster')
  t.same(renditions[0], {
    name: '480p',
    kind: 'video',
    codecs: 'avc1.64001F',
    width: 854,
    height: 480,
    frameRate: 24,
    language: null,
    channels: null,
    label: null,
    bandwidth: 800_000,
    averageBandwidth: 800_000,
    segmentSeconds: [...early, ...late],
    segmentBytes: [...early, ...late].map((second) => second * 100_000),
    keyOffsets: [...early, ...late].map(() => 0),
    keyBytes: [...early, ...late].map((second) => second * 10_000),
    keySeconds: [...early, ...late],
    initBytes: 800,
  })
  const sound = { kind: 'audio', language: 'en', channels: 1, label: 'English', width: null }
  t.match(renditions[1], sound)
  t.same(renditions[1]?.keyBytes, [], 'sound has no pictures')
  t.equal(seconds, 121)
  t.equal(posterKey, 'videos/x/y/poster.jpg')
})

t.test('a rendition with a segment less than planned is none', async (t) => {
  const short = { renditions: { '480p': measured(early.slice(1)) } }
  const results = new Map([
    ['480p/0', short],
    ['480p/1', made['480p/1'] ?? {}],
  ])
  t.throws(() => assemble(plan, results), { name: 'PieceDiffers', message: /30 segments of 31/ })
})
