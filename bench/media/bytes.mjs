// What an hour of film weighs, for clips of six kinds: the usual ladder, the one that is fitted to the
// film, that one in AV1, and one bare x264 command, each with how like the original it is.
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { journey, rooms, weather } from 'demo-films'
import { openFfmpeg } from '../../dist/server/clients/ffmpeg.js'
import { av1Rungs } from '../../dist/server/transcode/av1.js'
import { madeFile, videoArguments } from '../../dist/server/transcode/ffmpeg-arguments.js'
import { fitLadder } from '../../dist/server/transcode/fit-ladder.js'
import { planEncode } from '../../dist/server/transcode/plan.js'
import { probeSource } from '../../dist/server/transcode/probe.js'
import { isMain, round, table, verdict } from '../measure.mjs'

const seconds = Number(process.env.CLIP_SECONDS ?? 180)
const size = process.env.CLIP_SIZE ?? '854x480'
const preset = 'fast'
const ffmpeg = openFfmpeg()

const painted = (source, filters) => ({ input: ['-f', 'lavfi', '-i', source], filters })

const looped = (file) => ['-stream_loop', '-1', '-i', file]

/** By name: what ffmpeg reads, and what is done to it. */
function clips() {
  const [first, second, third] = [journey, weather, rooms].map(({ file }) => looped(file))
  return {
    'film grain': { input: first, filters: 'noise=alls=9:allf=t' },
    animation: { input: second, filters: 'null' },
    screen: painted(`cellauto=s=${size}:rate=24:rule=110:scroll=1`, 'framestep=12,fps=24'),
    'sport-like motion': painted(
      'mandelbrot=s=1280x720:rate=24:start_scale=3:end_scale=0.002:end_pts=3000',
      "crop=854:480:x='213+200*sin(t*2)':y='120+110*cos(t*3)'",
    ),
    'talking head': painted(
      `gradients=s=${size}:rate=24:speed=0.004:seed=4:nb_colors=6`,
      'noise=alls=3:allf=t',
    ),
    dark: { input: third, filters: 'eq=brightness=-0.25:contrast=0.7,noise=alls=4:allf=t' },
  }
}

async function paint(folder, { input, filters }) {
  const file = join(folder, 'clip.mp4')
  const graph = `${filters},scale=${size.replace('x', ':')},setsar=1,fps=24`
  const coding = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '10', '-pix_fmt', 'yuv420p']
  await ffmpeg.run([...input, '-t', String(seconds), '-an', '-vf', graph, ...coding, file], {
    cwd: folder,
  })
  return file
}

/** @returns of each rung its bytes, and its likeness to the original in the same size */
async function encode(folder, name, { file, plan, rungs, encoder = 'libx264' }) {
  const cwd = join(folder, name)
  for (const rung of rungs) await mkdir(join(cwd, rung.name), { recursive: true })
  const { source, grid, frames } = plan
  const work = { file, source, grid, rungs, encoder, preset, seekFrame: 0, startFrame: 0 }
  await ffmpeg.run(videoArguments({ ...work, endFrame: frames }), { cwd })
  const results = []
  for (const rung of rungs) results.push(await weigh(join(cwd, rung.name, madeFile), file, rung))
  return results
}

async function weigh(made, file, { width, height }) {
  const compared = `[1:v]scale=${width}:${height}:flags=bicubic[o];[0:v][o]ssim`
  const log = await ffmpeg.run(
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
  await ffmpeg.run(args, { cwd: folder })
  return weigh(made, file, { width, height })
}

const sum = (results) => results.reduce((total, { bytes }) => total + bytes, 0)
const mibAnHour = (bytes) => round((bytes * 3600) / seconds / 2 ** 20, 0)
const saved = (now, before) => 1 - now / before
const worst = (after, before) =>
  Math.max(...after.map(({ ssim }, index) => 1 - ssim / before[index].ssim))
const percent = (share) => `${round(100 * share)} %`

async function measureClip(folder, clip) {
  await mkdir(folder)
  const file = await paint(folder, clip)
  const probed = await probeSource(ffmpeg, file)
  const plan = planEncode(probed.facts)
  const fitted = await fitLadder(ffmpeg, { ...probed, file, preset }, plan.rungs)
  // To compare rung by rung, also with one that was left out.
  const usual = plan.rungs.filter(({ name }) => fitted.some((rung) => rung.name === name))
  const results = {
    numbers: fitted.map(({ crf }, index) => `${usual[index].crf}→${crf}`).join(' '),
    usual: await encode(folder, 'usual', { file, plan, rungs: usual }),
    fitted: await encode(folder, 'fitted', { file, plan, rungs: fitted }),
    av1: await encode(folder, 'av1', { file, plan, rungs: av1Rungs(fitted), encoder: 'libsvtav1' }),
    bare: await bare(folder, file, usual[0]),
  }
  await rm(folder, { recursive: true })
  return results
}

export async function measureBytes() {
  const directory = await mkdtemp(join(tmpdir(), 'matinee-bytes-'))
  const rows = []
  const shares = { fitted: [], av1: [] }
  try {
    for (const [name, clip] of Object.entries(clips())) {
      const { numbers, usual, fitted, av1, bare } = await measureClip(join(directory, name), clip)
      shares.fitted.push(saved(sum(fitted), sum(usual)))
      shares.av1.push(saved(sum(av1), sum(fitted)))
      rows.push([
        ...[name, numbers, mibAnHour(sum(usual)), mibAnHour(sum(fitted))],
        ...[percent(shares.fitted.at(-1)), percent(worst(fitted, usual))],
        ...[percent(saved(fitted[0].bytes, bare.bytes)), percent(1 - fitted[0].ssim / bare.ssim)],
        ...[percent(shares.av1.at(-1)), percent(worst(av1, fitted))],
      ])
      console.error(rows.at(-1).join('  '))
    }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
  const mean = (values) => values.reduce((total, value) => total + value, 0) / values.length
  const [h264, av1] = [mean(shares.fitted), mean(shares.av1)]
  const head = ['clip', 'CRF', 'usual, MiB/h', 'fitted, MiB/h', 'saved', 'SSIM lost']
  const more = ['saved against bare x264', 'SSIM lost', 'AV1 saves more', 'SSIM lost']
  return [
    table([...head, ...more], rows),
    `\nFitted against usual: ${percent(h264)} fewer bytes (at least 15 %: ${verdict(h264 >= 0.15)}).`,
    `AV1 against fitted H.264: ${percent(av1)} fewer (at least 35 %: ${verdict(av1 >= 0.35)}).`,
  ].join('\n')
}

if (isMain(import.meta)) console.log(await measureBytes())
