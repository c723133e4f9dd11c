import { renditionPrefix } from '../../catalog/object-keys.ts'
import type { DatabaseTransaction } from '../../clients/database.ts'
import { type Encode, type EncodePiece, Prisma } from '../../clients/prisma/client.ts'
import type { TranscodeDeps } from '../../services.ts'
import { storeFoundCaptions } from '../captions/store-found.ts'
import type { EncodePlan } from '../plan/plan.ts'
import { sweepLater, sweepObjectLater } from '../queue/enqueue.ts'
import { turnAtVideoOf } from '../queue/video-turn.ts'
import { type Assembled, assemble } from './assemble.ts'
import type { PieceResult } from './piece-result.ts'

/** Who still plays what an encode has replaced is done with it by then. */
const keepReplacedSeconds = 12 * 3600

export type Finish = 'working' | 'playable' | 'finished' | 'unwanted'

/**
 * Records a finished piece and, in the same transaction, everything that follows from it: renditions
 * that it completes, the film's becoming playable, the encode's end. Pieces of one film take turns,
 * so that the last of them always sees all the others.
 */
export function finishPiece(
  deps: TranscodeDeps,
  encodeId: string,
  pieceId: string,
  result: PieceResult,
): Promise<Finish> {
  return changeEncode(deps, encodeId, async (transaction, { plan }, now) => {
    await transaction.encodePiece.updateMany({
      where: { id: pieceId, finishedAt: null },
      data: { finishedAt: now, progress: 1, result: JSON.parse(JSON.stringify(result)) },
    })
    return plan as unknown as EncodePlan
  })
}

/**
 * Changes an encode that is still wanted, and records what follows from it.
 *
 * @param change answers the plan that holds from then on
 */
export async function changeEncode(
  deps: TranscodeDeps,
  encodeId: string,
  change: (transaction: DatabaseTransaction, encode: Encode, now: Date) => Promise<EncodePlan>,
): Promise<Finish> {
  const { database, clock } = deps
  const now = clock.now()
  const { finish, replaced, dropped } = await database.$transaction(async (transaction) => {
    await turnAtVideoOf(transaction, encodeId)
    const encode = await transaction.encode.findUnique({ where: { id: encodeId } })
    if (encode === null || encode.supersededAt !== null || encode.failedAt !== null) {
      return { finish: 'unwanted' as const, replaced: null, dropped: [] }
    }
    const plan = await change(transaction, encode, now)
    const pieces = await transaction.encodePiece.findMany({ where: { encodeId } })
    const assembled = assemble(plan, resultsOf(pieces))
    await storeRenditions(transaction, encode, assembled)
    const isNew = ({ finishedAt }: EncodePiece) => finishedAt?.getTime() === now.getTime()
    const justRead = pieces.some((piece) => piece.name === 'captions' && isNew(piece))
    return publish(transaction, encode, { ...assembled, justRead }, now)
  })
  for (const { videoId, key } of dropped) await sweepObjectLater(deps, videoId, key)
  if (replaced !== null) {
    await sweepLater(deps, replaced.videoId, replaced.encodeId, keepReplacedSeconds)
  }
  return finish
}

const resultsOf = (pieces: EncodePiece[]) =>
  new Map(
    pieces
      .filter(({ finishedAt }) => finishedAt !== null)
      .map(({ name, result }) => [name, result as PieceResult]),
  )

async function storeRenditions(
  transaction: DatabaseTransaction,
  { id: encodeId, videoId }: Encode,
  { renditions }: Assembled,
) {
  await transaction.rendition.createMany({
    data: renditions.map((rendition) => ({
      ...rendition,
      videoId,
      encodeId,
      prefix: renditionPrefix(videoId, encodeId, rendition.name),
    })),
    skipDuplicates: true,
  })
}

async function publish(
  transaction: DatabaseTransaction,
  { id: encodeId, videoId, playableAt }: Encode,
  {
    playable,
    finished,
    storyboard,
    captions,
    justRead,
    seconds,
    ...assembled
  }: Assembled & { justRead: boolean },
  now: Date,
) {
  const { posterKey, posterSized, posterFormats } = assembled
  let replaced: { videoId: string; encodeId: string } | null = null
  let dropped: { videoId: string; key: string }[] = []
  if (playable && playableAt === null) {
    const before = await transaction.video.findUniqueOrThrow({ where: { id: videoId } })
    if (before.encodeId !== null) replaced = { videoId, encodeId: before.encodeId }
    await transaction.encode.update({ where: { id: encodeId }, data: { playableAt: now } })
    await transaction.video.update({
      where: { id: videoId },
      // A poster of the creator's own stays.
      data: {
        status: 'ready',
        encodeId,
        durationSeconds: seconds,
        storyboard: Prisma.DbNull,
        ...(!keepsPoster(before.posterKey, before.encodeId) && {
          ...{ posterKey, posterSized, posterFormats },
        }),
      },
    })
  }
  // Once: what an operator takes away afterwards stays away. Until then those of the file before stay.
  if (playable && captions !== null && (justRead || playableAt === null)) {
    const keys = await storeFoundCaptions(transaction, videoId, captions)
    dropped = keys.map((key) => ({ videoId, key }))
  }
  if (playable && storyboard !== null) {
    const data = { storyboard: { ...storyboard } }
    await transaction.video.updateMany({ where: { id: videoId, encodeId }, data })
  }
  if (finished) {
    await transaction.encode.update({ where: { id: encodeId }, data: { finishedAt: now } })
    await transaction.video.update({ where: { id: videoId }, data: { progress: 1, step: null } })
  }
  const finish: Finish = finished ? 'finished' : playable ? 'playable' : 'working'
  return { finish, replaced, dropped }
}

const keepsPoster = (posterKey: string | null, encodeId: string | null) =>
  posterKey !== null && !(encodeId !== null && posterKey.includes(encodeId))
