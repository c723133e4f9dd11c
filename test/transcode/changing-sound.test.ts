// Sound that becomes other sound on its way, as in what is recorded from television.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { encodeFile } from '../fixtures/encode-file.ts'
import { ffmpeg } from '../fixtures/media.ts'
import { scratch } from '../fixtures/scratch.ts'

const picture = ['-f', 'lavfi', '-i', 'testsrc2=s=64x36:r=10:d=3']
const beep = ['-f', 'lavfi', '-i', "aevalsrc='if(between(t,1,1.2),0.5*sin(6000*t),0)':s=48000:d=3"]
const coding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'ac3']

/** When it begins to beep, in seconds. */
async function beepsIn(path: string): Promise<number[]> {
  const cwd = join(path, '..')
  await ffmpeg.run(['-i', path, '-ac', '1', '-ar', '8000', '-f', 's16le', 'pcm'], { cwd })
  const bytes = await readFile(join(cwd, 'pcm'))
  const samples = new Int16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2)
  const loud = [...samples].flatMap((value, at) => (Math.abs(value) > 1500 ? [at / 8000] : []))
  return loud.filter((at, index) => index === 0 || at - (loud[index - 1] ?? 0) > 0.3)
}

async function made(t: Test, ...steps: string[][]): Promise<string> {
  const cwd = await scratch(t)
  await writeFile(join(cwd, 'list.txt'), 'file a.mkv\nduration 3\nfile b.mkv\n')
  for (const step of steps) await ffmpeg.run(step, { cwd })
  return join(cwd, steps.at(-1)?.at(-1) ?? '')
}

async function checkBeeps(t: Test, path: string, wanted: number[]) {
  const file = await encodeFile(t, path)
  const sound = file.renditions.find(({ kind }) => kind === 'audio')
  if (sound === undefined) throw new Error('there is sound')
  const beeps = await beepsIn(await file.joined(sound))
  t.equal(beeps.length, wanted.length, `it beeps at ${beeps}`)
  const off = beeps.map((at, index) => Math.abs(at - (wanted[index] ?? 0)))
  t.ok(Math.max(...off) < 0.05, `it beeps at ${beeps}`)
}

t.test('sound that begins late and goes on with more channels stays in its place', async (t) => {
  const whole = (input: string[]) => [...picture, ...input, ...beep, ...coding, '-t', '3']
  const path = await made(
    t,
    [...whole(['-itsoffset', '0.5']), '-ac', '1', 'a.mkv'],
    [...whole([]), '-ac', '2', 'b.mkv'],
    ['-f', 'concat', '-i', 'list.txt', '-c', 'copy', 'film.mkv'],
  )
  await checkBeeps(t, path, [1.5, 4])
})

t.test('sound whose clock drifts a little stays in its place', async (t) => {
  const drift = "setts=ts='TS+gt(N,20)*0.03/TB'"
  const path = await made(
    t,
    [...picture, ...beep, ...coding, 'a.mkv'],
    ['-i', 'a.mkv', '-c', 'copy', '-bsf:a', drift, 'film.mkv'],
  )
  await checkBeeps(t, path, [1.03])
})
