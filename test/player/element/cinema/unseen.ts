import type { Test } from 'tap'
import type { Seat } from './cinema.ts'

/** Nothing was said, and no segment came twice. */
export function assertUnseen(t: Test, seat: Seat) {
  t.same(seat.panels, [], 'no panel was ever shown')
  const served = seat.service.bucket.served()
  t.same(
    served.filter((key, index) => served.indexOf(key) !== index),
    [],
    'no segment was fetched twice',
  )
}

export const fullBuffer = (seat: Seat) => seat.until('a full buffer', ({ ahead }) => ahead > 26)
