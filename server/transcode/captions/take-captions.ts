import { say } from '../../../contract/words/server.ts'
import { captionKey } from '../../catalog/object-keys.ts'
import type { DatabaseTransaction } from '../../clients/database.ts'
import type { Upload } from '../../clients/prisma/client.ts'
import type { TakenJob } from '../../clients/queue.ts'
import type { TranscodeDeps } from '../../services.ts'
import { closeUpload } from '../../uploads/abort-upload.ts'
import { settleUpload } from '../../uploads/settle-upload.ts'
import { cacheControl } from '../pieces/cache-control.ts'
import { languageLabel } from '../plan/language-label.ts'
import { sweepObjectLater } from '../queue/enqueue.ts'
import type { CaptionJob } from '../queue/queue.ts'
import { CaptionsRefused } from './cue.ts'
import { readCaptions } from './read-captions.ts'
import { storeLines } from './store-lines.ts'

type CaptionDeps = Pick<TranscodeDeps, 'database' | 'storage' | 'queue' | 'clock' | 'log'>

/**
 * Gives a film uploaded captions, in place of those that it has in that language, or ends the upload
 * with the reason why they cannot be read.
 */
export async function runCaptionJob(
  deps: CaptionDeps,
  { data: { uploadId, actorId } }: Pick<TakenJob<CaptionJob>, 'data'>,
): Promise<void> {
  const upload = await deps.database.upload.findUnique({ where: { id: uploadId } })
  // Settled by an earlier try, or given up.
  if (upload?.status !== 'completing') return
  const { language } = upload
  const bytes = await deps.storage.getBytes(upload.key)
  if (bytes === null || language === null) return closeUpload(deps, upload, say('uploads.gone'))
  try {
    const text = readCaptions(bytes)
    await takeCaptions(deps, { ...upload, language }, text)
  } catch (error) {
    if (!(error instanceof CaptionsRefused)) throw error
    return closeUpload(deps, upload, error.message)
  }
  await settleUpload(deps, actorId, upload)
}

async function takeCaptions(
  { database, storage, queue }: CaptionDeps,
  { id, videoId, language, label }: Upload & { language: string },
  text: string,
): Promise<void> {
  const key = captionKey(videoId, id)
  await putCaptions({ storage }, key, text)
  const caption = { videoId, language, label: label ?? languageLabel(language), key }
  await database.$transaction(async (transaction) => {
    const replaced = await storeCaption(transaction, { ...caption, fromFile: false })
    await storeLines(transaction, key, text)
    // Within, so that no crash forgets it. The job leaves alone what is still in use.
    if (replaced !== null) await sweepObjectLater({ queue }, videoId, replaced)
  })
}

/** @param text WebVTT */
export async function putCaptions(
  { storage }: Pick<CaptionDeps, 'storage'>,
  key: string,
  text: string,
): Promise<void> {
  await storage.putBytes(key, text, { contentType: 'text/vtt; charset=utf-8', cacheControl })
}

export interface NewCaption {
  videoId: string
  language: string
  label: string
  key: string
  /** Whether they were found in the film's own file. */
  fromFile: boolean
}

/**
 * What is said in them is stored by `storeLines`.
 *
 * @returns the key of the captions that these replace
 */
export async function storeCaption(
  transaction: DatabaseTransaction,
  caption: NewCaption,
): Promise<string | null> {
  const { videoId, language } = caption
  const where = { videoId_language: { videoId, language } }
  const before = await transaction.caption.findUnique({ where })
  const isSame = before?.key === caption.key
  const update = { ...caption, ...(isSame ? {} : { linesRead: false }) }
  await transaction.caption.upsert({ where, create: caption, update })
  return before === null || isSame ? null : before.key
}
