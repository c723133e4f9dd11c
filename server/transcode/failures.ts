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

export const sentences = {
  empty: 'The file is empty. Upload it again.',
  unknown: 'This is not a video file that can be read here. Upload an MP4, MOV, MKV or WebM file.',
  unreadable:
    'The file is damaged or incomplete and cannot be read. Export it again, then upload it.',
  noPicture: 'The file has no picture in it. Upload a file with video.',
  tooLarge: 'The picture is larger than 7680 by 4320. Export it smaller, then upload it again.',
  tooSmall: 'The picture is smaller than 16 by 16. Export it larger, then upload it again.',
  tooMany: 'The file has more than 64 tracks. Export it with one picture and its sound.',
  tooLong: 'The film is longer than 24 hours. Cut it into parts.',
  noFrames: 'There are no pictures in the file. Export it again, then upload it.',
  encrypted:
    'The file is encrypted and can be read only by the player that it was made for. Export it without copy protection, then upload it again.',
  differs:
    'Part of the film cannot be read, so it would not come out whole. Export it again, then upload it.',
  hdr: 'The film is HDR, which the encoder here cannot turn into what usual screens show. Export it as SDR (BT.709), or tell the operator.',
  again:
    'This film could not be processed, though it was tried several times. Try again later; if it goes on, tell the operator.',
  noOriginal: 'The uploaded file is no longer there. Upload it again.',
  cancelled: 'Encoding was cancelled. Start it again, or upload another file.',
  worse: 'The film plays, but not all of its sizes could be made.',
} as const

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
  const named = codec === 'unknown' ? 'in a format that is not known here' : `in ${name}`
  const wanted = what === 'picture' ? 'H.264 video' : 'AAC sound'
  return new CannotTranscode(
    `The ${what} is ${named}, which cannot be read here. Export the film with ${wanted} (MP4), then upload it again.`,
  )
}

export const cutShort = (found: number, claimed: number): string =>
  `The file ends early: of ${clock(claimed)} only ${clock(found)} are there. Upload it again.`

function clock(seconds: number): string {
  const whole = Math.round(seconds)
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const [first, ...rest] = parts[0] === 0 ? parts.slice(1) : parts
  return [String(first), ...rest.map((part) => String(part).padStart(2, '0'))].join(':')
}
