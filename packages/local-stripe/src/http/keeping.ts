import type { Account } from '../account.ts'
import { Fault } from './faults.ts'

/** A transaction in which what a card error has left on record stays; then the error goes on. */
export function keeping<R>(account: Account, work: () => R): R {
  const outcome = account.transaction(() => {
    try {
      return { value: work() }
    } catch (error) {
      if (error instanceof Fault && error.keepsChanges) return { error }
      throw error
    }
  })
  if ('error' in outcome) throw outcome.error
  return outcome.value
}
