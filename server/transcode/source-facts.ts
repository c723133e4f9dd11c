/** What was found out about an uploaded film. Stored with the encode, so only plain values. */
export interface SourceFacts {
  /** As measured by reading the file to its end, not as its header claims. */
  seconds: number
  video: VideoFacts
  audio: AudioFacts[]
}

export interface VideoFacts {
  /** Index among all streams of the file. */
  stream: number
  /** As shown: square pixels, upright. */
  width: number
  height: number
  frameRate: Fraction
  interlaced: boolean
  /** PQ or HLG: brighter than a usual screen shows, so it must be mapped down. */
  hdr: boolean
  /** Null where the file does not say, which for HD means bt709 and else bt601. */
  matrix: string | null
}

export interface AudioFacts {
  stream: number
  channels: number
  /** BCP 47 as far as known: "en", "de"; null where the file does not say. */
  language: string | null
  title: string | null
}

/** Frame rates are no decimal numbers: 30000/1001 is not 29.97. */
export interface Fraction {
  numerator: number
  denominator: number
}

export const toNumber = ({ numerator, denominator }: Fraction): number => numerator / denominator
