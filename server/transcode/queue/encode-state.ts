import type { Encode, EncodePiece } from '../../clients/prisma/client.ts'
import type { TranscodeDeps } from '../../services.ts'
import type { EncodePlan } from '../plan/plan.ts'
import { type EncodeStep, type PieceFacts, secondsLeft, stepsOf } from './encode-steps.ts'

/** How the newest encode of a film stands, for who waits for it. */
export interface EncodeState {
  id: string
  status: 'waiting' | 'running' | 'finished' | 'failed'
  createdAt: Date
  /** Whether the film can be watched already, in its first renditions. */
  playable: boolean
  /** Whether it goes before other films. */
  first: boolean
  steps: EncodeStep[]
  secondsLeft: number | null
  /** For the creator. */
  failure: string | null
  /** What the failing program said last, for the operator. */
  log: string | null
}

/** Null when the film has never been encoded. */
export async function loadEncodeState(
  { database }: Pick<TranscodeDeps, 'database'>,
  videoId: string,
): Promise<EncodeState | null> {
  const encode = await database.encode.findFirst({
    where: { videoId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    include: { pieces: { orderBy: { position: 'asc' } } },
  })
  return encode === null ? null : describe(encode)
}

function describe(encode: Encode & { pieces: EncodePiece[] }): EncodeState {
  const { id, createdAt, startedAt, activeAt, failure, log } = encode
  const pieces = piecesOf(encode)
  const status = statusOf(encode)
  const elapsed = startedAt === null ? 0 : (activeAt.getTime() - startedAt.getTime()) / 1000
  return {
    ...{ id, status, createdAt, failure, log },
    playable: encode.playableAt !== null,
    first: encode.priority > 0,
    steps: stepsOf(startedAt !== null, pieces),
    secondsLeft: status === 'running' ? secondsLeft(elapsed, pieces ?? []) : null,
  }
}

function statusOf({ startedAt, finishedAt, failedAt }: Encode): EncodeState['status'] {
  if (finishedAt !== null) return 'finished'
  if (failedAt !== null) return 'failed'
  return startedAt === null ? 'waiting' : 'running'
}

/** Null while there is no plan. */
function piecesOf({ plan, pieces }: Encode & { pieces: EncodePiece[] }): PieceFacts[] | null {
  if (plan === null) return null
  const planned = new Map(
    (plan as unknown as EncodePlan).pieces.map((piece) => [piece.name, piece]),
  )
  return pieces.flatMap(({ name, weight, progress, attempts, finishedAt }) => {
    const piece = planned.get(name)
    if (piece === undefined) return []
    const { kind, renditions } = piece
    return [{ kind, renditions, weight, progress, attempts, finished: finishedAt !== null }]
  })
}
