import { readWebVtt } from './read-webvtt.ts'

/** What is said at a moment. */
export interface Line {
  startSeconds: number
  text: string
}

/** https://www.w3.org/TR/webvtt1/#webvtt-cue-text-span */
const entities: Record<string, string> = {
  ...{ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&nbsp;': ' ', '&lrm;': '', '&rlm;': '' },
}

/**
 * What captions say, without how they say it: no voices, no classes, no line breaks.
 *
 * @param text WebVTT
 * @throws CaptionsRefused
 */
export function linesOf(text: string): Line[] {
  const lines = readWebVtt(text).cues.map((cue) => ({
    startSeconds: cue.startSeconds,
    text: cue.text
      .replace(/<[^<>]*>/g, '')
      .replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (name) => entities[name] ?? name)
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
  }))
  return lines.filter((line) => line.text !== '')
}
