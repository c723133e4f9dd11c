import { say } from '../../../contract/words/server.ts'
import { type Cue, checkCues, refuseLine } from './cue.ts'
import { decodeText } from './decode-text.ts'
import { readAss } from './read-ass.ts'
import { readSubRip } from './read-subrip.ts'
import { readWebVtt } from './read-webvtt.ts'
import { writeTiming } from './timing.ts'

/**
 * Reads a WebVTT, SubRip, ASS or SSA file and answers it as WebVTT, in time linear in its bytes. Nothing
 * is dropped in silence: a file of which a part cannot be read is refused with the line to look at.
 *
 * @throws CaptionsRefused
 */
export function readCaptions(bytes: Uint8Array): string {
  const text = decodeText(bytes)
  checkLines(text)
  return read(text)
}

/**
 * The same of a film's own text track, which nobody can correct: lines that are too long, as of drawings,
 * and captions of no time are left out.
 *
 * @throws CaptionsRefused
 */
export function readOwnCaptions(bytes: Uint8Array): string {
  const lines = decodeText(bytes).split('\n')
  return read(lines.filter((line) => line.length <= longestLine).join('\n'), lasts)
}

const lasts = ({ startSeconds, endSeconds }: Cue): boolean => endSeconds > startSeconds

function read(text: string, isWanted: (cue: Cue) => boolean = () => true): string {
  if (/^WEBVTT(?=[ \t\n]|$)/.test(text)) {
    const whole = readWebVtt(text)
    if (whole.cues.every(isWanted)) {
      checkCues(whole.cues)
      return whole.text
    }
    return write(inOrder(whole.cues.filter(isWanted)))
  }
  const cues = isAss(text) ? readAss(text) : readSubRip(text)
  return write(inOrder(cues.filter(isWanted)).filter((cue) => cue.text !== ''))
}

/** @throws CaptionsRefused */
function inOrder(cues: readonly Cue[]): Cue[] {
  checkCues(cues)
  return cues.toSorted((a, b) => a.startSeconds - b.startSeconds)
}

/** Characters. Every step is linear in the length of a line but for some patterns within one. */
const longestLine = 20_000

function checkLines(text: string): void {
  const long = text.split('\n').findIndex((line) => line.length > longestLine)
  if (long !== -1) throw refuseLine(long + 1, say('captions.longLine', { most: longestLine }))
}

/** Comments may stand before its first section. */
const isAss = (text: string): boolean =>
  /^\s{0,99}(?:;[^\n]*\n|\s){0,99}\[script info\]/i.test(text)

const write = (cues: readonly Cue[]): string =>
  `${[
    'WEBVTT',
    ...cues.map(
      ({ startSeconds, endSeconds, settings, text }) =>
        `${writeTiming(startSeconds, endSeconds)}${settings}\n${text}`,
    ),
  ].join('\n\n')}\n`
