// Texts that lie in the film's own file.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { storeFoundCaptions } from '../../../server/transcode/captions/store-found.ts'
import { services } from '../../fixtures/app.ts'
import { encodeFile } from '../../fixtures/encode-file.ts'
import { ffmpeg } from '../../fixtures/media.ts'
import { addVideo } from '../../fixtures/rows.ts'
import { scratch } from '../../fixtures/scratch.ts'

const srt = (text: string) => `1\n00:00:00,500 --> 00:00:01,500\n${text}\n`

async function withTexts(t: Test, name: string, codecs: string[]): Promise<string> {
  const cwd = await scratch(t)
  await writeFile(join(cwd, 'en.srt'), srt('Hello & <i>you</i>'))
  await writeFile(join(cwd, 'de.srt'), srt('Guten Tag'))
  const input = ['-f', 'lavfi', '-i', 'testsrc2=s=64x36:r=10:d=2', '-i', 'en.srt', '-i', 'de.srt']
  const maps = ['-map', '0', '-map', '1', '-map', '2']
  const names = ['-metadata:s:s:0', 'language=eng', '-metadata:s:s:1', 'language=ger']
  const coding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p']
  const titled = ['-metadata:s:s:1', 'title=Deutsch (SDH)']
  await ffmpeg.run([...input, ...maps, ...names, ...titled, ...coding, ...codecs, name], { cwd })
  return join(cwd, name)
}

t.test('text tracks of MKV and MP4 become captions', async (t) => {
  for (const [name, codecs] of [
    ['a.mkv', ['-c:s:0', 'srt', '-c:s:1', 'ass']],
    ['b.mp4', ['-c:s', 'mov_text']],
  ] as const) {
    const file = await encodeFile(t, await withTexts(t, name, [...codecs]))
    t.match(file.captions, [
      { language: 'en', label: 'English' },
      { language: 'de', label: name === 'a.mkv' ? 'Deutsch (SDH)' : /^Deutsch/ },
    ])
    const [english, german] = (file.captions ?? []).map(({ key }) => file.texts.get(key))
    t.match(english, /^WEBVTT\n\n00:00:00.500 --> 00:00:01.500\nHello &amp; <i>you<\/i>\n$/, name)
    t.match(german, /00:00:00.500 --> 00:00:01.500\nGuten Tag/, name)
  }
})

t.test('texts of one title are told apart, and one of no language has a name', async (t) => {
  const cwd = await scratch(t)
  for (const name of ['a', 'b', 'c']) await writeFile(join(cwd, `${name}.srt`), srt(name))
  const input = ['-f', 'lavfi', '-i', 'testsrc2=s=64x36:r=10:d=2']
  const texts = ['a', 'b', 'c'].flatMap((name) => ['-i', `${name}.srt`])
  const maps = [0, 1, 2, 3].flatMap((index) => ['-map', String(index)])
  const titled = [0, 1].flatMap((index) => [`-metadata:s:s:${index}`, 'title=SDH'])
  const names = ['-metadata:s:s:0', 'language=eng', '-metadata:s:s:1', 'language=ger', ...titled]
  const coding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:s', 'copy']
  await ffmpeg.run([...input, ...texts, ...maps, ...names, ...coding, 'a.mkv'], { cwd })
  const { captions } = await encodeFile(t, join(cwd, 'a.mkv'))
  t.match(captions, [
    { language: 'en', label: 'English (SDH)' },
    { language: 'de', label: 'Deutsch (SDH)' },
    { language: 'und', label: 'Captions' },
  ])
})

t.test(
  'captions of no time and drawings in a film’s own file take no others with them',
  async (t) => {
    const cwd = await scratch(t)
    await writeFile(join(cwd, 'de.srt'), `1\n00:00:00,200 --> 00:00:00,200\nkurz\n\n${srt('lang')}`)
    const drawing = `{\\p1}${'l 10 10 '.repeat(4_000)}{\\p0}`
    const events = [drawing, 'dit'].map((said) => `Dialogue: 0:00:00.50,0:00:01.50,${said}\n`)
    const head = '[Script Info]\n[Events]\nFormat: Start, End, Text\n'
    await writeFile(join(cwd, 'fr.ass'), `${head}${events.join('')}`)
    const input = ['-f', 'lavfi', '-i', 'testsrc2=s=64x36:r=10:d=2', '-c:v', 'libx264']
    const texts = ['de.srt', 'fr.ass'].flatMap((name) => ['-i', name])
    const maps = [0, 1, 2].flatMap((index) => ['-map', String(index)])
    const names = ['ger', 'fre'].flatMap((name, i) => [`-metadata:s:s:${i}`, `language=${name}`])
    const sources = [...input.slice(0, 4), ...texts, ...maps, ...input.slice(4)]
    await ffmpeg.run([...sources, '-pix_fmt', 'yuv420p', '-c:s', 'copy', ...names, 'a.mkv'], {
      cwd,
    })
    const file = await encodeFile(t, join(cwd, 'a.mkv'))
    t.same(
      file.captions?.map(({ language, key }) => [
        language,
        file.texts.get(key)?.split('\n').at(-2),
      ]),
      [
        ['de', 'lang'],
        ['fr', 'dit'],
      ],
    )
  },
)

t.test('a text track that is too large takes no others with it', async (t) => {
  const cwd = await scratch(t)
  await writeFile(join(cwd, 'fr.srt'), srt('petit'))
  const said = `Dialogue: 0:00:00.50,0:00:01.50,${'x'.repeat(10_000)}\n`
  const head = '[Script Info]\n[Events]\nFormat: Start, End, Text\n'
  await writeFile(join(cwd, 'de.ass'), head + said.repeat(900))
  const picture = ['-f', 'lavfi', '-i', 'testsrc2=s=64x36:r=10:d=2']
  const texts = ['-i', 'de.ass', '-i', 'fr.srt', '-map', '0', '-map', '1', '-map', '2']
  const names = ['-metadata:s:s:0', 'language=ger', '-metadata:s:s:1', 'language=fre']
  const coding = ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:s', 'copy']
  await ffmpeg.run([...picture, ...texts, ...coding, ...names, 'a.mkv'], { cwd })
  const { captions } = await encodeFile(t, join(cwd, 'a.mkv'))
  t.match(captions, [{ language: 'fr' }])
  t.equal(captions?.length, 1)
})

t.test('what was uploaded stays; what was found in an earlier file goes', async (t) => {
  const deps = await services(t)
  const { id: videoId } = await addVideo(deps)
  const caption = (language: string, key: string) => ({ language, label: language, key })
  const uploaded = { ...caption('de', 'uploaded'), videoId }
  await deps.database.caption.create({ data: uploaded })
  const store = (...found: ReturnType<typeof caption>[]) =>
    deps.database.$transaction((transaction) => storeFoundCaptions(transaction, videoId, found))
  t.same(await store(caption('de', 'x'), caption('en', 'first'), caption('fr', 'french')), [])
  t.same((await store(caption('en', 'second'))).sort(), ['first', 'french'])
  t.same(await store(caption('en', 'second')), [], 'told twice, nothing changes')
  const rows = await deps.database.caption.findMany({ orderBy: { language: 'asc' } })
  t.match(rows, [
    { language: 'de', key: 'uploaded', fromFile: false },
    { language: 'en', key: 'second', fromFile: true },
  ])
})
