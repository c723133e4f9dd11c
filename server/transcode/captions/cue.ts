/** One caption, ready to be written as WebVTT. */
export interface Cue {
  /** Counts from 1. */
  line: number
  startSeconds: number
  endSeconds: number
  /** " line:0" and its like, with a space before it; empty for the usual place. */
  settings: string
  /** As WebVTT has it. */
  text: string
}

/** Captions that cannot be used. Its message is for who uploaded them: what is wrong, what to do. */
export class CaptionsRefused extends Error {
  override readonly name = 'CaptionsRefused'
}

export function refuseLine(line: number, why: string): CaptionsRefused {
  return new CaptionsRefused(`Line ${line}: ${why} Correct it and upload the file again.`)
}

/** More than any film has. */
const mostCues = 50_000
/** Characters. Nobody reads so much at a time. */
export const longestCue = 5_000

/**
 * Holds each against what captions can be.
 *
 * @throws CaptionsRefused
 */
export function checkCues(cues: readonly Cue[]): void {
  if (cues.length === 0) {
    throw new CaptionsRefused('There is no caption in this file. Choose another one.')
  }
  if (cues.length > mostCues) {
    throw new CaptionsRefused(
      `There are more than ${mostCues} captions in this file. Choose another one.`,
    )
  }
  for (const { line, startSeconds, endSeconds, text } of cues) {
    if (text.length > longestCue) {
      throw refuseLine(line, `the caption is longer than ${longestCue} characters.`)
    }
    if (endSeconds === startSeconds) throw refuseLine(line, 'the caption ends when it begins.')
    if (endSeconds < startSeconds) throw refuseLine(line, 'the caption ends before it begins.')
  }
}
