import type { StudioUpload } from '../../contract/uploads.ts'
import { say } from '../../contract/words/server.ts'
import type { Upload } from '../clients/prisma/client.ts'
import type { UploadedPart } from '../clients/storage.ts'
import { MatineeError } from '../errors.ts'
import { type PartPlan, partSize } from './part-plan.ts'
import type { UploadDeps } from './purposes.ts'

type Deps = Pick<UploadDeps, 'database' | 'storage'>

export const planOf = ({ partSizeBytes, partCount }: Upload): PartPlan => ({
  partSizeBytes: Number(partSizeBytes),
  partCount,
})

/** @throws NOT_FOUND */
export async function findRow({ database }: Pick<Deps, 'database'>, id: string): Promise<Upload> {
  const upload = await database.upload.findUnique({ where: { id } })
  if (upload === null) throw new MatineeError('NOT_FOUND', { detail: say('none.upload') })
  return upload
}

/** Null when the bucket no longer knows of the upload, though we still do. */
export async function storedParts(
  { storage }: Pick<Deps, 'storage'>,
  upload: Upload,
): Promise<UploadedPart[] | null> {
  const { key, multipartId } = upload
  if (multipartId !== null) return storage.listParts(key, multipartId)
  const object = await storage.head(key)
  if (object === null) return []
  return [{ partNumber: 1, sizeBytes: object.sizeBytes, etag: object.etag, sha256: null }]
}

/** Of an open upload that the bucket knows no longer: joined just now, or gone. */
async function whatBecameOf({ storage }: Deps, { key }: Upload): Promise<'completing' | 'aborted'> {
  return (await storage.head(key)) === null ? 'aborted' : 'completing'
}

/** Whoever resumes goes on with the parts that are not among these. */
async function describeUpload(deps: Deps, upload: Upload): Promise<StudioUpload> {
  const stored = upload.status === 'open' ? await storedParts(deps, upload) : []
  const plan = planOf(upload)
  const sizeBytes = Number(upload.sizeBytes)
  // A part of another size is of no use, and will be sent again.
  const whole = (stored ?? []).filter(
    (part) => part.sizeBytes === partSize(plan, sizeBytes, part.partNumber),
  )
  return {
    id: upload.id,
    videoId: upload.videoId,
    purpose: upload.purpose as StudioUpload['purpose'],
    fileName: upload.fileName,
    contentType: upload.contentType,
    sizeBytes,
    ...plan,
    checksum: upload.checksum === null ? null : 'sha256',
    status: stored === null ? await whatBecameOf(deps, upload) : upload.status,
    failure: upload.failure,
    createdAt: upload.createdAt.toISOString(),
    parts: whole.map(({ partNumber, sizeBytes, etag }) => ({ partNumber, sizeBytes, etag })),
  }
}

/** @throws NOT_FOUND, UNAVAILABLE */
export async function findUpload(deps: Deps, id: string): Promise<StudioUpload> {
  return describeUpload(deps, await findRow(deps, id))
}

/** What one film has open at a time; the sweep ends what is left behind. */
const openShown = 50

/** The uploads of a film that could be resumed, the newest first. */
export async function listOpenUploads(deps: Deps, videoId: string): Promise<StudioUpload[]> {
  const rows = await deps.database.upload.findMany({
    where: { videoId, status: 'open' },
    orderBy: { createdAt: 'desc' },
    take: openShown,
  })
  return Promise.all(rows.map((row) => describeUpload(deps, row)))
}
