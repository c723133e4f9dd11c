import { say } from '../../../contract/words/server.ts'
import type { Cue } from './cue.ts'
import { refuseLine } from './cue.ts'
import { settingsOf } from './placement.ts'
import { escapeText } from './read-subrip.ts'

/** The columns of a section's lines, by the name that its `Format:` line gives them. */
type Columns = ReadonlyMap<string, number>

/** What SubStation Alpha 4 numbers otherwise than its followers. */
const oldPlaces: Record<number, number> = { 5: 7, 6: 8, 7: 9, 9: 4, 10: 5, 11: 6 }

/**
 * Reads Advanced SubStation Alpha and its forerunner SSA: what is said, when and where, in bold, italics
 * and underline. Fonts, colours, movements and drawings are left out.
 *
 * @throws CaptionsRefused with the line of a time that cannot be read
 */
export function readAss(text: string): Cue[] {
  const places = new Map<string, number>()
  const cues: Cue[] = []
  let columns: Columns = new Map()
  let section = ''
  for (const [index, line] of text.split('\n').entries()) {
    if (line.startsWith('[')) {
      section = line.trim().toLowerCase()
      columns = new Map()
      continue
    }
    const [kind, rest] = splitAt(line, ':')
    if (kind === 'Format') {
      const names = rest.split(',').map((name) => name.trim().toLowerCase())
      columns = new Map(names.map((name, place) => [name, place]))
    }
    if (kind === 'Style') {
      const place = Number(field(rest, columns, 'alignment'))
      const old = section === '[v4 styles]' ? (oldPlaces[place] ?? place) : place
      places.set(field(rest, columns, 'name'), old)
    }
    if (kind === 'Dialogue' && section === '[events]') {
      const cue = readDialogue(rest, index + 1, columns, places)
      if (cue.text !== '') cues.push(cue)
    }
  }
  return cues
}

function splitAt(line: string, sign: string): [string, string] {
  const at = line.indexOf(sign)
  return at === -1 ? [line.trim(), ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()]
}

const field = (line: string, columns: Columns, name: string): string =>
  line.split(',')[columns.get(name) ?? -1]?.trim() ?? ''

function readDialogue(
  line: string,
  number: number,
  columns: Columns,
  places: ReadonlyMap<string, number>,
): Cue {
  // The text comes last, and has commas of its own.
  const before = columns.get('text') ?? columns.size - 1
  const fields = line.split(',')
  const said = fields.slice(before).join(',')
  const style = fields[columns.get('style') ?? -1]?.trim() ?? ''
  const own = said
    .match(commands)
    ?.map((block) => /\\an([1-9])/.exec(block)?.[1])
    .find((place) => place !== undefined)
  return {
    line: number,
    startSeconds: readTime(fields[columns.get('start') ?? -1], number),
    endSeconds: readTime(fields[columns.get('end') ?? -1], number),
    settings: settingsOf(Number(own ?? places.get(style) ?? 2)),
    text: toWebVtt(said),
  }
}

/** "1:02:03.45" */
function readTime(text = '', number: number): number {
  const match = /^\s*(\d{1,4}):(\d{1,2}):(\d{1,2}(?:\.\d{1,3})?)\s*$/.exec(text)
  if (match === null) {
    throw refuseLine(number, say('captions.time', { example: '0:01:02.50' }))
  }
  const [, hours, minutes, seconds] = match
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}

/** Found before one looks into them: a brace that nothing closes is read once, whatever it holds. */
const commands = /\{[^{}]*\}/g
const tag = /\\([biu])([01])(?![\d.])/g

/** `{\i1}` becomes `<i>`; other commands in braces go; what is drawn is no text. */
function toWebVtt(said: string): string {
  const open: string[] = []
  const close = (name: string): string => {
    const from = open.lastIndexOf(name)
    return from === -1 ? '' : open.splice(from).reduceRight((all, each) => `${all}</${each}>`, '')
  }
  let drawing = false
  const pieces = said.split(/(\{[^{}]*\})/).map((piece) => {
    if (!piece.startsWith('{')) return drawing ? '' : escapeText(plain(piece))
    drawing = /\\p[1-9]/.test(piece) || (drawing && !/\\p0/.test(piece))
    return [...piece.matchAll(tag)]
      .map(([, name = '', on]) => {
        if (on === '0' || open.includes(name)) return on === '0' ? close(name) : ''
        open.push(name)
        return `<${name}>`
      })
      .join('')
  })
  const text =
    pieces.join('') +
    open
      .toReversed()
      .map((name) => `</${name}>`)
      .join('')
  return text.replaceAll(/\n{2,}/g, '\n').trim()
}

const plain = (piece: string): string =>
  piece.replaceAll(/\\[Nn]/g, '\n').replaceAll('\\h', '\u00a0')
