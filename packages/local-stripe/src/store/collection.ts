/** A field to look objects up by: a member's name, or a name and how it is found in the object. */
export type Index<T> = string | readonly [name: string, valueOf: (row: T) => unknown]

/** One kind of stored object, in the order of creation, with look-up by id and by chosen fields. */
export class Collection<T extends { id: string }> {
  readonly name: string
  readonly #rows = new Map<string, T>()
  readonly #order: string[] = []
  readonly #position = new Map<string, number>()
  readonly #indexes = new Map<string, Map<string, Set<string>>>()
  readonly #readers = new Map<string, (row: T) => unknown>()

  constructor(name: string, indexes: readonly Index<T>[] = []) {
    this.name = name
    for (const index of indexes) {
      const [field, read] =
        typeof index === 'string'
          ? [index, (row: T) => (row as Record<string, unknown>)[index]]
          : index
      this.#indexes.set(field, new Map())
      this.#readers.set(field, read)
    }
  }

  get size(): number {
    return this.#rows.size
  }

  get(id: string): T | undefined {
    return this.#rows.get(id)
  }

  /** Whether there is, or was since the start, an object of this id. */
  knows(id: string): boolean {
    return this.#position.has(id)
  }

  /** Negative if the first is older. */
  compare(a: string, b: string): number {
    return (this.#position.get(a) ?? 0) - (this.#position.get(b) ?? 0)
  }

  /** Oldest first. */
  *values(): Generator<T> {
    for (const id of this.#order) {
      const row = this.#rows.get(id)
      if (row) yield row
    }
  }

  /** Newest first, beginning after the object named (which may have been deleted since). */
  *newestFirst(after?: string): Generator<T> {
    const start = after === undefined ? this.#order.length : (this.#position.get(after) ?? 0)
    for (let at = start - 1; at >= 0; at--) yield* this.#at(at)
  }

  /** Oldest first, beginning after the object named. */
  *newerThan(id: string): Generator<T> {
    const start = this.#position.get(id) ?? this.#order.length
    for (let at = start + 1; at < this.#order.length; at++) yield* this.#at(at)
  }

  /** The objects whose indexed field has this value, oldest first. */
  by(field: string, value: string): T[] {
    const ids = this.#indexes.get(field)?.get(value)
    if (!ids) return []
    return [...ids].sort((a, b) => this.compare(a, b)).flatMap((id) => this.#rows.get(id) ?? [])
  }

  /** Only for Store, which keeps the journal. */
  set(row: T): void {
    const before = this.#rows.get(row.id)
    if (before) this.#unindex(before)
    if (!this.#position.has(row.id)) {
      this.#position.set(row.id, this.#order.length)
      this.#order.push(row.id)
    }
    this.#rows.set(row.id, row)
    this.#index(row)
  }

  /** Only for Store. The place in the order is kept, so that a page can go on after a deleted object. */
  delete(id: string): void {
    const before = this.#rows.get(id)
    if (before) this.#unindex(before)
    this.#rows.delete(id)
  }

  *#at(position: number): Generator<T> {
    const id = this.#order[position]
    const row = id === undefined ? undefined : this.#rows.get(id)
    if (row) yield row
  }

  #index(row: T): void {
    for (const [field, index] of this.#indexes) {
      const value = this.#readers.get(field)?.(row)
      if (typeof value !== 'string') continue
      const ids = index.get(value) ?? new Set()
      index.set(value, ids.add(row.id))
    }
  }

  #unindex(row: T): void {
    for (const [field, index] of this.#indexes) {
      const value = this.#readers.get(field)?.(row)
      if (typeof value === 'string') index.get(value)?.delete(row.id)
    }
  }
}
