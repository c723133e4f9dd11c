import { say } from '../../../contract/words/server.ts'
import { type Cue, refuseLine } from './cue.ts'
import { settingsOf } from './placement.ts'
import { readTiming, withoutMarks } from './timing.ts'

/**
 * Reads SubRip, as people write it: numbers and blank lines between captions may be missing, texts may
 * have blank lines in them. Coordinates behind the times are dropped, as players do.
 *
 * @throws CaptionsRefused with the line of a time that cannot be read
 */
export function readSubRip(text: string): Cue[] {
  const cues: Cue[] = []
  let lines: string[] = []
  let numbered = false
  for (const [index, line] of text.split('\n').entries()) {
    const timing = readTiming(line, index + 1)
    if (timing === null) {
      if (line.trim() !== '') lines.push(line)
      continue
    }
    // The number before a caption's time.
    const number = isNumber(lines.at(-1))
    if (cues.length === 0) numbered = number
    if (number && numbered) lines.pop()
    end(cues.at(-1), lines, index)
    lines = []
    const { startSeconds, endSeconds } = timing
    cues.push({ line: index + 1, startSeconds, endSeconds, settings: '', text: '' })
  }
  if (cues.length > 0) end(cues.at(-1), lines, 0)
  return cues
}

const isNumber = (line = ''): boolean =>
  line.length < 100 && /^\s{0,9}\d{1,9}\s{0,9}$/.test(withoutMarks(line))

/** @param above lines of the file above what follows */
function end(cue: Cue | undefined, lines: readonly string[], above: number): void {
  if (cue !== undefined) Object.assign(cue, toWebVtt(lines))
  else if (lines.length > 0) {
    throw refuseLine(above, say('captions.above'))
  }
}

/** `{\an8}` says where a caption stands; of SubRip's tags WebVTT has bold, italics and underline. */
function toWebVtt(lines: readonly string[]): Pick<Cue, 'settings' | 'text'> {
  const text = lines.join('\n')
  const place = Number(/\{\\an([1-9])\}/.exec(text)?.[1] ?? 2)
  return { settings: settingsOf(place), text: escapeText(text.replaceAll(/\{\\[^{}]*\}/g, '')) }
}

/** Everything in `<`, `&` or `-->` that is none of the tags of bold, italics and underline is text. */
export function escapeText(text: string): string {
  return text
    .replaceAll(/<\/?font\b[^<>]*>/gi, '')
    .replaceAll(/&(?!(?:amp|lt|gt|nbsp|lrm|rlm|#\d{1,7}|#x[0-9a-f]{1,6});)/gi, '&amp;')
    .replaceAll('-->', '--&gt;')
    .replaceAll(/<(?!\/?[biu]>)/gi, '&lt;')
    .replaceAll(
      /<(\/?)([BIU])>/g,
      (_, slash: string, tag: string) => `<${slash}${tag.toLowerCase()}>`,
    )
}
