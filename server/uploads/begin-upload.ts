import { randomUUID } from 'node:crypto'
import type { BegunUpload, NewUpload, Purpose } from '../../contract/uploads.ts'
import { say } from '../../contract/words/server.ts'
import { originalKey } from '../catalog/object-keys.ts'
import type { Prisma } from '../clients/prisma/client.ts'
import { MatineeError } from '../errors.ts'
import { languageOfName } from './language-of-name.ts'
import { planParts } from './part-plan.ts'
import type { UploadDeps } from './purposes.ts'
import { purposes } from './purposes.ts'

const mebibyte = 1024 ** 2

/** "5 TB", "10 MB": as much of it as one needs to choose another file. */
const sizeInWords = (bytes: number): string =>
  bytes >= mebibyte ** 2
    ? say('uploads.terabytes', { count: bytes / mebibyte ** 2 })
    : say('uploads.megabytes', { count: bytes / mebibyte })

/** As it is written everywhere: "pt-br" is "pt-BR". Null where none is told, or what is told is none. */
function languageOf({ language, fileName }: NewUpload): string | null {
  if (language === undefined) return languageOfName(fileName)
  try {
    return Intl.getCanonicalLocales(language)[0] ?? null
  } catch {
    return null
  }
}

/** Without parameters, such as the codecs that a browser's recorder tells. */
const typeOf = ({ contentType }: NewUpload): string =>
  (contentType.split(';', 1)[0] ?? '').trim().toLowerCase()

/** What can be told to be wrong before a byte is sent. */
function check(takers: UploadDeps['takers'], purpose: Purpose, wanted: NewUpload): void {
  if (takers[purpose] === undefined) {
    throw new MatineeError('BAD_REQUEST', {
      detail: say('uploads.purpose', { purpose }),
    })
  }
  const { largest, contentType } = purposes[purpose]
  if (wanted.sizeBytes === 0) {
    throw new MatineeError('BAD_REQUEST', { detail: say('uploads.empty') })
  }
  if (wanted.sizeBytes > largest) {
    const detail = say('uploads.tooLarge', { most: sizeInWords(largest) })
    throw new MatineeError('TOO_LARGE', { detail })
  }
  const told = typeOf(wanted)
  if (told !== '' && !contentType.test(told)) {
    throw new MatineeError('UNSUPPORTED_MEDIA_TYPE', { detail: say(`uploads.not.${purpose}`) })
  }
  if (purpose === 'captions' && languageOf(wanted) === null) {
    const fields = [{ field: 'language', message: say('problems.missing') }]
    const detail = say('uploads.language')
    throw new MatineeError('BAD_REQUEST', { detail, members: { fields } })
  }
}

/**
 * Begins the upload of a file for a film. Nothing is sent yet; each part is then signed when it is
 * about to go.
 *
 * @throws NOT_FOUND, BAD_REQUEST, TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, UNAVAILABLE
 */
export async function beginUpload(
  deps: UploadDeps,
  videoId: string,
  wanted: NewUpload,
): Promise<BegunUpload> {
  const { database, storage, clock } = deps
  const purpose = wanted.purpose ?? 'video'
  check(deps.takers, purpose, wanted)
  const video = await database.video.findUnique({ where: { id: videoId }, select: { id: true } })
  if (video === null) throw new MatineeError('NOT_FOUND', { detail: say('none.film') })

  const id = randomUUID()
  const inParts = purpose === 'video'
  const key = originalKey(videoId, id)
  const { sizeBytes, fileName, label = null } = wanted
  const language = purpose === 'captions' ? languageOf(wanted) : null
  const contentType = typeOf(wanted) || 'application/octet-stream'
  const plan = inParts ? planParts(sizeBytes) : { partSizeBytes: sizeBytes, partCount: 1 }
  const checksum = inParts ? wanted.checksum : undefined
  const now = clock.now()
  // Should storing fail now, the bucket's open upload belongs to nobody and is swept away later.
  const multipartId = inParts ? await storage.createMultipart(key, { contentType, checksum }) : null
  await store(deps, {
    ...{ id, videoId, purpose, key, multipartId, fileName, contentType, sizeBytes, ...plan },
    ...{ checksum: checksum ?? null, language, label, createdAt: now, updatedAt: now },
  })
  return { id, ...plan, checksum: checksum ?? null }
}

async function store(
  { database }: UploadDeps,
  upload: Prisma.UploadUncheckedCreateInput,
): Promise<void> {
  const { videoId, purpose } = upload
  await database.$transaction(async (tx) => {
    await tx.upload.create({ data: upload })
    if (purpose !== 'video') return
    // A film that plays goes on playing while its file is replaced.
    await tx.video.updateMany({
      where: { id: videoId, status: { in: ['draft', 'failed'] } },
      data: { status: 'uploading', failure: null },
    })
  })
}
