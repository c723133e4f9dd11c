import { isUtf8 } from 'node:buffer'
import { pipeline, type Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { parse } from 'csv-parse'
import { say } from '../../contract/words/server.ts'
import { isAddress, normaliseEmail } from '../accounts/emails.ts'
import { MatineeError, refusedField } from '../errors.ts'

/** What a line asks for; which plan and film that is, is not known yet. */
export interface Line {
  line: number
  email: string
  plan: string | null
  film: string | null
  until: Date | null
}

export interface ReadLines {
  lines: Line[]
  wrong: { line: number; message: string }[]
}

const columns = ['email', 'plan', 'film', 'until'] as const
type Cells = Partial<Record<(typeof columns)[number], string>>

const mostLines = 100_000
const mostBytes = 16 * 2 ** 20
/** What is read before others have their turn: about a thousand of the shortest lines. */
const bytesAtOnce = 4 * 2 ** 10
const day = /^\d{4}-\d{2}-\d{2}$/

/** The end of a day, UTC; an error where there is no such day. */
function endOf(text: string, now: Date): Date | string {
  const end = new Date(day.test(text) ? `${text}T23:59:59.999Z` : Number.NaN)
  // 30 February would be taken for a day of March.
  const isDay = !Number.isNaN(end.getTime()) && end.toISOString().startsWith(text)
  if (!isDay) return say('people.wrongDay', { day: text })
  return end > now ? end : say('people.pastDay', { day: text })
}

function readCells(cells: Cells, line: number, now: Date): Line | string {
  const email = normaliseEmail(cells.email ?? '')
  if (!isAddress(email)) return say('people.wrongAddress', { email: cells.email ?? '' })
  const plan = cells.plan || null
  const film = cells.film || null
  if (plan !== null && film !== null) return say('people.both')
  if (!cells.until) return { line, email, plan, film, until: null }
  if (plan === null && film === null) return say('people.untilWhat')
  const until = endOf(cells.until, now)
  return typeof until === 'string' ? until : { line, email, plan, film, until }
}

async function limited(file: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of file.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > mostBytes) throw new MatineeError('TOO_LARGE')
      chunks.push(chunk)
    }
  } finally {
    // A browser reads no answer before it has sent the rest of what was refused.
    file.resume()
  }
  return Buffer.concat(chunks)
}

const isUtf16 = (bytes: Buffer) =>
  /^(\xff\xfe|\xfe\xff)/.test(bytes.subarray(0, 2).toString('latin1'))

/** What is no UTF-8 was saved by a spreadsheet in the encoding that Windows has for western languages. */
async function* inPieces(bytes: Buffer): AsyncGenerator<Buffer> {
  const western = isUtf8(bytes) || isUtf16(bytes) ? null : new TextDecoder('windows-1252')
  for (let at = 0; at < bytes.length; at += bytesAtOnce) {
    const piece = bytes.subarray(at, at + bytesAtOnce)
    yield western === null ? piece : Buffer.from(western.decode(piece))
    await nextTurn()
  }
}

const separators = [',', ';', '\t'] as const

/**
 * What stands between the cells, by the first line: spreadsheets write what is usual in their language, and some
 * name it in a line of its own.
 */
function separation(bytes: Buffer): { delimiter: string; from_line?: number } {
  const start = bytes.subarray(0, bytesAtOnce).toString('latin1').replaceAll('\0', '')
  const [first = ''] = start.split(/[\r\n]/, 1)
  const named = /sep=([^\w"])$/i.exec(first)?.[1]
  if (named !== undefined) return { delimiter: named, from_line: 2 }
  const count = (separator: string) => first.split(separator).length
  const [delimiter] = separators.toSorted((a, b) => count(b) - count(a))
  return { delimiter: delimiter ?? ',' }
}

/**
 * Reads people from a CSV file (RFC 4180), of whatever separator, and encoding of spreadsheets: a heading with
 * `email`, and any of `plan`, `film` and `until`; other columns are left alone.
 *
 * @throws BAD_REQUEST for what is no such file, or one with too many lines; TOO_LARGE
 */
export async function readPeopleCsv(file: Readable, now: Date): Promise<ReadLines> {
  const read: ReadLines = { lines: [], wrong: [] }
  const bytes = await limited(file)
  const parser = parse({
    ...separation(bytes),
    ...{ bom: true, trim: true, info: true, skip_empty_lines: true, relax_column_count: true },
    max_record_size: 10_000,
    columns: (heading: string[]) => {
      const names = heading.map((name) => name.toLowerCase())
      if (!names.includes('email')) throw refusedField('file', say('people.noHeading'))
      return names
    },
  })
  // What goes wrong with either is thrown where the records are read.
  pipeline(inPieces(bytes), parser, () => undefined)
  try {
    for await (const { record, info } of parser) {
      if (read.lines.length + read.wrong.length >= mostLines) {
        throw refusedField('file', say('people.tooMany', { most: mostLines }))
      }
      const one = readCells(record as Cells, info.lines, now)
      if (typeof one === 'string') read.wrong.push({ line: info.lines, message: one })
      else read.lines.push(one)
    }
  } catch (error) {
    parser.destroy()
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')) {
      throw refusedField('file', say('people.noCsv'))
    }
    throw error
  }
  if (read.lines.length + read.wrong.length === 0) throw refusedField('file', say('people.noLines'))
  return read
}
