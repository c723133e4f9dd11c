import t from 'tap'
import { masterPlaylist } from '../../server/playback/master-playlist.ts'
import { leaveOutAv1 } from '../../server/transcode/pieces/leave-out-av1.ts'
import { av1Rungs, isAv1Piece, withoutAv1 } from '../../server/transcode/plan/av1.ts'
import { planLadder } from '../../server/transcode/plan/ladder.ts'
import { planEncode } from '../../server/transcode/plan/plan.ts'
import { enqueueTranscode } from '../../server/transcode/queue/enqueue.ts'
import { services } from '../fixtures/app.ts'
import { encodeFile } from '../fixtures/encode-file.ts'
import { ffmpeg, makeClip, settled, untilVideo, uploaded, worker } from '../fixtures/media.ts'
import { scratch } from '../fixtures/scratch.ts'
import { sourceFacts } from '../fixtures/source-facts.ts'

/** One rung, of few pictures. */
const small = { size: '640x360', rate: '8' }

const rate = { numerator: 24, denominator: 1 }

const world = services(t)

t.test('every rung is made in AV1 too, for fewer bytes, but none smaller than it takes', (t) => {
  const ladder = planLadder({ width: 1280, height: 720, frameRate: rate })
  t.same(
    av1Rungs(ladder).map(({ name, codec, maxBitsPerSecond }) => [name, codec, maxBitsPerSecond]),
    [
      ['720p-av1', 'av1', 1_680_000],
      ['480p-av1', 'av1', 841_000],
      ['360p-av1', 'av1', 480_000],
    ],
  )
  t.same(av1Rungs(planLadder({ width: 64, height: 36, frameRate: rate })), [])
  t.equal(av1Rungs(planLadder({ width: 64, height: 64, frameRate: rate })).length, 1)
  t.end()
})

t.test('it comes after all else, and a film can do without it', (t) => {
  const source = sourceFacts({ seconds: 130 })
  const plain = planEncode(source)
  const plan = planEncode(source, { highest: 1080, av1: true })
  const av1 = plan.pieces.filter((piece) => isAv1Piece(plan, piece))
  t.equal(av1.length, 2, 'a piece for each minute')
  const others = plan.pieces.filter((piece) => !isAv1Piece(plan, piece))
  const lowest = Math.min(...others.map(({ priority }) => priority))
  t.ok(av1.every(({ priority }) => priority < lowest))
  t.equal(plan.firstRung, plain.firstRung)
  t.same(withoutAv1(plan), plain)
  t.end()
})

t.test('segments of AV1 are cut where those of H.264 are, and decode whole', async (t) => {
  for (const [what, clip] of [
    ['a usual film', { seconds: 9, size: '320x180' }],
    ['one picture a second', { seconds: 9, size: '320x180', rate: '1' }],
    ['three pictures', { seconds: 0.125, size: '320x180' }],
    ['fifty a second, upright', { seconds: 5, size: '180x320', rate: '50' }],
  ] as const) {
    const { renditions, joined } = await encodeFile(t, await makeClip(t, clip), { av1: true })
    const [h264] = renditions.filter(({ codecs }) => codecs.startsWith('avc1'))
    const [av1] = renditions.filter(({ name }) => name === `${h264?.name}-av1`)
    t.match(av1?.codecs, /^av01\.0\.\d\dM\.08$/, what)
    t.same(av1?.segmentSeconds, h264?.segmentSeconds, what)
    t.same(av1?.keySeconds, h264?.keySeconds, `${what}: key frames at the same places`)
    if (av1 === undefined) continue
    const decode = ['-xerror', '-i', await joined(av1), '-f', 'null', '-']
    const log = await ffmpeg.run(decode, { cwd: await scratch(t), background: false })
    t.same(
      log.filter((line) => /\[(error|fatal)\]/.test(line)),
      [],
      what,
    )
  }
})

t.test('H.264 comes first in the master playlist, which names both codecs', async (t) => {
  const { renditions } = await encodeFile(t, await makeClip(t, small), { av1: true })
  const variants = masterPlaylist(renditions, [])
    .split('\n')
    .filter((line) => line.startsWith('#EXT-X-STREAM-INF'))
  t.match(variants[0], /CODECS="avc1\.64[0-9A-F]{4},mp4a\.40\.2"/)
  t.match(variants[1], /CODECS="av01\.0\.\d\dM\.08,mp4a\.40\.2"/)
})

t.test('a worker that is told so makes AV1 when the film plays already', async (t) => {
  const deps = await world
  const id = await uploaded(deps, await makeClip(t, small))
  await worker(t, deps, { av1: true })
  await enqueueTranscode(deps, id)
  const done = await untilVideo(deps, id, settled)
  t.same(
    done.renditions.map(({ name }) => name),
    ['360p', '360p-av1', 'audio'],
  )
})

t.test(
  'a film says for itself whether it is made in AV1, whatever holds for the others',
  async (t) => {
    const deps = await world
    for (const [alsoAv1, av1, names] of [
      [true, false, ['360p', '360p-av1', 'audio']],
      [false, true, ['360p', 'audio']],
    ] as const) {
      const id = await uploaded(deps, await makeClip(t, small))
      await deps.database.video.update({ where: { id }, data: { alsoAv1 } })
      const { close } = await worker(t, deps, { av1 })
      await enqueueTranscode(deps, id)
      const done = await untilVideo(deps, id, settled)
      t.same(
        done.renditions.map(({ name }) => name),
        names,
      )
      await close()
    }
  },
)

t.test('a film whose AV1 cannot be made is finished without it', async (t) => {
  const deps = await world
  const id = await uploaded(deps, await makeClip(t, small))
  const { run } = deps.ffmpeg
  deps.ffmpeg.run = (args, options) =>
    args.includes('libsvtav1') ? Promise.reject(new Error('no memory')) : run(args, options)
  await worker(t, deps, { av1: true })
  const encodeId = await enqueueTranscode(deps, id)
  await untilVideo(deps, id, ({ encodes }) => {
    const pieces = encodes[0]?.pieces ?? []
    const others = pieces.filter(({ name }) => !name.includes('av1'))
    return others.length > 0 && others.every(({ finishedAt }) => finishedAt !== null)
  })
  t.equal(await leaveOutAv1(deps, encodeId, 'no memory'), 'finished')
  const done = await untilVideo(deps, id, settled)
  t.match(done, { status: 'ready', failure: null })
  t.same(
    done.renditions.map(({ name }) => name),
    ['360p', 'audio'],
  )
})
