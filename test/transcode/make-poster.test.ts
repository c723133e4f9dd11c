import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { smallPosterKey } from '../../server/catalog/object-keys.ts'
import { services } from '../fixtures/app.ts'
import { encoded, ffmpeg, makeClip } from '../fixtures/media.ts'
import { scratch } from '../fixtures/scratch.ts'

/** How bright the poster of a film is that is black for a while and then is not, 0..255. */
async function brightness(t: Test, coding: string[]): Promise<number> {
  const deps = await services(t)
  const black = "drawbox=color=black:thickness=fill:enable='lt(t,2)'"
  const clip = { size: '128x72', rate: '12', seconds: 12, sounds: [] }
  const source = await makeClip(t, { ...clip, options: ['-vf', black, ...coding] })
  const { posterKey, posterSized, posterFormats } = await encoded(t, deps, source)
  t.same(posterFormats, ['avif', 'webp'])
  t.equal(posterSized, true)
  t.ok(await deps.storage.head(smallPosterKey(posterKey ?? '', 320)))
  const cwd = await scratch(t)
  const poster = await deps.storage.getBytes(posterKey ?? '')
  await writeFile(join(cwd, 'poster.jpg'), poster ?? '')
  const grey = ['-vf', 'scale=1:1:flags=area,format=gray', '-f', 'rawvideo', 'grey']
  await ffmpeg.run(['-i', 'poster.jpg', ...grey], { cwd })
  return (await readFile(join(cwd, 'grey')))[0] ?? 0
}

t.test('the poster of a film that begins in black is taken from where it does not', async (t) => {
  const everySecond = ['-g', '12', '-keyint_min', '12']
  t.ok((await brightness(t, everySecond)) > 60, 'among its key frames')
  const once = ['-g', '999', '-keyint_min', '999', '-sc_threshold', '0']
  t.ok((await brightness(t, once)) > 60, 'or between them, when it has but one')
})
