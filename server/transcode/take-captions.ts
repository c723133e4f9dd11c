import { captionKey } from '../catalog/object-keys.ts'
import type { DatabaseTransaction } from '../clients/database.ts'
import { MatineeError } from '../errors.ts'
import type { Services } from '../services.ts'
import type { UploadedFile } from '../uploads/purposes.ts'
import { sweepObjectLater } from './enqueue.ts'
import { CaptionsRefused, readCaptions } from './read-captions.ts'

type CaptionDeps = Pick<Services, 'database' | 'storage' | 'queue'>

const cacheControl = 'private, max-age=31536000, immutable'

/** The language's name as its readers write it: "de" → "Deutsch". */
export function languageLabel(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}

/**
 * Gives a film uploaded captions, in place of those that it has in that language. What is stored is
 * WebVTT, whatever was sent.
 *
 * @throws UNSUPPORTED_MEDIA_TYPE for captions that cannot be read, UNAVAILABLE
 */
export async function takeCaptions(
  { database, storage, queue }: CaptionDeps,
  { uploadId, videoId, key: uploadedKey, language, label }: UploadedFile,
): Promise<void> {
  if (language === null) throw new MatineeError('BAD_REQUEST', { detail: 'language: is missing.' })
  const bytes = await storage.getBytes(uploadedKey)
  // Taken before, by someone who could not say so any more.
  if (bytes === null) return
  const key = captionKey(videoId, uploadId)
  const text = await readOrRefuse(bytes)
  await storage.putBytes(key, text, { contentType: 'text/vtt; charset=utf-8', cacheControl })
  const caption = { videoId, language, label: label ?? languageLabel(language), key }
  await database.$transaction(async (transaction) => {
    const replaced = await storeCaption(transaction, caption)
    // Within, so that no crash forgets it. The job leaves alone what is still in use.
    if (replaced !== null) await sweepObjectLater({ queue }, videoId, replaced)
  })
}

async function readOrRefuse(bytes: Uint8Array): Promise<string> {
  try {
    return await readCaptions(bytes)
  } catch (error) {
    if (!(error instanceof CaptionsRefused)) throw error
    throw new MatineeError('UNSUPPORTED_MEDIA_TYPE', { detail: error.message })
  }
}

/** @returns the key of the captions that these replace */
async function storeCaption(
  transaction: DatabaseTransaction,
  caption: { videoId: string; language: string; label: string; key: string },
): Promise<string | null> {
  const { videoId, language } = caption
  const where = { videoId_language: { videoId, language } }
  const before = await transaction.caption.findUnique({ where })
  await transaction.caption.upsert({ where, create: caption, update: caption })
  return before === null || before.key === caption.key ? null : before.key
}
