import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Test } from 'tap'
import { originalKey } from '../../server/catalog/object-keys.ts'
import { openFfmpeg } from '../../server/clients/ffmpeg.ts'
import type { TestServices } from '../helper.ts'
import { scratch } from '../helper.ts'

export const ffmpeg = openFfmpeg()

export interface Clip {
  seconds?: number
  size?: string
  rate?: string
  /** lavfi; each becomes an audio track. */
  sounds?: string[]
  /** Between inputs and output. */
  options?: string[]
  name?: string
  /** Degrees by which players turn it, as telephones note it. */
  rotate?: number
}

/** Makes a small film whose every frame differs, with a tone. */
export async function makeClip(t: Test, clip: Clip = {}): Promise<string> {
  const { seconds = 6, size = '320x180', rate = '24', sounds = ['sine=frequency=440'] } = clip
  const path = join(await scratch(t), clip.name ?? 'clip.mp4')
  const sources = [`testsrc2=size=${size}:rate=${rate}`, ...sounds]
  const inputs = sources.flatMap((source) => ['-f', 'lavfi', '-i', source])
  const maps = sources.flatMap((_, index) => ['-map', String(index)])
  const coding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac']
  const options = ['-t', String(seconds), ...coding, ...(clip.options ?? []), path]
  const cwd = join(path, '..')
  await ffmpeg.run([...inputs, ...maps, ...options], { cwd })
  if (clip.rotate === undefined) return path
  const turned = join(cwd, `turned-${clip.name ?? 'clip.mp4'}`)
  const note = ['-i', path, '-c', 'copy', '-metadata:s:v', `rotate=${clip.rotate}`, turned]
  await ffmpeg.run(note, { cwd })
  return turned
}

/** A film in the catalogue with its original in the bucket, as an upload leaves it. */
export async function uploaded(services: TestServices, path: string): Promise<string> {
  const id = randomUUID()
  const sourceKey = originalKey(id, randomUUID())
  await services.storage.putFile(sourceKey, path, { contentType: 'video/mp4' })
  await services.database.video.create({
    data: { id, slug: id, title: 'A film', sourceKey, status: 'queued' },
  })
  return id
}

/** Puts a rendition together again, as a player would, into one file. */
export async function download(
  t: Test,
  { storage }: TestServices,
  { prefix, segmentSeconds }: { prefix: string; segmentSeconds: number[] },
): Promise<string> {
  const folder = await scratch(t)
  const keys = ['init.mp4', ...segmentSeconds.map((_, index) => `${index}.m4s`)]
  const parts = await Promise.all(keys.map((key) => storage.getBytes(`${prefix}/${key}`)))
  const path = join(folder, 'rendition.mp4')
  await writeFile(path, Buffer.concat(parts.map((part) => part ?? Buffer.alloc(0))))
  return path
}
