import { Collection, type Index } from './collection.ts'
import { type Change, Journal } from './journal.ts'

interface Undo {
  collection: Collection<{ id: string }>
  id: string
  before: { id: string } | undefined
}

/** Lines in the journal for each object alive, beyond which it is rewritten at start. */
const journalSlack = 3

/**
 * Every object of the account in memory, with a journal on disk. Objects are never changed in
 * place: a change is a new object put under the same id, inside a transaction.
 */
export class Store {
  readonly #collections = new Map<string, Collection<{ id: string }>>()
  readonly #directory: string
  readonly #watchers: ((collection: string, id: string) => void)[] = []
  #journal: Journal | undefined
  #undo: Undo[] | undefined

  constructor(directory: string) {
    this.#directory = directory
  }

  /** Declares a collection; all are declared before `open`. */
  collection<T extends { id: string }>(name: string, indexes: readonly Index<T>[] = []) {
    const made = new Collection<T>(name, indexes)
    this.#collections.set(name, made as unknown as Collection<{ id: string }>)
    return made
  }

  /** Reads what an earlier run left. */
  open(): void {
    let changes = 0
    this.#journal = Journal.open(this.#directory, (transaction) => {
      changes += transaction.length
      for (const change of transaction) this.#apply(change)
    })
    const alive = [...this.#collections.values()].reduce((sum, { size }) => sum + size, 0)
    if (changes > 1000 && changes > alive * journalSlack) this.#journal.rewrite(this.#everything())
  }

  /** Called with whatever comes, changes or goes, undone changes and the journal's as well. */
  watch(watcher: (collection: string, id: string) => void): void {
    this.#watchers.push(watcher)
  }

  close(): void {
    this.#journal?.close()
    this.#journal = undefined
  }

  put<T extends { id: string }>(collection: Collection<T>, row: T): T {
    this.#remember(collection, row.id)
    this.#set(collection as unknown as Collection<{ id: string }>, row.id, row)
    return row
  }

  remove<T extends { id: string }>(collection: Collection<T>, id: string): void {
    this.#remember(collection, id)
    this.#set(collection as unknown as Collection<{ id: string }>, id, undefined)
  }

  /** All of the work is kept, on disk as well, or none of it. The work must be synchronous. */
  transaction<R>(work: () => R): R {
    if (this.#undo) return work()
    this.#undo = []
    try {
      const result = work()
      this.#commit(this.#undo)
      return result
    } catch (error) {
      this.#rollBack(0)
      throw error
    } finally {
      this.#undo = undefined
    }
  }

  /** Does the work, then undoes it: what would happen if. Only inside a transaction. */
  rehearse<R>(work: () => R): R {
    const mark = this.#undo?.length ?? 0
    try {
      return work()
    } finally {
      this.#rollBack(mark)
    }
  }

  #commit(undo: Undo[]): void {
    const last = new Map<string, Change>()
    for (const { collection, id } of undo) {
      const row = collection.get(id)
      last.set(
        `${collection.name} ${id}`,
        row ? [collection.name, row] : [collection.name, id, null],
      )
    }
    if (last.size > 0) this.#journal?.append([...last.values()])
  }

  #rollBack(mark: number): void {
    for (const { collection, id, before } of (this.#undo ?? []).splice(mark).reverse()) {
      this.#set(collection, id, before)
    }
  }

  #remember<T extends { id: string }>(collection: Collection<T>, id: string): void {
    if (!this.#undo) throw new Error('The store changes only inside a transaction.')
    this.#undo.push({
      collection: collection as unknown as Collection<{ id: string }>,
      id,
      before: collection.get(id),
    })
  }

  #apply(change: Change): void {
    const collection = this.#collections.get(change[0])
    if (!collection) return
    if (typeof change[1] === 'string') this.#set(collection, change[1], undefined)
    else this.#set(collection, change[1].id, change[1])
  }

  #set(collection: Collection<{ id: string }>, id: string, row: { id: string } | undefined): void {
    if (row) collection.set(row)
    else collection.delete(id)
    for (const watcher of this.#watchers) watcher(collection.name, id)
  }

  *#everything(): Generator<Change> {
    for (const collection of this.#collections.values()) {
      for (const row of collection.values()) yield [collection.name, row]
    }
  }
}
