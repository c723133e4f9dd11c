import { say } from '../../contract/words/server.ts'
/**
 * A film that cannot be made, however often it is tried. Its message is for the film's creator: what
 * is wrong and what to do.
 */
export class CannotTranscode extends Error {
  override readonly name = 'CannotTranscode'
  /** For the operator: the last lines of the program's log. */
  readonly log: string[]

  constructor(message: string, log: string[] = []) {
    super(message)
    this.log = log
  }
}

/** A hardware encoder did not do its part, or not well: libx264 can do it instead. */
export class HardwareFailed extends Error {
  override readonly name = 'HardwareFailed'
  readonly log: string[]

  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.log = (cause as { log?: string[] }).log ?? [this.message]
  }
}

const codecNames: Record<string, string> = {
  vvc: 'H.266 (VVC)',
  vvc1: 'H.266 (VVC)',
  vvi1: 'H.266 (VVC)',
  evc1: 'MPEG-5 EVC',
  lvc1: 'MPEG-5 LCEVC',
  'ac-4': 'Dolby AC-4',
  apac: 'Apple Positional Audio',
  mha1: 'MPEG-H 3D Audio',
  mhm1: 'MPEG-H 3D Audio',
}

/** @param codec as ffmpeg calls it, or else the file */
export function refuseCodec(what: 'picture' | 'sound', codec = 'unknown'): CannotTranscode {
  const name = codecNames[codec.toLowerCase()] ?? codec
  return new CannotTranscode(say(`encodes.${what}`, { codec: codec === 'unknown' ? null : name }))
}

export const cutShort = (found: number, claimed: number): string =>
  say('encodes.cutShort', { found: clock(found), claimed: clock(claimed) })

function clock(seconds: number): string {
  const whole = Math.round(seconds)
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const [first, ...rest] = parts[0] === 0 ? parts.slice(1) : parts
  return [String(first), ...rest.map((part) => String(part).padStart(2, '0'))].join(':')
}
