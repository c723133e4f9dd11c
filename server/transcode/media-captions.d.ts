// The package's own types name their files without extensions, which Node's resolution does not find.
declare module 'media-captions' {
  export interface VTTCue {
    startTime: number
    endTime: number
    text: string
  }
  export interface ParseError {
    /** Counts from 1. */
    line: number
  }
  export function parseText(
    text: string,
    options: { type: 'vtt' | 'srt'; strict: boolean; errors: boolean },
  ): Promise<{ cues: VTTCue[]; errors: ParseError[] }>
}
