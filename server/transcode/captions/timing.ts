import { say } from '../../../contract/words/server.ts'
import { vttTime } from '../../catalog/vtt-time.ts'
import { refuseLine } from './cue.ts'

/** A line that says when a caption is shown. */
export interface Timing {
  startSeconds: number
  endSeconds: number
  /** What stands behind the times. */
  rest: string
}

const time = String.raw`(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?`
const timing = new RegExp(String.raw`^[ \t]*${time}[ \t]*-->[ \t]*${time}(?:[ \t]+(.*))?$`)
/** A time that a translator or a keyboard has spoilt: with spaces in it, a minus, other signs or arrows. */
const spoilt =
  /^[ \t]*[-−–]?\d{1,4} ?[:：] ?\d{1,2} ?[:：.,，][ \d:：.,，]{1,20}[-−–—= ]{0,7}[>＞→] {0,3}\d{1,4} ?[:：]/
/** Numbers and times of languages that are written from right to left: marks of direction that nobody sees. */
export const withoutMarks = (line: string): string =>
  line.replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')

/** Longer lines are text, whatever is in them. */
const longestTiming = 1_000

/**
 * @returns null for a line that is text
 * @throws CaptionsRefused for one that begins as a time does and is none
 */
export function readTiming(given: string, number: number): Timing | null {
  if (given.length > longestTiming) return null
  const line = withoutMarks(given)
  const match = timing.exec(line)
  if (match === null) {
    const arrow = line.indexOf('-->')
    const begun = arrow !== -1 && /^[ \t]*\d[\d:.,]*[ \t]*$/.test(line.slice(0, arrow))
    if (!begun && !spoilt.test(line)) return null
    throw refuseLine(number, say('captions.time', { example: '00:01:02.500 --> 00:01:04.000' }))
  }
  const [, h1, m1, s1, ms1, h2, m2, s2, ms2, rest = ''] = match
  return {
    startSeconds: seconds(h1, m1, s1, ms1),
    endSeconds: seconds(h2, m2, s2, ms2),
    rest: rest.trim(),
  }
}

const seconds = (hours = '0', minutes = '0', whole = '0', part = ''): number =>
  Number(hours) * 3600 + Number(minutes) * 60 + Number(whole) + Number(part.padEnd(3, '0')) / 1000

export const writeTiming = (startSeconds: number, endSeconds: number): string =>
  `${vttTime(startSeconds)} --> ${vttTime(endSeconds)}`
