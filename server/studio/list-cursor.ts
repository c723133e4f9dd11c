import { uuid } from '../../contract/uuid.ts'
import { say } from '../../contract/words/server.ts'
import { refusedField } from '../errors.ts'

/** The last film of a page: the next one begins after it. */
interface Position {
  sort: string
  /** What it was put in order by, as text. */
  key: string
  id: string
}

const isTime = (key: string) => !Number.isNaN(Date.parse(key))
const isNumber = (key: string) => key.trim() !== '' && Number.isFinite(Number(key))

/** What each order's key looks like: the database is asked with no other. */
const looks: Readonly<Record<string, (key: string) => boolean>> = {
  newest: (key) => uuid.test(key),
  title: (key) => !key.includes('\0'),
  changed: isTime,
  longest: isNumber,
  shortest: isNumber,
  played: isNumber,
}

/** Opaque to clients, so that what it holds may change. */
export const writeListCursor = ({ sort, key, id }: Position): string =>
  Buffer.from(JSON.stringify([sort, key, id])).toString('base64url')

/** @throws BAD_REQUEST for anything that was not written for this order */
export function readListCursor(cursor: string, sort: string): Position {
  const [of, key, id] = parsed(Buffer.from(cursor, 'base64url').toString())
  const isOurs = of === sort && typeof key === 'string' && typeof id === 'string' && uuid.test(id)
  if (!isOurs || !looks[sort]?.(key)) throw refusedField('cursor', say('films.cursorField'))
  return { sort, key, id }
}

function parsed(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}
