import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { storyboardKey } from '../../server/catalog/object-keys.ts'
import type { Storyboard } from '../../server/catalog/storyboard.ts'
import { services, type TestServices } from '../fixtures/app.ts'
import { type Clip, ffmpeg, readyVideo } from '../fixtures/media.ts'
import { scratch } from '../fixtures/scratch.ts'

/** Each second of a grey of its own; pictures have the full range where film has 16 to 235. */
const greyOf = (second: number) => ((40 + 8 * second - 16) * 255) / 219
const greys = ['-vf', "geq=lum='40+8*floor(T)':cb=128:cr=128", '-crf', '10']

/** The grey in the middle of each tile of a sheet, row by row. */
async function tilesOf(t: Test, { storage }: TestServices, key: string, board: Storyboard) {
  const cwd = await scratch(t)
  await writeFile(join(cwd, 'sheet.jpg'), (await storage.getBytes(key)) ?? '')
  const one = `scale=${board.columns}:${board.rows}:flags=area,format=gray`
  await ffmpeg.run(['-i', 'sheet.jpg', '-vf', one, '-f', 'rawvideo', 'tiles'], { cwd })
  return [...(await readFile(join(cwd, 'tiles')))]
}

const world = services(t)

const keyFrames: [name: string, options: string[]][] = [
  ['a key frame each second', ['-g', '12']],
  // Eight seconds away from the only one the whole film is decoded instead.
  ['a single key frame', ['-g', '9999', '-sc_threshold', '0']],
]
for (const [name, options] of keyFrames) {
  t.test(`of a film with ${name} every tile shows its time`, async (t) => {
    const deps = await world
    const seconds = 24
    const clip: Clip = { rate: '12', seconds, options: [...greys, ...options] }
    const video = await readyVideo(t, deps, clip)
    const board = video.storyboard as unknown as Storyboard
    t.match(board, { everySeconds: 2, tileWidth: 160, tileHeight: 90, sheets: 1 })
    const key = storyboardKey(video.id, video.encodeId ?? '', 0)
    t.match(await deps.storage.head(key), { contentType: 'image/jpeg' })
    const tiles = (await tilesOf(t, deps, key, board)).slice(0, seconds / 2)
    for (const [index, grey] of tiles.entries()) {
      const wanted = greyOf(2 * index + 1)
      t.ok(Math.abs(grey - wanted) <= 9, `tile ${index}: ${grey}, wanted about ${wanted}`)
    }
  })
}

t.test('a portrait film has portrait tiles, and a film of one frame has one', async (t) => {
  const deps = await world
  const tall = await readyVideo(t, deps, { size: '180x320', seconds: 3, sounds: [] })
  t.match(tall.storyboard, { tileWidth: 90, tileHeight: 160, sheets: 1 })
  const short = await readyVideo(t, deps, { seconds: 0.04, rate: '25', sounds: [] })
  t.match(short.storyboard, { sheets: 1 })
})
