import { say } from '../../../contract/words/server.ts'
import type { TranscodeDeps } from '../../services.ts'
import { isAv1Piece, withoutAv1 } from '../plan/av1.ts'
import type { EncodePlan } from '../plan/plan.ts'
import { failEncode } from '../queue/fail-encode.ts'
import type { PieceJob } from '../queue/queue.ts'
import { changeEncode, type Finish } from './finish-piece.ts'

/**
 * Goes on with an encode without its AV1, which could not be made: H.264 is all that a film needs.
 *
 * @param log what the encoder said, for the operator
 */
export function leaveOutAv1(deps: TranscodeDeps, encodeId: string, log: string): Promise<Finish> {
  deps.log.warn({ encodeId, reason: log }, 'a film is made without AV1, as its encoder failed')
  return changeEncode(deps, encodeId, async (transaction, encode) => {
    const before = encode.plan as unknown as EncodePlan
    const plan = withoutAv1(before)
    const left = before.pieces.filter((piece) => isAv1Piece(before, piece)).map(({ name }) => name)
    await transaction.encodePiece.deleteMany({ where: { encodeId, name: { in: left } } })
    await transaction.encode.update({
      where: { id: encodeId },
      data: { plan: JSON.parse(JSON.stringify(plan)), log },
    })
    return plan
  })
}

/** Ends what was tried as often as may be: the encode, or its AV1 alone. */
export async function giveUpPiece(
  deps: TranscodeDeps,
  { encodeId, pieceId }: PieceJob,
): Promise<void> {
  const row = await deps.database.encodePiece.findUnique({
    where: { id: pieceId },
    include: { encode: true },
  })
  const plan = row?.encode.plan as unknown as EncodePlan | null | undefined
  const piece = plan?.pieces.find(({ name }) => name === row?.name)
  if (plan && piece && isAv1Piece(plan, piece)) {
    await leaveOutAv1(deps, encodeId, row?.encode.log ?? '')
  } else {
    await failEncode(deps, encodeId, say('encodes.again'))
  }
}
