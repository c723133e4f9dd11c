import type { Storyboard } from '../../catalog/storyboard.ts'
import type { EncodePlan } from '../plan/plan.ts'
import { plannedSegments } from '../plan/plan-segments.ts'
import { toNumber } from '../probe/source-facts.ts'
import { joinSegments, type MeasuredSegments, measureBandwidth, PieceDiffers } from './measure.ts'
import type { FoundCaption, PieceResult } from './piece-result.ts'

/** A finished rendition, as its row holds it. */
export interface FinishedRendition {
  name: string
  kind: 'video' | 'audio'
  codecs: string
  width: number | null
  height: number | null
  frameRate: number | null
  language: string | null
  channels: number | null
  /** Of sound: what it is chosen by. */
  label: string | null
  bandwidth: number
  averageBandwidth: number
  segmentSeconds: number[]
  segmentBytes: number[]
  /** Of key frames, empty for sound (measure's MeasuredKeys). */
  keyOffsets: number[]
  keyBytes: number[]
  keySeconds: number[]
  initBytes: number
}

/** What pieces have left so far, by piece name; those not finished are absent. */
export type Results = ReadonlyMap<string, PieceResult>

export interface Assembled {
  /** Complete renditions, in the plan's order: the best picture first, sound last. */
  renditions: FinishedRendition[]
  /** Whether viewers can have it: one picture, all its sound and a poster. */
  playable: boolean
  finished: boolean
  posterKey: string | null
  posterSized: boolean
  posterFormats: string[]
  storyboard: Storyboard | null
  /** Found in the file; null while nobody has looked. */
  captions: FoundCaption[] | null
  seconds: number
}

/** Sees what the finished pieces amount to. */
export function assemble(plan: EncodePlan, results: Results): Assembled {
  const complete = (name: string): MeasuredSegments | null => {
    const pieces = plan.pieces.filter(({ renditions }) => renditions.includes(name))
    const chunks = pieces.map((piece) => results.get(piece.name)?.renditions?.[name])
    const there = chunks.filter((chunk) => chunk !== undefined)
    if (pieces.length === 0 || there.length < pieces.length) return null
    const joined = joinSegments(there)
    const planned = pieces.flatMap((piece) => plannedSegments(plan, piece, name).samples)
    if (joined.seconds.length === planned.length) return joined
    throw new PieceDiffers(`${name} has ${joined.seconds.length} segments of ${planned.length}`)
  }
  const video = plan.rungs.flatMap(({ name, width, height, frameRate }) => {
    const measured = complete(name)
    if (measured === null) return []
    const shown = { width, height, frameRate: Math.round(toNumber(frameRate) * 1000) / 1000 }
    const { offsets, bytes, seconds } = measured.keys
    const keys = { keyOffsets: offsets, keyBytes: bytes, keySeconds: seconds }
    return [{ name, kind: 'video' as const, ...shown, ...noSound, ...figures(measured), ...keys }]
  })
  const audio = plan.audio.flatMap(({ name, language, channels, label }) => {
    const measured = complete(name)
    if (measured === null) return []
    const heard = { language, channels, label }
    return [{ name, kind: 'audio' as const, ...noPicture, ...heard, ...figures(measured) }]
  })
  const first = video.find(({ name }) => name === plan.firstRung)
  const { posterKey = null, posterSized = false, ...poster } = results.get('poster') ?? {}
  return {
    renditions: [...video, ...audio],
    playable: first !== undefined && audio.length === plan.audio.length && posterKey !== null,
    finished: plan.pieces.every(({ name }) => results.has(name)),
    posterKey,
    posterSized,
    posterFormats: poster.posterFormats ?? [],
    storyboard: results.get('storyboard')?.storyboard ?? null,
    captions: readCaptions(plan, results),
    seconds: first?.segmentSeconds.reduce((sum, seconds) => sum + seconds, 0) ?? 0,
  }
}

function readCaptions({ pieces }: EncodePlan, results: Results): FoundCaption[] | null {
  const isRead = results.has('captions') || pieces.every(({ name }) => name !== 'captions')
  return isRead ? (results.get('captions')?.captions ?? []) : null
}

const noSound = { language: null, channels: null, label: null }
const noKeys = { keyOffsets: [], keyBytes: [], keySeconds: [] }
const noPicture = { width: null, height: null, frameRate: null, ...noKeys }

function figures(measured: MeasuredSegments) {
  const { peak, average } = measureBandwidth(measured)
  return {
    codecs: measured.codecs,
    bandwidth: peak,
    averageBandwidth: average,
    segmentSeconds: measured.seconds,
    segmentBytes: measured.bytes,
    initBytes: measured.initBytes,
  }
}
