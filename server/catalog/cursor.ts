import { say } from '../../contract/words/server.ts'
import { MatineeError } from '../errors.ts'

/** The last film of a page: the next one begins after it. */
export interface Position {
  publishedAt: Date
  id: string
}

const pattern = /^(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Opaque to clients, so that what it holds may change. */
export function writeCursor({ publishedAt, id }: Position): string {
  return Buffer.from(`${publishedAt.getTime()}_${id}`).toString('base64url')
}

/** @throws BAD_REQUEST for anything that `writeCursor` did not write */
export function readCursor(cursor: string): Position {
  const [, time, id] = pattern.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  const publishedAt = new Date(Number(time))
  if (id === undefined || Number.isNaN(publishedAt.getTime())) {
    throw new MatineeError('BAD_REQUEST', {
      detail: say('films.cursor'),
      members: { fields: [{ field: 'cursor', message: say('films.cursorField') }] },
    })
  }
  return { publishedAt, id }
}
