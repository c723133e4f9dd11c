import { randomUUID } from 'node:crypto'
import t from 'tap'
import { abortUpload } from '../../server/uploads/abort-upload.ts'
import { beginUpload } from '../../server/uploads/begin-upload.ts'
import { signParts } from '../../server/uploads/sign-parts.ts'
import { newUpload, openUploads, put, sha256, videoBytes } from '../fixtures/uploads.ts'

const partSize = 8 * 1024 ** 2
const size = partSize + 5

t.test('a signed part takes just as many bytes as were planned', async (t) => {
  const { deps, videoId } = await openUploads(t)
  const { id } = await beginUpload(deps, videoId, newUpload(size))
  const { parts: signed } = await signParts(deps, id, { partNumbers: [2, 1] })
  t.match(signed, [
    { partNumber: 2, sizeBytes: 5, expiresInSeconds: 300 },
    { partNumber: 1, sizeBytes: partSize },
  ])
  const [last] = signed
  if (last === undefined) throw new Error('two were asked for')
  t.equal((await put(last, videoBytes(20))).status, 403)
  t.match(await put(last, videoBytes(20).subarray(0, 5)), { status: 200, etag: /^"[0-9a-f]{32}"$/ })
})

t.test('with checksums a part takes just the bytes that were summed', async (t) => {
  const { deps, videoId } = await openUploads(t)
  const bytes = videoBytes(50)
  const { id } = await beginUpload(deps, videoId, newUpload(50, { checksum: 'sha256' }))
  const wanted = { partNumbers: [1], sha256: [sha256(bytes)] }
  const [part] = (await signParts(deps, id, wanted)).parts
  if (part === undefined) throw new Error('one was asked for')
  t.equal((await put(part, videoBytes(50))).status, 400, 'the same size, other bytes')
  t.equal((await put({ ...part, headers: {} }, bytes)).status, 403, 'the checksum left out')
  t.equal((await put(part, bytes)).status, 200)
})

t.test('a small file goes up in one PUT of its type', async (t) => {
  const { deps, videoId } = await openUploads(t)
  const poster = { purpose: 'poster', contentType: 'image/png' } as const
  const { id } = await beginUpload(deps, videoId, newUpload(20, poster))
  const [part] = (await signParts(deps, id, { partNumbers: [1] })).parts
  if (part === undefined) throw new Error('one was asked for')
  const html = { ...part, headers: { 'content-type': 'text/html' } }
  t.equal((await put(html, videoBytes(20))).status, 403)
  t.equal((await put(part, videoBytes(20))).status, 200)
})

t.test('a URL that is not used in its time is dead, and another can be had', async (t) => {
  const { deps, services, videoId } = await openUploads(t)
  const { id } = await beginUpload(deps, videoId, newUpload(20))
  const sign = async () => (await signParts(deps, id, { partNumbers: [1] })).parts[0]
  const old = await sign()
  services.clock.advance(302)
  const fresh = await sign()
  if (old === undefined || fresh === undefined) throw new Error('one was asked for')
  t.equal((await put(old, videoBytes(20))).status, 403)
  t.equal((await put(fresh, videoBytes(20))).status, 200)
})

t.test('what does not fit the upload is refused', async (t) => {
  const { deps, videoId } = await openUploads(t)
  const plain = await beginUpload(deps, videoId, newUpload(size))
  const summed = await beginUpload(deps, videoId, newUpload(size, { checksum: 'sha256' }))
  const one = sha256(videoBytes(20))
  const bad = { code: 'BAD_REQUEST' }
  await t.rejects(signParts(deps, plain.id, { partNumbers: [3] }), bad)
  await t.rejects(signParts(deps, plain.id, { partNumbers: [1], sha256: [one] }), bad)
  await t.rejects(signParts(deps, summed.id, { partNumbers: [1] }), bad)
  await t.rejects(signParts(deps, summed.id, { partNumbers: [1, 2], sha256: [one] }), bad)
  await t.rejects(signParts(deps, randomUUID(), { partNumbers: [1] }), { code: 'NOT_FOUND' })
  await abortUpload(deps, plain.id)
  await t.rejects(signParts(deps, plain.id, { partNumbers: [1] }), { code: 'CONFLICT' })
})

t.test('signing shows that somebody still uploads, without a write for each part', async (t) => {
  const { deps, services, videoId } = await openUploads(t)
  const { id } = await beginUpload(deps, videoId, newUpload(size))
  const lastSeen = async () =>
    (await deps.database.upload.findUniqueOrThrow({ where: { id } })).updatedAt
  const begun = await lastSeen()
  services.clock.advance(59)
  await signParts(deps, id, { partNumbers: [1] })
  t.same(await lastSeen(), begun)
  services.clock.advance(1)
  await signParts(deps, id, { partNumbers: [2] })
  t.same(await lastSeen(), deps.clock.now())
})
