/** What was found out about an uploaded film. Stored with the encode, so only plain values. */
export interface SourceFacts {
  /**
   * From where its picture or its sound begins to where the later of them ends, as measured by reading
   * the file to its end, not as its header claims.
   */
  seconds: number
  /** Where that begins, in seconds after the beginning of the file. */
  startSeconds: number
  video: VideoFacts
  audio: AudioFacts[]
  /** At most one for each language. */
  texts: TextFacts[]
}

export interface VideoFacts {
  /** Index among all streams of the file. */
  stream: number
  /**
   * As stored: pictures of other sizes further on are fitted into it. Null where players turn the
   * picture, which ffmpeg does by itself.
   */
  canvas: { width: number; height: number } | null
  /** When its last picture begins, in seconds of the film. */
  lastSeconds: number
  /** As shown: square pixels, upright. */
  width: number
  height: number
  frameRate: Fraction
  interlaced: boolean
  /** PQ or HLG: brighter than a usual screen shows, so it must be mapped down. */
  hdr: boolean
  /** Null where the file does not say, which for HD means bt709 and else bt601. */
  matrix: string | null
  /** Of HDR, completed from one another. */
  colours: Colours | null
}

/** By the names that ffmpeg has for them. */
export interface Colours {
  primaries: string
  transfer: string
  matrix: string
}

export interface AudioFacts {
  stream: number
  channels: number
  /** BCP 47 as far as known: "en", "de"; null where the file does not say. */
  language: string | null
  /** The same by ISO 639-2, as the file has it and MP4 wants it: "eng", "deu"; "und". */
  code: string
  title: string | null
  /** Whether the file wants it to be heard unless another is chosen. */
  isDefault: boolean
}

/** A text track, which can be shown as captions. */
export interface TextFacts {
  stream: number
  /** What ffmpeg writes it as. */
  form: 'srt' | 'ass' | 'webvtt'
  /** BCP 47; "und" where the file does not say. */
  language: string
  title: string | null
}

/** Frame rates are no decimal numbers: 30000/1001 is not 29.97. */
export interface Fraction {
  numerator: number
  denominator: number
}

export const toNumber = ({ numerator, denominator }: Fraction): number => numerator / denominator
