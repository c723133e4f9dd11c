// The sound of a film, from file to renditions: nothing lost, nothing mixed up, one loudness.
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { type EncodedFile, encodeFile } from '../fixtures/encode-file.ts'
import { ffmpeg } from '../fixtures/media.ts'
import { scratch } from '../fixtures/scratch.ts'

const picture = ['-f', 'lavfi', '-i', 'testsrc2=s=64x36:r=10:d=6']
const tone = (source: string) => ['-f', 'lavfi', '-i', source]
const coding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p']

async function made(t: Test, name: string, args: string[]): Promise<string> {
  const cwd = await scratch(t)
  await ffmpeg.run([...picture, ...args, ...coding, name], { cwd })
  return join(cwd, name)
}

async function about(file: EncodedFile, name: string) {
  const rendition = file.renditions.find((each) => each.name === name)
  if (rendition === undefined) throw new Error(`there is no ${name}`)
  const path = await file.joined(rendition)
  const cwd = join(path, '..')
  const { streams } = (await ffmpeg.probe(['-show_streams', path], { cwd })) as {
    streams: { channels: number; tags: { language: string } }[]
  }
  const listen = ['-loglevel', 'level+info', '-i', path, '-af', 'ebur128=peak=sample']
  const log = await ffmpeg.run([...listen, '-f', 'null', '-'], { cwd })
  const lufs = Number(
    /I:\s+(-?[\d.]+) LUFS/.exec(log.findLast((line) => / I: /.test(line)) ?? '')?.[1],
  )
  const peak = Number(
    /Peak:\s+(-?[\d.]+)/.exec(log.findLast((line) => /Peak:/.test(line)) ?? '')?.[1],
  )
  return { language: streams[0]?.tags.language, channels: streams[0]?.channels, lufs, peak }
}

t.test(
  'English, German and a description are all there, named by language and title',
  async (t) => {
    const path = await made(t, 'm8.mkv', [
      ...[...tone('sine=440:d=6'), ...tone('sine=550:d=6'), ...tone('sine=660:d=6')],
      ...['-map', '0', '-map', '1', '-map', '2', '-map', '3'],
      ...['-metadata:s:a:0', 'language=eng', '-metadata:s:a:1', 'language=deu'],
      ...['-metadata:s:a:2', 'language=eng', '-metadata:s:a:2', 'title=Descriptive'],
    ])
    const file = await encodeFile(t, path)
    const sound = file.renditions.filter(({ kind }) => kind === 'audio')
    t.same(
      sound.map(({ name, language, label }) => [name, language, label]),
      [
        ['audio', 'en', 'English'],
        ['audio-de', 'de', 'Deutsch'],
        ['audio-en', 'en', 'Descriptive'],
      ],
    )
    t.match(await about(file, 'audio'), { language: 'eng', channels: 1 })
    t.match(await about(file, 'audio-de'), { language: 'deu' })
  },
)

t.test('what is loud in every channel of 5.1 at once is not too loud in its stereo', async (t) => {
  // Soft, so that it is raised, with an instant that all channels have at once.
  const volume = `volume='if(between(t,2,2.02),0.6,0.03)':eval=frame`
  const channels = ['FL', 'FR', 'FC', 'LFE', 'BL', 'BR'].map((name) => `${name}=c0`).join('|')
  const source = `sine=300:d=6,aformat=sample_rates=48000,volume=8,${volume},pan=5.1|${channels}`
  const path = await made(t, 'all.mkv', [...tone(source), '-c:a', 'flac'])
  const { peak } = await about(await encodeFile(t, path), 'audio')
  t.ok(peak <= 0, `peaks at ${peak} dB`)
})

t.test('5.1 is kept beside its stereo; soft and loud films are equally loud', async (t) => {
  const noise = (volume: string) => tone(`anoisesrc=d=6:c=pink:a=${volume}`)
  for (const [name, volume] of [
    ['soft.mkv', '0.25'],
    ['loud.mkv', '0.9'],
  ] as const) {
    const path = await made(t, name, [...noise(volume), '-ac', '6', '-c:a', 'flac'])
    const file = await encodeFile(t, path)
    const [stereo, surround] = [await about(file, 'audio'), await about(file, 'audio-surround')]
    t.match([stereo.channels, surround.channels], [2, 6])
    for (const { lufs, peak } of [stereo, surround]) {
      t.ok(Math.abs(lufs + 16) < 1.2, `${name}: ${lufs} LUFS`)
      t.ok(peak <= 0, `${name}: peaks at ${peak} dB`)
    }
  }
})
