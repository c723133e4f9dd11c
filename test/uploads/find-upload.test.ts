import { randomUUID } from 'node:crypto'
import t from 'tap'
import { beginUpload } from '../../server/uploads/begin-upload.ts'
import { findUpload, listOpenUploads } from '../../server/uploads/find-upload.ts'
import { signParts } from '../../server/uploads/sign-parts.ts'
import { newUpload, openUploads, put, videoBytes } from '../fixtures/uploads.ts'

const partSize = 8 * 1024 ** 2

t.test('whoever comes back learns which parts have arrived', async (t) => {
  const { deps, videoId } = await openUploads(t)
  const begun = await beginUpload(deps, videoId, newUpload(3 * partSize))
  t.same((await findUpload(deps, begun.id)).parts, [])
  const [part] = (await signParts(deps, begun.id, { partNumbers: [2] })).parts
  if (part === undefined) throw new Error('one was asked for')
  const { etag } = await put(part, videoBytes(partSize))
  t.match(await findUpload(deps, begun.id), {
    ...{ id: begun.id, videoId, status: 'open', fileName: 'film.mp4', sizeBytes: 3 * partSize },
    ...{ partSizeBytes: partSize, partCount: 3 },
    parts: [{ partNumber: 2, sizeBytes: partSize, etag }],
  })
  await t.rejects(findUpload(deps, randomUUID()), { code: 'NOT_FOUND' })
})

t.test('the open uploads of a film are listed, the newest first', async (t) => {
  const { deps, services, videoId } = await openUploads(t)
  const first = await beginUpload(deps, videoId, newUpload(1))
  services.clock.advance(1)
  const second = await beginUpload(deps, videoId, newUpload(1, { fileName: 'other.mov' }))
  const listed = await listOpenUploads(deps, videoId)
  t.same(
    listed.map(({ id }) => id),
    [second.id, first.id],
  )
  t.same(await listOpenUploads(deps, randomUUID()), [])
})
