import { readdir } from 'node:fs/promises'
import t, { type Test } from 'tap'
import { enqueueTranscode } from '../../server/transcode/enqueue.ts'
import { startWorker } from '../../server/transcode/worker.ts'
import { scratch, services, type TestServices } from '../helper.ts'
import { download, ffmpeg, makeClip, uploaded } from './clips.ts'

const ladder = { highest: 1080 } as const

/** Resolves when the film's row satisfies `until`. */
async function film(parts: TestServices, id: string, until: (video: Film) => boolean) {
  for (;;) {
    const video = await parts.database.video.findUniqueOrThrow({
      where: { id },
      include: { renditions: true, encodes: { include: { pieces: true } } },
    })
    if (until(video)) return video
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
type Film = Awaited<ReturnType<TestServices['database']['video']['findUniqueOrThrow']>>

async function worker(t: Test, parts: TestServices, folder?: string) {
  const directory = folder ?? (await scratch(t))
  const started = await startWorker(parts, { scratch: directory, preset: 'ultrafast', ladder })
  t.teardown(() => started.close())
  return { ...started, directory }
}

t.test('an uploaded film becomes playable and then complete', async (t) => {
  const parts = await services(t)
  const id = await uploaded(parts, await makeClip(t, { size: '1280x720', seconds: 10 }))
  const { directory } = await worker(t, parts)
  await enqueueTranscode(parts, id)

  const ready = await film(parts, id, ({ status }) => status === 'ready')
  t.ok(
    ready.renditions.some(({ name }) => name === '480p'),
    'the first rendition is there',
  )
  t.ok(
    ready.renditions.some(({ name }) => name === 'audio'),
    'and the sound',
  )
  t.ok((await parts.storage.head(ready.posterKey ?? ''))?.contentType === 'image/jpeg')

  const done = await film(parts, id, ({ progress }) => progress === 1)
  t.match(done, { status: 'ready', step: null, failure: null })
  t.same(done.renditions.map(({ name }) => name).sort(), ['360p', '480p', '720p', 'audio'])
  t.ok(Math.abs((done.durationSeconds ?? 0) - 10) < 0.05, String(done.durationSeconds))
  t.same(await readdir(directory), [], 'nothing stays on the worker')
  for (const rendition of done.renditions) {
    const path = await download(t, parts, rendition)
    const log = await ffmpeg.run(['-xerror', '-i', path, '-f', 'null', '-'], { cwd: directory })
    t.same(log, [], `${rendition.name} decodes without a complaint`)
  }
})
