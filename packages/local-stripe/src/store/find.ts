import type { Account } from '../account.ts'
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

/** Refuses a list's `customer` filter that names nobody; deleted customers still have their lists. */
export function requireCustomer(account: Account, id: string | undefined): void {
  const { customers, deletedCustomers } = account.tables
  if (id === undefined || customers.get(id) || deletedCustomers.get(id)) return
  throw missing('customer', id, 'customer')
}
