import { missing } from '../http/faults.ts'
import type { Collection } from './collection.ts'

/**
 * The object, or Stripe's "No such …". `param` names the parameter that held the id; without it the
 * id was in the path.
 */
export function find<T extends { id: string }>(
  table: Collection<T>,
  kind: string,
  id: string,
  param?: string,
): T {
  const row = table.get(id)
  if (!row) throw missing(kind, id, param)
  return row
}
