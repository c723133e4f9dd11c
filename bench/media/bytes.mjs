// What an hour of film weighs, for clips of six kinds: the usual ladder, the one that is fitted to the
// film, that one in AV1, and one bare x264 command, each with how like the original it is; and what
// fitting costs in processor time.
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFfmpeg } from '../../dist/server/clients/ffmpeg.js'
import { madeFile, videoArguments } from '../../dist/server/transcode/pieces/ffmpeg-arguments.js'
import { fitAv1 } from '../../dist/server/transcode/plan/fit-av1.js'
import { fitLadder } from '../../dist/server/transcode/plan/fit-ladder.js'
import { planEncode } from '../../dist/server/transcode/plan/plan.js'
import { probeSource } from '../../dist/server/transcode/probe/probe.js'
import { isMain, round, table, verdict } from '../measure.mjs'
import { clips, paintClip } from './clips.mjs'
import { timedFfmpeg } from './timed-ffmpeg.mjs'

const seconds = Number(process.env.CLIP_SECONDS ?? 180)
const size = process.env.CLIP_SIZE ?? '854x480'
/** What is encoded and weighed: a stretch from the middle; scenes are sampled from all of it. */
const weighed = Number(process.env.WEIGHED_SECONDS ?? 45)
/** Names of clips with commas between; absent: all. */
const chosen = process.env.CLIPS?.split(',')
const preset = 'fast'
/** Where painted clips are kept for the next time; absent: nowhere. */
const clipsFolder = process.env.CLIPS_FOLDER
/** Beside other work it would take hours if it gave way. */
const open = (settings) => {
  const ffmpeg = openFfmpeg(settings)
  return { ...ffmpeg, run: (args, options) => ffmpeg.run(args, { ...options, background: false }) }
}
const untimed = open()

/** Runs some work with an ffmpeg that notes the processor time of all that it does. */
async function timed(folder, work) {
  await mkdir(folder)
  const { settings, spent } = await timedFfmpeg(await untimed.tools(), folder)
  const ffmpeg = open({
    ffmpegPath: settings.FFMPEG_PATH,
    ffprobePath: settings.FFPROBE_PATH,
  })
  const result = await work(ffmpeg)
  const { ladder, extras } = await spent()
  return { result, cpu: ladder + extras }
}

/** @returns of each rung its bytes, and its likeness to the original in the same size */
async function encode(folder, name, { file, plan, rungs, encoder = 'libx264' }) {
  const cwd = join(folder, name)
  for (const rung of rungs) await mkdir(join(cwd, rung.name), { recursive: true })
  const { source, grid, frames } = plan
  const work = { file, source, grid, rungs, encoder, preset, seekFrame: 0, startFrame: 0 }
  const args = videoArguments({ ...work, endFrame: frames })
  const { cpu } = await timed(join(cwd, 'time'), (ffmpeg) => ffmpeg.run(args, { cwd }))
  const results = []
  for (const rung of rungs) results.push(await weigh(join(cwd, rung.name, madeFile), file, rung))
  return { rungs: results, cpu }
}

async function weigh(made, file, { width, height }) {
  const compared = `[1:v]scale=${width}:${height}:flags=bicubic[o];[0:v][o]ssim`
  const log = await untimed.run(
    ['-loglevel', 'level+info', '-i', made, '-i', file, '-lavfi', compared, '-f', 'null', '-'],
    { cwd: tmpdir(), keptLines: 200 },
  )
  const [, ssim] = /SSIM Y:([\d.]+)/.exec(log.join('\n')) ?? []
  return { bytes: (await stat(made)).size, ssim: Number(ssim) }
}

async function bare(folder, file, { width, height }) {
  const made = join(folder, 'bare.mp4')
  const coding = ['-c:v', 'libx264', '-preset', 'medium', '-crf', '23', '-pix_fmt', 'yuv420p']
  const args = ['-i', file, '-vf', `scale=${width}:${height}:flags=bicubic`, ...coding, made]
  await untimed.run(args, { cwd: folder })
  return weigh(made, file, { width, height })
}

const total = (results, field) => results.reduce((sum, result) => sum + result[field], 0)
const bytesOf = ({ rungs }) => total(rungs, 'bytes')
const mibAnHour = (bytes) => round((bytes * 3600) / weighed / 2 ** 20, 0)
const percent = (share) => `${round(100 * share, 2)} %`
const saved = (now, before) => percent(1 - now / before)
/** Of the rung that lost most. */
const lost = (after, before) =>
  percent(Math.max(...after.map(({ ssim }, index) => 1 - ssim / before[index].ssim)))

async function cut(folder, file) {
  const stretch = join(folder, 'stretch.mp4')
  const from = ['-ss', String((seconds - weighed) / 2), '-i', file, '-t', String(weighed)]
  const coding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '8']
  await untimed.run([...from, ...coding, stretch], { cwd: folder })
  return stretch
}

async function measureClip(folder, name, clip) {
  await mkdir(folder)
  const file = await paintClip(untimed, clipsFolder ?? folder, name, clip, { size, seconds })
  const probed = await probeSource(untimed, file)
  const ladder = planEncode(probed.facts).rungs
  const { result: fit, cpu: probes } = await timed(join(folder, 'fit'), (ffmpeg) =>
    fitLadder(ffmpeg, { ...probed, file, preset }, ladder),
  )
  const { result: fitInAv1, cpu: av1Probes } = await timed(join(folder, 'fit-av1'), (ffmpeg) =>
    fitAv1(ffmpeg, { ...probed, file, preset }, fit),
  )
  const stretch = await cut(folder, file)
  const plan = planEncode((await probeSource(untimed, stretch)).facts)
  const all = await encode(folder, 'usual', { file: stretch, plan, rungs: ladder })
  // Compared rung by rung, also where one was left out.
  const kept = all.rungs.filter((_, index) => {
    return fit.some(({ name }) => name === ladder[index].name)
  })
  const fitted = await encode(folder, 'fitted', { file: stretch, plan, rungs: fit })
  const av1 = await encode(folder, 'av1', {
    ...{ file: stretch, plan, rungs: fitInAv1, encoder: 'libsvtav1' },
  })
  const results = {
    numbers: fit
      .map(({ name, crf }, index) => {
        const { crf: before } = ladder.find((rung) => rung.name === name)
        return `${before}→${crf}→${fitInAv1[index]?.crf}`
      })
      .join(' '),
    ...{
      usual: { ...all, kept },
      fitted,
      av1,
      probes: (probes * weighed) / seconds,
      av1Probes: (av1Probes * weighed) / seconds,
      bare: await bare(folder, stretch, fit[0]),
    },
  }
  await rm(folder, { recursive: true })
  return results
}

function rowOf([name, { numbers, usual, fitted, av1, probes, av1Probes, bare }]) {
  const [first] = fitted.rungs
  return [
    ...[name, numbers, mibAnHour(bytesOf(usual)), mibAnHour(bytesOf(fitted))],
    ...[saved(bytesOf(fitted), bytesOf(usual)), lost(fitted.rungs, usual.kept)],
    ...[saved(first.bytes, bare.bytes), lost([first], [bare])],
    ...[saved(bytesOf(av1), bytesOf(fitted)), lost(av1.rungs, fitted.rungs)],
    ...[percent(probes / usual.cpu), round((fitted.cpu + probes) / usual.cpu, 2)],
    ...[round(av1.cpu / usual.cpu, 2), percent(av1Probes / av1.cpu)],
  ]
}

export async function measureBytes() {
  const directory = await mkdtemp(join(tmpdir(), 'matinee-bytes-'))
  const measured = []
  try {
    for (const [name, clip] of Object.entries(clips)) {
      if (chosen?.includes(name) === false) continue
      measured.push([name, await measureClip(join(directory, name), name, clip)])
      console.error(rowOf(measured.at(-1)).join('  '))
    }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
  const over = (count) => measured.reduce((sum, [, results]) => sum + count(results), 0)
  const share = (now, before) => over((results) => now(results) / before(results)) / measured.length
  const h264 =
    1 -
    share(
      ({ fitted }) => bytesOf(fitted),
      ({ usual }) => bytesOf(usual),
    )
  const av1 =
    1 -
    share(
      ({ av1 }) => bytesOf(av1),
      ({ fitted }) => bytesOf(fitted),
    )
  const cpu = share(
    ({ fitted, probes }) => fitted.cpu + probes,
    ({ usual }) => usual.cpu,
  )
  const inAll = (now, before) => saved(over(now), over(before))
  const head = ['clip', 'CRF', 'usual, MiB/h', 'fitted, MiB/h', 'saved', 'SSIM lost']
  const more = ['saved against bare x264', 'SSIM lost', 'AV1 saves more', 'SSIM lost']
  const costs = ['probes ÷ usual, CPU', 'probes and fitted ÷ usual', 'AV1 ÷ usual', 'its probes']
  return [
    table([...head, ...more, ...costs], measured.map(rowOf)),
    `\nFitted against usual: ${percent(h264)} fewer bytes (at least 15 %: ${verdict(h264 >= 0.15)}),`,
    `of all bytes ${inAll(
      ({ fitted }) => bytesOf(fitted),
      ({ usual }) => bytesOf(usual),
    )}.`,
    `AV1 against fitted H.264: ${percent(av1)} fewer (at least 35 %: ${verdict(av1 >= 0.35)}),`,
    `of all bytes ${inAll(
      ({ av1 }) => bytesOf(av1),
      ({ fitted }) => bytesOf(fitted),
    )}.`,
    `Processor time with probes: ${round(cpu, 2)} of the usual ladder's (at most 1.1: ${verdict(cpu <= 1.1)}).`,
  ].join('\n')
}

if (isMain(import.meta)) console.log(await measureBytes())
