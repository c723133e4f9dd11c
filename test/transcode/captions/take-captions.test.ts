import { randomUUID } from 'node:crypto'
import t, { type Test } from 'tap'
import { captionKey, originalKey } from '../../../server/catalog/object-keys.ts'
import { queueCaptions } from '../../../server/transcode/captions/queue-captions.ts'
import { runCaptionJob } from '../../../server/transcode/captions/take-captions.ts'
import { languageLabel } from '../../../server/transcode/plan/language-label.ts'
import { captionJobs, objectSweepJobs } from '../../../server/transcode/queue/queue.ts'
import { runObjectSweepJob } from '../../../server/transcode/queue/sweep-job.ts'
import { services } from '../../fixtures/app.ts'
import { addVideo } from '../../fixtures/rows.ts'

const srt = '1\n00:00:01,000 --> 00:00:02,000\nGuten Tag\n'

async function setUp(t: Test) {
  const deps = await services(t)
  const { id: videoId } = await addVideo(deps)
  const take = async (text: string, language: string, label: string | null = null) => {
    const id = randomUUID()
    const key = originalKey(videoId, id)
    await deps.storage.putBytes(key, text, { contentType: 'text/plain' })
    const size = { sizeBytes: text.length, partSizeBytes: text.length, partCount: 1 }
    await deps.database.upload.create({
      data: {
        ...{ id, videoId, key, language, label, ...size, purpose: 'captions' },
        ...{ fileName: 'a.srt', contentType: 'text/plain', status: 'completing' },
      },
    })
    const again = () => runCaptionJob(deps, { data: { uploadId: id, actorId: null } })
    await again()
    const upload = () => deps.database.upload.findUniqueOrThrow({ where: { id } })
    return { key: captionKey(videoId, id), uploadedKey: key, again, upload }
  }
  const rows = () =>
    deps.database.caption.findMany({
      orderBy: { language: 'asc' },
      select: { language: true, label: true, key: true },
    })
  return { deps, videoId, take, rows }
}

t.test('captions in several languages are stored as WebVTT, each under its name', async (t) => {
  const { deps, take, rows } = await setUp(t)
  const german = await take(srt, 'de')
  const english = await take('WEBVTT\n\n00:01.000 --> 00:02.000\nHi\n', 'en', 'English (SDH)')
  t.same(await rows(), [
    { language: 'de', label: 'Deutsch', key: german.key },
    { language: 'en', label: 'English (SDH)', key: english.key },
  ])
  const text = Buffer.from((await deps.storage.getBytes(german.key)) ?? []).toString()
  t.equal(text, 'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nGuten Tag\n')
  t.match(await deps.storage.head(german.key), { contentType: 'text/vtt; charset=utf-8' })
  t.match(await german.upload(), { status: 'completed', failure: null })
  t.equal(await deps.storage.head(german.uploadedKey), null, 'what was uploaded is of no use now')
})

t.test('captions in a language that is there take the place of the old ones', async (t) => {
  const { deps, videoId, take, rows } = await setUp(t)
  const old = await take(srt, 'de')
  const fresh = await take(srt, 'de', 'Deutsch (neu)')
  t.same(await rows(), [{ language: 'de', label: 'Deutsch (neu)', key: fresh.key }])
  t.ok(await deps.queue.has(objectSweepJobs, old.key), 'the old file goes when nobody reads it')
  for (const { key } of [old, fresh]) await runObjectSweepJob(deps, { data: { videoId, key } })
  t.equal(await deps.storage.head(old.key), null)
  t.ok(await deps.storage.head(fresh.key), 'what is in use stays')
})

t.test('told of the same file twice, as after a crash, nothing is lost', async (t) => {
  const { deps, take, rows } = await setUp(t)
  const { key, again } = await take(srt, 'de')
  await again()
  t.same(await rows(), [{ language: 'de', label: 'Deutsch', key }])
  t.notOk(await deps.queue.has(objectSweepJobs, key))
})

t.test('captions that cannot be read end their upload with the reason', async (t) => {
  const { deps, videoId, take, rows } = await setUp(t)
  const { upload, uploadedKey } = await take('WEBVTT\n\n00:01.000 --> soon\nHi\n', 'de')
  t.match(await upload(), { status: 'aborted', failure: /^Line 3: its time cannot be read/ })
  t.same(await rows(), [])
  t.equal(await deps.storage.head(uploadedKey), null)
  for await (const { key } of deps.storage.list(`videos/${videoId}/`)) t.fail(key)
})

t.test('they are read by a worker: what is uploaded is only queued', async (t) => {
  const { deps } = await setUp(t)
  const uploadId = randomUUID()
  await queueCaptions(deps, { uploadId, actorId: null })
  t.ok(await deps.queue.has(captionJobs, uploadId))
})

t.test('a language is called as its readers call it', async (t) => {
  t.equal(languageLabel('de'), 'Deutsch')
  t.equal(languageLabel('fr'), 'Français')
  t.equal(languageLabel('pt-BR'), 'Português (Brasil)')
  t.equal(languageLabel('qaa'), 'Qaa')
})
