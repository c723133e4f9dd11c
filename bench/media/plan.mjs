// What planning takes by the length of a film: looking at all its packets, encoding scenes of it, cutting
// it into pieces. Memory must not grow with the film.
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFfmpeg } from '../../dist/server/clients/ffmpeg.js'
import { fitLadder } from '../../dist/server/transcode/plan/fit-ladder.js'
import { planEncode } from '../../dist/server/transcode/plan/plan.js'
import { probeSource } from '../../dist/server/transcode/probe/probe.js'
import { isMain, round, table, verdict } from '../measure.mjs'

const minutes = [10, 240]
/** More than this is no noise of the garbage collector's. */
const mostMib = 32

/** Ten minutes, painted once, and as often one after another as it takes. */
async function paintFilms(directory) {
  const ffmpeg = openFfmpeg()
  const inputs = ['-f', 'lavfi', '-i', 'testsrc2=s=426x240:r=24', '-f', 'lavfi', '-i', 'sine']
  const coding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac']
  await ffmpeg.run([...inputs, '-t', '600', ...coding, '10.mp4'], { cwd: directory })
  await writeFile(join(directory, 'list'), "file '10.mp4'\n".repeat(24))
  const joined = ['-f', 'concat', '-i', 'list', '-map', '0', '-c', 'copy', '240.mp4']
  await ffmpeg.run(joined, { cwd: directory })
}

async function plan(file) {
  const ffmpeg = openFfmpeg()
  const probed = await probeSource(ffmpeg, file)
  const usual = planEncode(probed.facts)
  const ladder = await fitLadder(ffmpeg, { ...probed, file, preset: 'fast' }, usual.rungs)
  const { pieces } = planEncode(probed.facts, { highest: 1080, ladder })
  return { mib: process.resourceUsage().maxRSS / 1024, pieces: pieces.length }
}

/** In a process of its own, whose memory nothing else has swollen. */
function planApart(file) {
  const child = spawn(process.execPath, [import.meta.filename, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (bytes) => {
    said += bytes
  })
  return new Promise((resolve) => child.once('exit', () => resolve(JSON.parse(said))))
}

export async function measurePlan() {
  const directory = await mkdtemp(join(tmpdir(), 'matinee-plan-'))
  try {
    await paintFilms(directory)
    const rows = []
    const peaks = []
    for (const length of minutes) {
      const began = performance.now()
      const { mib, pieces } = await planApart(join(directory, `${length}.mp4`))
      peaks.push(mib)
      rows.push([length, pieces, round(mib, 0), round((performance.now() - began) / 1000)])
    }
    const [short, long] = peaks
    const isFlat = long - short <= mostMib
    return [
      table(['minutes of film', 'pieces', 'memory at its peak, MiB', 'seconds'], rows),
      `\nFour hours take ${round(long - short, 0)} MiB more (at most ${mostMib}: ${verdict(isFlat)}).`,
    ].join('\n')
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

if (isMain(import.meta)) {
  const [, , file] = process.argv
  console.log(file === undefined ? await measurePlan() : JSON.stringify(await plan(file)))
}
