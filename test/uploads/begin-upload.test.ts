import { randomUUID } from 'node:crypto'
import t from 'tap'
import { largestFile } from '../../contract/uploads.ts'
import { beginUpload } from '../../server/uploads/begin-upload.ts'
import { all } from '../clients/storage/bucket-for-tests.ts'
import { addVideo } from '../fixtures/rows.ts'
import { newUpload, openUploads } from '../fixtures/uploads.ts'

const mebibyte = 1024 ** 2

t.test('a film’s upload is planned, stored and opened in the bucket', async (t) => {
  const { deps, videoId } = await openUploads(t)
  const begun = await beginUpload(deps, videoId, newUpload(20 * mebibyte))
  t.match(begun, { partSizeBytes: 8 * mebibyte, partCount: 3, checksum: null })
  const row = await deps.database.upload.findUniqueOrThrow({ where: { id: begun.id } })
  t.match(row, { videoId, status: 'open', key: `originals/${videoId}/${begun.id}` })
  t.same(row.createdAt, deps.clock.now())
  const open = await all(deps.storage.listMultiparts(`originals/${videoId}/`))
  t.same(
    open.map(({ multipartId }) => multipartId),
    [row.multipartId],
  )
  const video = await deps.database.video.findUniqueOrThrow({ where: { id: videoId } })
  t.equal(video.status, 'uploading')
})

t.test('a film that plays keeps its state while its file is replaced', async (t) => {
  const { deps, services } = await openUploads(t)
  const { id } = await addVideo(services)
  await beginUpload(deps, id, newUpload(1))
  t.equal((await deps.database.video.findUniqueOrThrow({ where: { id } })).status, 'ready')
})

t.test('what cannot be used is refused before anything is stored', async (t) => {
  const { deps, videoId } = await openUploads(t)
  const refuse = (more: object, code: string, message: RegExp) =>
    t.rejects(beginUpload(deps, videoId, newUpload(1, more)), { code, message })
  await refuse({ sizeBytes: largestFile + 1 }, 'TOO_LARGE', /5 TB/)
  await refuse({ contentType: 'text/html' }, 'UNSUPPORTED_MEDIA_TYPE', /MP4, MOV, MKV or WebM/)
  const poster = { purpose: 'poster', contentType: 'image/png' }
  await refuse({ ...poster, sizeBytes: 10 * mebibyte + 1 }, 'TOO_LARGE', /10 MB/)
  await refuse({ purpose: 'captions', contentType: 'text/vtt' }, 'BAD_REQUEST', /language/)
  await t.rejects(beginUpload(deps, randomUUID(), newUpload(1)), { code: 'NOT_FOUND' })
  const videosOnly = { ...deps, takers: { video: async () => undefined } }
  const picture = newUpload(1, { purpose: 'poster', contentType: 'image/png' })
  await t.rejects(beginUpload(videosOnly, videoId, picture), { code: 'BAD_REQUEST' })
  t.equal(await deps.database.upload.count(), 0)
  t.same(await all(deps.storage.listMultiparts('originals/')), [])
})

t.test('sizes and types at their limits are taken', async (t) => {
  const { deps, videoId } = await openUploads(t)
  const largest = await beginUpload(deps, videoId, newUpload(largestFile, { contentType: '' }))
  t.match(largest, { partCount: 1024 })
  const small = { purpose: 'captions', contentType: 'TEXT/VTT', language: 'de' } as const
  const captions = await beginUpload(deps, videoId, newUpload(2 * mebibyte, small))
  t.match(captions, { partSizeBytes: 2 * mebibyte, partCount: 1 })
})

t.test('languages are written in one way, and what is none is refused', async (t) => {
  const { deps, videoId } = await openUploads(t)
  const captions = (language: string) =>
    newUpload(1, { purpose: 'captions', contentType: 'text/vtt', language })
  const { id } = await beginUpload(deps, videoId, captions('pt-br'))
  t.match(await deps.database.upload.findUniqueOrThrow({ where: { id } }), { language: 'pt-BR' })
  for (const language of ['en-ab12', 'de-DE-DE', 'en-12']) {
    await t.rejects(
      beginUpload(deps, videoId, captions(language)),
      { code: 'BAD_REQUEST' },
      language,
    )
  }
})

t.test('what a browser adds to a type does not matter', async (t) => {
  const { deps, videoId } = await openUploads(t)
  const recorded = newUpload(1, { contentType: 'Video/WebM; codecs="vp9,opus"' })
  const { id } = await beginUpload(deps, videoId, recorded)
  const stored = await deps.database.upload.findUniqueOrThrow({ where: { id } })
  t.equal(stored.contentType, 'video/webm')
  const html = newUpload(1, { contentType: 'text/html; video/mp4' })
  await t.rejects(beginUpload(deps, videoId, html), { code: 'UNSUPPORTED_MEDIA_TYPE' })
})

t.test('while the bucket is down nothing is begun', async (t) => {
  const { deps, videoId } = await openUploads(t)
  const storage = {
    ...deps.storage,
    createMultipart: () =>
      Promise.reject(Object.assign(new Error('down'), { code: 'UNAVAILABLE' })),
  }
  await t.rejects(beginUpload({ ...deps, storage }, videoId, newUpload(1)), {
    code: 'UNAVAILABLE',
  })
  t.equal(await deps.database.upload.count(), 0)
})
