import type { Account } from './account.ts'
import { type Due, dueAt, perform, watchedTables } from './billing/due.ts'

/** More steps than any catching up takes; reached only by a fault in this program. */
const maximumRounds = 1_000_000

/**
 * What is due when, by test clock (null: the wall clock). It follows the store, and holds no state
 * of its own: an entry counts only if the object is still due at that time.
 */
export class Agenda {
  readonly #account: Account
  readonly #heaps = new Map<string | null, Due[]>()

  constructor(account: Account) {
    this.#account = account
    account.store.watch((table, id) => this.#note(table, id))
    for (const table of watchedTables) {
      for (const { id } of account.tables[table].values()) this.#note(table, id)
    }
  }

  /** When the next thing is due; undefined if nothing is. */
  next(testClock: string | null): number | undefined {
    return this.#peek(testClock)?.at
  }

  /** Carries out all that is due up to a moment, each at its own time, in order. */
  run(testClock: string | null, until: number): void {
    let rounds = 0
    for (let due = this.#peek(testClock); due && due.at <= until; due = this.#peek(testClock)) {
      const { at, table, id } = due
      this.#account.at(testClock, at, () =>
        this.#account.transaction(() => perform(this.#account, table, id)),
      )
      // The next step of the same object may hang on another table than its own.
      this.#note(table, id)
      if (++rounds > maximumRounds) throw new Error(`${table} ${id} is due at ${at} for ever.`)
    }
  }

  #note(table: string, id: string): void {
    const due = dueAt(this.#account, table, id)
    if (!due) return
    const heap = this.#heaps.get(due.testClock) ?? []
    this.#heaps.set(due.testClock, heap)
    push(heap, due)
  }

  #peek(testClock: string | null): Due | undefined {
    const heap = this.#heaps.get(testClock)
    if (!heap) return undefined
    for (let top = heap[0]; top; top = heap[0]) {
      const now = dueAt(this.#account, top.table, top.id)
      if (now?.at === top.at && now.testClock === testClock) return top
      pop(heap)
    }
    return undefined
  }
}

const earlier = (a: Due | undefined, b: Due | undefined): boolean =>
  a !== undefined && b !== undefined && a.at < b.at

function swap(heap: Due[], a: number, b: number): void {
  const [left, right] = [heap[a], heap[b]]
  if (left && right) [heap[a], heap[b]] = [right, left]
}

function push(heap: Due[], due: Due): void {
  let at = heap.push(due) - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!earlier(heap[at], heap[parent])) return
    swap(heap, at, parent)
    at = parent
  }
}

function pop(heap: Due[]): void {
  const last = heap.pop()
  if (last === undefined || heap.length === 0) return
  heap[0] = last
  for (let at = 0; ; ) {
    const [left, right] = [2 * at + 1, 2 * at + 2]
    const least = earlier(heap[right], heap[left]) ? right : left
    if (!earlier(heap[least], heap[at])) return
    swap(heap, at, least)
    at = least
  }
}
