import { say } from '../../../contract/words/server.ts'
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
  return new CaptionsRefused(say('captions.line', { line, why }))
}

/** More than any film has. */
const mostCues = 50_000
/** Characters. Nobody reads so much at a time. */
const longestCue = 5_000

/**
 * Holds each against what captions can be.
 *
 * @throws CaptionsRefused
 */
export function checkCues(cues: readonly Cue[]): void {
  if (cues.length === 0) {
    throw new CaptionsRefused(say('captions.none'))
  }
  if (cues.length > mostCues) {
    throw new CaptionsRefused(say('captions.tooMany', { most: mostCues }))
  }
  for (const { line, startSeconds, endSeconds, text } of cues) {
    if (text.length > longestCue) {
      throw refuseLine(line, say('captions.tooLong', { most: longestCue }))
    }
    if (endSeconds === startSeconds) throw refuseLine(line, say('captions.noTime'))
    if (endSeconds < startSeconds) throw refuseLine(line, say('captions.backwards'))
  }
}
