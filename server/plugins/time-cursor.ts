import { say } from '../../contract/words/server.ts'
import { refusedField } from '../errors.ts'

/** Where the next page of a list begins that is in order of time, the newest first. */
export interface TimeCursor {
  at: Date
  id: string
}

export const writeTimeCursor = ({ at, id }: TimeCursor): string => `${at.toISOString()} ${id}`

/** @throws MatineeError BAD_REQUEST for what `writeTimeCursor` did not write */
export function readTimeCursor(cursor: string): TimeCursor {
  const [time = '', id = ''] = cursor.split(' ')
  const at = new Date(time)
  if (Number.isNaN(at.getTime()) || id === '') {
    throw refusedField('cursor', say('billing.cursor'))
  }
  return { at, id }
}
