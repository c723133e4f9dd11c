import type { SignedParts, WantedParts } from '../../contract/uploads.ts'
import { say } from '../../contract/words/server.ts'
import type { Upload } from '../clients/prisma/client.ts'
import { MatineeError } from '../errors.ts'
import { findRow, planOf } from './find-upload.ts'
import { partSize } from './part-plan.ts'
import type { UploadDeps } from './purposes.ts'

/** S3 looks at a URL's life when a request begins, so that this is the time to begin sending. */
const urlSeconds = 300
/** How often a row is written to show that somebody still uploads. */
const signOfLifeSeconds = 60

const bad = (detail: string) => new MatineeError('BAD_REQUEST', { detail })

function check(upload: Upload, { partNumbers, sha256 }: WantedParts): void {
  if (upload.status !== 'open') {
    const detail = say('uploads.over')
    throw new MatineeError('CONFLICT', { detail })
  }
  const beyond = partNumbers.find((number) => number > upload.partCount)
  if (beyond !== undefined) {
    throw bad(say('uploads.parts.beyond', { part: beyond, count: upload.partCount }))
  }
  if (upload.checksum !== null && sha256?.length !== partNumbers.length) {
    throw bad(say('uploads.checksums.missing'))
  }
  if (upload.checksum === null && sha256 !== undefined) {
    throw bad(say('uploads.checksums.none'))
  }
}

/**
 * A short pre-signed URL for each of the parts, good for just its bytes: their number is signed, and
 * with checksums their content too.
 *
 * @throws NOT_FOUND, BAD_REQUEST, CONFLICT, UNAVAILABLE
 */
export async function signParts(
  deps: UploadDeps,
  id: string,
  wanted: WantedParts,
): Promise<SignedParts> {
  const upload = await findRow(deps, id)
  check(upload, wanted)
  await showLife(deps, upload)
  const signed = wanted.partNumbers.map((partNumber, at) =>
    signPart(deps, upload, partNumber, wanted.sha256?.[at]),
  )
  return { parts: await Promise.all(signed) }
}

async function signPart(
  { presigner }: UploadDeps,
  upload: Upload,
  partNumber: number,
  sha256: string | undefined,
): Promise<SignedParts['parts'][number]> {
  const { key, multipartId, contentType } = upload
  const sizeBytes = partSize(planOf(upload), Number(upload.sizeBytes), partNumber)
  const life = { expiresInSeconds: urlSeconds, shorten: true, sizeBytes }
  if (multipartId === null) {
    const signed = await presigner.put(key, { ...life, contentType })
    return { partNumber, sizeBytes, headers: { 'content-type': contentType }, ...signed }
  }
  const checksum = sha256 === undefined ? {} : { sha256 }
  const part = { uploadId: multipartId, partNumber, ...checksum }
  const signed = await presigner.uploadPart(key, { ...life, ...part })
  const headers: Record<string, string> =
    sha256 === undefined ? {} : { 'x-amz-checksum-sha256': sha256 }
  return { partNumber, sizeBytes, headers, ...signed }
}

async function showLife({ database, clock }: UploadDeps, { id, updatedAt }: Upload) {
  const now = clock.now()
  if (now.getTime() - updatedAt.getTime() < signOfLifeSeconds * 1000) return
  await database.upload.updateMany({ where: { id, status: 'open' }, data: { updatedAt: now } })
}
