import type { DatabaseTransaction } from '../../clients/database.ts'
import type { TranscodeDeps } from '../../services.ts'
import { CaptionsRefused } from './cue.ts'
import { linesOf } from './lines-of.ts'

/**
 * Stores what is said in the captions at `key`, for search. Captions that have been replaced meanwhile, or
 * were read by another process, are left alone.
 *
 * @param text WebVTT
 * @throws CaptionsRefused
 */
export async function storeLines(
  transaction: DatabaseTransaction,
  key: string,
  text: string,
): Promise<void> {
  const lines = linesOf(text)
  // First, so that of two processes at the same captions the second waits.
  const read = await transaction.caption.updateManyAndReturn({
    where: { key, linesRead: false },
    data: { linesRead: true },
    select: { id: true },
  })
  for (const { id } of read) {
    await transaction.captionLine.deleteMany({ where: { captionId: id } })
    await transaction.$executeRaw`
      insert into "CaptionLine" ("captionId", "position", "startSeconds", "text", "folded")
      select ${id}::uuid, line.position - 1, line.seconds, line.text, search_fold(line.text)
      from unnest(
        ${lines.map(({ startSeconds }) => startSeconds)}::float8[],
        ${lines.map((line) => line.text)}::text[]
      ) with ordinality as line(seconds, text, position)`
  }
}

const atOnce = 20

/** Reads captions that are not read yet: those found in a film's file, and those of earlier versions. */
export async function readMissingLines({
  database,
  storage,
  log,
}: Pick<TranscodeDeps, 'database' | 'storage' | 'log'>): Promise<void> {
  const missing = await database.caption.findMany({
    where: { linesRead: false },
    orderBy: { id: 'asc' },
    take: atOnce,
    select: { key: true },
  })
  for (const { key } of missing) {
    const bytes = await storage.getBytes(key)
    const text = Buffer.from(bytes ?? []).toString('utf8')
    try {
      await database.$transaction((transaction) => storeLines(transaction, key, text))
    } catch (error) {
      if (!(error instanceof CaptionsRefused)) throw error
      log.warn({ key, reason: error.message }, 'captions cannot be searched')
      await database.caption.updateMany({ where: { key }, data: { linesRead: true } })
    }
  }
}
