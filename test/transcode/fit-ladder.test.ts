import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { ProgramFailed } from '../../server/clients/run-program.ts'
import { av1Rungs } from '../../server/transcode/plan/av1.ts'
import { fitAv1 } from '../../server/transcode/plan/fit-av1.ts'
import { fitLadder } from '../../server/transcode/plan/fit-ladder.ts'
import { planLadder } from '../../server/transcode/plan/ladder.ts'
import { probeSource } from '../../server/transcode/probe/probe.ts'
import { ffmpeg } from '../fixtures/media.ts'
import { scratch } from '../fixtures/scratch.ts'

/** Three minutes of it at a few pictures a second, painted at once. */
async function film(t: Test, picture: string): Promise<string> {
  const cwd = await scratch(t)
  const coding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '14', '-pix_fmt', 'yuv420p']
  await ffmpeg.run(['-f', 'lavfi', '-i', picture, '-t', '181', ...coding, 'film.mp4'], { cwd })
  return `${cwd}/film.mp4`
}

async function fitted(t: Test, picture: string) {
  const file = await film(t, picture)
  const probed = await probeSource(ffmpeg, file)
  const ladder = planLadder(probed.facts.video)
  return { ladder, fit: await fitLadder(ffmpeg, { ...probed, file, preset: 'superfast' }, ladder) }
}

t.test('a film that is easy to encode gets fewer bytes, one full of noise as many', async (t) => {
  const easy = await fitted(t, 'color=c=0x335577:s=640x480:r=6,drawgrid=w=40:h=40:c=white')
  for (const [index, { crf, name }] of easy.fit.entries()) {
    t.ok(crf > (easy.ladder[index]?.crf ?? 99), `${name}: coarser`)
  }
  const hard = await fitted(t, 'testsrc2=s=480x360:r=6,noise=alls=60:allf=t')
  for (const [index, { crf, name }] of hard.fit.entries()) {
    t.ok(crf - (hard.ladder[index]?.crf ?? 0) < 2, `${name}: hardly coarser`)
  }
})

t.test('a film that was blown up has no rung larger than what it was', async (t) => {
  const small = 'testsrc2=s=480x360:r=3,scale=960:720:flags=bicubic'
  const { ladder, fit } = await fitted(t, small)
  t.same(
    ladder.map(({ name }) => name),
    ['720p', '480p', '360p'],
  )
  t.not(fit[0]?.name, '720p')
})

t.test('where nothing can be measured the ladder stays', async (t) => {
  const file = await film(t, 'testsrc2=s=480x270:r=4')
  const probed = await probeSource(ffmpeg, file)
  const ladder = planLadder(probed.facts.video)
  const gone = { ...probed, file: `${file}.gone`, preset: 'superfast' } as const
  t.same(await fitLadder(ffmpeg, gone, ladder), ladder)
  const aborted = AbortSignal.abort()
  await t.rejects(fitLadder(ffmpeg, { ...gone, file }, ladder, aborted), ProgramFailed)
})

t.test('AV1 is fitted to H.264 by scenes made in both', async (t) => {
  const file = await film(t, 'testsrc2=s=320x240:r=4')
  const probed = await probeSource(ffmpeg, file)
  const ladder = planLadder(probed.facts.video)
  const whole = { ...probed, file, preset: 'superfast' } as const
  const [rung] = await fitAv1(ffmpeg, whole, ladder)
  t.match(rung, { name: '240p-av1', codec: 'av1' })
  t.ok(Number.isInteger(rung?.crf), `SVT-AV1 knows whole numbers: ${rung?.crf}`)
  t.not(rung?.crf, av1Rungs(ladder)[0]?.crf, 'not the usual one')
  t.same(await readdir(join(file, '..')), ['film.mp4'], 'what was tried is gone')
  t.same(await fitAv1(ffmpeg, { ...whole, file: `${file}.gone` }, ladder), av1Rungs(ladder))
  await t.rejects(fitAv1(ffmpeg, whole, ladder, AbortSignal.abort()), ProgramFailed)
})
