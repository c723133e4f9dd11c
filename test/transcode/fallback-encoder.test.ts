// What becomes of a film whose hardware encoder fails under it.
import t, { type Test } from 'tap'
import { encodePrefix } from '../../server/catalog/object-keys.ts'
import { type FfmpegRun, openFfmpeg } from '../../server/clients/ffmpeg.ts'
import { startFallbackEncode } from '../../server/transcode/pieces/fallback-encoder.ts'
import { finishPiece } from '../../server/transcode/pieces/finish-piece.ts'
import { type EncodePlan, planEncode } from '../../server/transcode/plan/plan.ts'
import { storePieces } from '../../server/transcode/plan/plan-job.ts'
import { cancelEncode } from '../../server/transcode/queue/cancel-encode.ts'
import { enqueueTranscode } from '../../server/transcode/queue/enqueue.ts'
import { startWorker } from '../../server/transcode/worker.ts'
import { services, type TestServices } from '../fixtures/app.ts'
import { pretendHardware } from '../fixtures/hardware.ts'
import {
  look,
  makeClip,
  settled,
  untilVideo,
  uploaded,
  type Video,
  worker,
} from '../fixtures/media.ts'
import { scratch } from '../fixtures/scratch.ts'
import { sourceFacts } from '../fixtures/source-facts.ts'

/** Long enough for two pieces of its one size, of few pictures, without sound. */
const clip = { size: '128x72', rate: '2', seconds: 100, sounds: [] }

type Run = (run: () => Promise<string[]>, options: FfmpegRun) => Promise<string[]>

const world = services(t)

/** Deps with a chip that can be broken, and what its workers warned of. */
async function withHardware(t: Test) {
  const opened = await world
  const { settings, tools, ...chip } = await pretendHardware(t)
  const ffmpeg = openFfmpeg(settings, tools)
  const warnings: string[] = []
  const log: typeof opened.log = Object.assign(Object.create(opened.log), {
    warn: (_details: object, message: string) => warnings.push(message),
  })
  const pieces: Run[] = []
  const deps: TestServices = {
    ...opened,
    log,
    ffmpeg: {
      ...ffmpeg,
      run: async (args, options) => {
        const run = () => ffmpeg.run(args, options)
        const isPiece = args.includes('h264_nvenc') && !options.cwd.includes('matinee-encoder-')
        const meddle = isPiece ? pieces.shift() : undefined
        return meddle === undefined ? run() : meddle(run, options)
      },
    },
  }
  return {
    ...{ deps, chip, warnings },
    /** What is done instead at the first, second … piece that hardware is to make. */
    atPieces: (...given: Run[]) => pieces.push(...given),
  }
}

async function hardwareWorker(t: Test, deps: TestServices) {
  const started = await startWorker(deps, {
    ...{ scratch: await scratch(t), preset: 'superfast', encoder: 'h264_nvenc' },
    // The chip is tested in one small size.
    ladder: { highest: 360 },
  })
  t.teardown(() => started.close())
  return started
}

const asUsual: Run = (run) => run()
const untilStopped: Run = (_run, { signal }) =>
  new Promise((_done, fail) => {
    signal?.addEventListener('abort', () => fail(new Error('stopped')))
  })

const planOf = (video: Video, encode: number) =>
  video.encodes[encode]?.plan as unknown as EncodePlan | undefined

function checkMadeBySoftware(t: Test, video: Video, names = ['72p']) {
  t.match(video, { status: 'ready', failure: null, step: null, progress: 1 })
  const [first, second] = video.encodes
  t.equal(video.encodes.length, 2, 'it was begun again once')
  t.match(first, { failedAt: null, failure: null })
  t.not(first?.supersededAt, null)
  t.equal(video.encodeId, second?.id)
  t.equal(planOf(video, 1)?.encoder, 'libx264')
  t.ok(
    second?.pieces.every(({ attempts }) => attempts === 1),
    'no try was lost',
  )
  const live = video.renditions.filter(({ encodeId }) => encodeId === video.encodeId)
  t.same(
    live.map(({ name }) => name),
    names,
  )
  t.equal(live[0]?.segmentSeconds.length, 25)
}

t.test('hardware that passes its test makes the film', async (t) => {
  const { deps, warnings } = await withHardware(t)
  const id = await uploaded(deps, await makeClip(t, clip))
  await hardwareWorker(t, deps)
  await enqueueTranscode(deps, id)
  const video = await untilVideo(deps, id, settled)
  t.match(video, { status: 'ready', failure: null })
  t.equal(video.encodes.length, 1)
  t.equal(planOf(video, 0)?.encoder, 'h264_nvenc', 'the plan says so to every worker')
  t.same(warnings, [])
})

t.test('hardware that fails its test is warned of once, and libx264 makes the film', async (t) => {
  const { deps, chip, warnings } = await withHardware(t)
  await chip.breakBy('sessions')
  const id = await uploaded(deps, await makeClip(t, { ...clip, seconds: 4 }))
  await hardwareWorker(t, deps)
  await enqueueTranscode(deps, id)
  const video = await untilVideo(deps, id, settled)
  t.match(video, { status: 'ready', failure: null })
  t.equal(video.encodes.length, 1)
  t.equal(planOf(video, 0)?.encoder, 'libx264')
  t.same(warnings, ['h264_nvenc fails its test here: libx264 is used instead'])
})

t.test('a film whose hardware goes away in the middle is made by libx264', async (t) => {
  const { deps, chip, warnings, atPieces } = await withHardware(t)
  const id = await uploaded(deps, await makeClip(t, { ...clip, sounds: ['sine'] }))
  atPieces(asUsual, async (run) => {
    await chip.breakBy('sessions')
    return run()
  })
  await hardwareWorker(t, deps)
  await enqueueTranscode(deps, id)
  const video = await untilVideo(deps, id, settled)
  checkMadeBySoftware(t, video, ['72p', 'audio'])
  t.match(video.encodes[1]?.log, /OpenEncodeSessionEx failed/, 'the operator finds why')
  t.match(warnings.join('\n'), /encoded anew by libx264/)
})

t.test('hardware that fails once is tried once more', async (t) => {
  const { deps, chip, atPieces } = await withHardware(t)
  const id = await uploaded(deps, await makeClip(t, clip))
  await hardwareWorker(t, deps)
  atPieces(async (run) => {
    await chip.breakBy('sessions')
    return run().finally(chip.mend)
  })
  await enqueueTranscode(deps, id)
  const video = await untilVideo(deps, id, settled)
  t.match(video, { status: 'ready', failure: null })
  t.equal(video.encodes.length, 1)
  t.same(video.encodes[0]?.pieces.map(({ attempts }) => attempts).sort(), [1, 1, 1, 2])
})

t.test('hardware that passes its test and still cannot make a film gives it up', async (t) => {
  const { deps, chip, atPieces } = await withHardware(t)
  const id = await uploaded(deps, await makeClip(t, clip))
  await hardwareWorker(t, deps)
  const failing: Run = async (run) => {
    await chip.breakBy('sessions')
    return run().finally(chip.mend)
  }
  atPieces(failing, failing, failing)
  await enqueueTranscode(deps, id)
  checkMadeBySoftware(t, await untilVideo(deps, id, settled))
})

t.test('a worker without the hardware that a film was begun with begins it again', async (t) => {
  const { deps, atPieces } = await withHardware(t)
  const id = await uploaded(deps, await makeClip(t, clip))
  atPieces(untilStopped)
  const first = await hardwareWorker(t, deps)
  await enqueueTranscode(deps, id)
  await untilVideo(deps, id, ({ encodes }) =>
    (encodes[0]?.pieces ?? []).some(({ name, attempts }) => name === '72p/0' && attempts === 1),
  )
  await first.close()
  await worker(t, deps)
  const video = await untilVideo(deps, id, settled)
  checkMadeBySoftware(t, video)
  t.match(video.encodes[1]?.log, 'A worker has no h264_nvenc.')
})

const noFiles = { removeEncode: async () => undefined }

/** An encode that is planned for hardware and that nobody works at. */
async function plannedEncode(t: Test) {
  const deps = await world
  const id = await uploaded(deps, await makeClip(t, { ...clip, seconds: 1 }))
  const encodeId = await enqueueTranscode(deps, id)
  const frameRate = { numerator: 12, denominator: 1 }
  const video = { width: 128, height: 72, frameRate }
  const plan = planEncode(
    sourceFacts({ seconds: 100, video, audio: [] }),
    { highest: 1080 },
    'h264_nvenc',
  )
  const data = { plan: JSON.parse(JSON.stringify(plan)), priority: 100 }
  await deps.database.encode.update({ where: { id: encodeId }, data })
  await deps.database.$transaction((transaction) => storePieces(transaction, encodeId, plan))
  return { deps, id, encodeId }
}

t.test('workers that find the hardware gone at the same time begin the film once', async (t) => {
  const { deps, id, encodeId } = await plannedEncode(t)
  const tries = ['one', 'two', 'three'].map((who) =>
    startFallbackEncode(deps, noFiles, encodeId, who),
  )
  await Promise.all(tries)
  const { encodes } = await look(deps, id)
  t.equal(encodes.length, 2)
  t.match(encodes[1], { priority: 100, supersededAt: null }, 'a film that goes first still does')
  await startFallbackEncode(deps, noFiles, encodes[1]?.id ?? '', 'libx264 gives way to none')
  t.equal((await look(deps, id)).encodes.length, 2)
})

t.test('a piece that hardware finishes afterwards is not wanted', async (t) => {
  const { deps, id, encodeId } = await plannedEncode(t)
  const [piece] = (await look(deps, id)).encodes[0]?.pieces ?? []
  await startFallbackEncode(deps, noFiles, encodeId, 'gone')
  t.equal(await finishPiece(deps, encodeId, piece?.id ?? '', {}), 'unwanted')
  t.same((await look(deps, id)).renditions, [])
})

t.test('a film that was cancelled meanwhile is not begun again', async (t) => {
  const { deps, id, encodeId } = await plannedEncode(t)
  await cancelEncode(deps, id)
  await startFallbackEncode(deps, noFiles, encodeId, 'gone')
  t.equal((await look(deps, id)).encodes.length, 1)
})

t.test('what hardware has made of a film that plays stays until libx264 is as far', async (t) => {
  const { deps, id, encodeId } = await plannedEncode(t)
  const key = `${encodePrefix(id, encodeId)}72p/0.m4s`
  await deps.storage.putBytes(key, 'a segment', { contentType: 'video/mp4' })
  await deps.database.video.update({ where: { id }, data: { encodeId, status: 'ready' } })
  await startFallbackEncode(deps, noFiles, encodeId, 'gone')
  t.match(await look(deps, id), { encodeId, status: 'ready', progress: 0 })
  t.not(await deps.storage.head(key), null)
})
