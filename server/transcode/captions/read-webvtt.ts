import { say } from '../../../contract/words/server.ts'
import { type Cue, refuseLine } from './cue.ts'
import { readTiming, writeTiming } from './timing.ts'

/** As WebVTT itself wants them: two digits, a point, milliseconds. */
const strict =
  /^(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}[ \t]+-->[ \t]+(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}(?:[ \t]|$)/

export interface ReadWebVtt {
  cues: Cue[]
  /** As it was written, with its styles, regions and notes, and with what is missing put in. */
  text: string
}

/**
 * Reads WebVTT. It stays as it is, but that each caption is set off by a blank line, times are written as
 * browsers want them, and an arrow within a text is none.
 *
 * @throws CaptionsRefused with the line of a time that cannot be read
 */
export function readWebVtt(text: string): ReadWebVtt {
  const cues: Cue[] = []
  const out: string[] = []
  const said: string[][] = []
  let block: Block = 'head'
  for (const [index, line] of text.split('\n').entries()) {
    const timing = index === 0 || block === 'apart' ? null : readTiming(line, index + 1)
    if (timing !== null) {
      if (block === 'head') out.push('')
      if (block === 'cue') beginAnew(out, said.at(-1) ?? [])
      const { startSeconds, endSeconds, rest } = timing
      cues.push({ line: index + 1, startSeconds, endSeconds, settings: settingsAt(rest), text: '' })
      said.push([])
      out.push(strict.test(line) ? line : `${writeTiming(startSeconds, endSeconds)} ${rest}`.trim())
      block = 'cue'
      continue
    }
    block = blockAt(line, block)
    if (block === 'name' && line.includes('-->')) {
      throw refuseLine(index + 1, say('captions.arrow'))
    }
    const shown = block === 'cue' ? line.replaceAll('-->', '--&gt;') : line
    if (block === 'cue') said.at(-1)?.push(shown)
    out.push(shown)
  }
  for (const [index, cue] of cues.entries()) cue.text = said[index]?.join('\n') ?? ''
  return { cues, text: out.join('\n') }
}

const settingsAt = (rest: string): string => (rest.trim() === '' ? '' : ` ${rest.trim()}`)

/** What a line belongs to. `head`: of the file, which a time ends too. `apart`: notes, styles and regions. */
type Block = 'none' | 'name' | 'cue' | 'apart' | 'head'

function blockAt(line: string, before: Block): Block {
  if (line.trim() === '') return 'none'
  if (before !== 'none') return before
  return /^(NOTE|STYLE|REGION)(\s|$)/.test(line) ? 'apart' : 'name'
}

/** A caption that begins without a blank line before it; a line of its own before its time is its name. */
function beginAnew(out: string[], said: string[]): void {
  const last = said.at(-1)
  if (last !== undefined && /^\s*\d{1,9}\s*$/.test(last)) {
    said.pop()
    out.splice(-1, 1, '', last)
  } else out.push('')
}
