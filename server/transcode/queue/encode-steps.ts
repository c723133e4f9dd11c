import type { PieceKind } from '../plan/plan.ts'

/** A piece of an encode, as its row says. */
export interface PieceFacts {
  kind: PieceKind
  renditions: readonly string[]
  weight: number
  progress: number
  attempts: number
  finished: boolean
}

export interface EncodeStep {
  /** `look` comes before there is a plan: getting the file and finding out what it is. */
  kind: 'look' | PieceKind
  renditions: string[]
  /** 0..1 */
  progress: number
  state: 'waiting' | 'running' | 'done'
}

/**
 * What an encode consists of, in the order in which it is made: pieces of one kind and the same
 * renditions are one step.
 */
export function stepsOf(started: boolean, pieces: readonly PieceFacts[] | null): EncodeStep[] {
  const looked = pieces !== null
  const look = looked ? 'done' : started ? 'running' : 'waiting'
  const steps = new Map<string, PieceFacts[]>()
  for (const piece of pieces ?? []) {
    const key = [piece.kind, ...piece.renditions].join(' ')
    steps.set(key, [...(steps.get(key) ?? []), piece])
  }
  return [
    { kind: 'look', renditions: [], progress: looked ? 1 : 0, state: look },
    ...[...steps.values()].map(stepOf),
  ]
}

function stepOf(pieces: PieceFacts[]): EncodeStep {
  const [first] = pieces
  if (first === undefined) throw new Error('a step has at least one piece')
  const progress = doneShare(pieces)
  const begun = pieces.some(({ attempts }) => attempts > 0)
  const done = pieces.every(({ finished }) => finished)
  return {
    kind: first.kind,
    renditions: [...first.renditions],
    progress,
    state: done ? 'done' : begun ? 'running' : 'waiting',
  }
}

function doneShare(pieces: readonly PieceFacts[]): number {
  const total = pieces.reduce((sum, { weight }) => sum + weight, 0)
  const done = pieces.reduce((sum, { weight, progress, finished }) => {
    return sum + weight * (finished ? 1 : progress)
  }, 0)
  return total > 0 ? done / total : 0
}

/** Before so much is done, in seconds and in work, a guess would only jump about. */
const tellingSeconds = 5
const tellingShare = 0.02

/**
 * How long an encode will probably take yet, by how long it took to come so far.
 *
 * @returns whole seconds, or null while it cannot be told
 */
export function secondsLeft(elapsedSeconds: number, pieces: readonly PieceFacts[]): number | null {
  const share = doneShare(pieces)
  if (elapsedSeconds < tellingSeconds || share < tellingShare) return null
  return Math.round((elapsedSeconds * (1 - share)) / share)
}
