import type { TranscodeDeps } from '../../services.ts'
import type { PieceJob } from './queue.ts'

const intervalMs = 1000

export interface EncodeProgress {
  /** 0..1 of the piece. Cheap: what is stored is the last of each second. */
  report(share: number): void
  /** Waits for what is being stored; nothing is stored after it. */
  end(): Promise<void>
}

/**
 * Stores how far a piece is, and with it the film, about once a second; that is the sign of life of
 * its worker too.
 *
 * @param onUnwanted called once when the encode has been deleted, given up or superseded
 */
export function reportProgress(
  { database, clock, log }: TranscodeDeps,
  { videoId, encodeId, pieceId }: PieceJob,
  step: string,
  onUnwanted: () => void,
): EncodeProgress {
  let share = 0
  let ended = false
  let storing: Promise<void> = Promise.resolve()

  async function store(): Promise<void> {
    const { count } = await database.encode.updateMany({
      where: { id: encodeId, supersededAt: null, failedAt: null },
      data: { activeAt: clock.now() },
    })
    if (count === 0) return onUnwanted()
    await database.encodePiece.updateMany({
      where: { id: pieceId, finishedAt: null },
      data: { progress: share },
    })
    // Never backwards, and whole only when everything is finished.
    await database.$executeRaw`
      update "Video" set step = ${step}, progress = greatest(progress, least(0.99, (
        select sum(weight * progress) / greatest(sum(weight), 1e-9)
        from "EncodePiece" where "encodeId" = ${encodeId}::uuid)))
      where id = ${videoId}::uuid and progress < 1`
  }
  const next = () => {
    storing = storing.then(store).catch((error) => {
      // Progress is not worth failing for: the next one may get through.
      log.warn({ err: error, encodeId }, 'the progress of an encode could not be stored')
    })
  }
  next()
  const timer = setInterval(next, intervalMs)
  return {
    report: (value) => {
      if (!ended) share = Math.min(1, Math.max(share, value))
    },
    end: async () => {
      ended = true
      clearInterval(timer)
      await storing
    },
  }
}
