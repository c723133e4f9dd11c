/** The order of ListObjects: by the bytes of UTF-8, which UTF-16 keeps for all but surrogates. */
export function compareKeys(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) {
    const x = a.charCodeAt(at)
    const y = b.charCodeAt(at)
    if (x !== y) return rank(x) - rank(y)
  }
  return a.length - b.length
}

/** Puts surrogates, which stand for code points from U+10000 on, after U+E000..U+FFFF. */
const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)

/** The keys of a bucket in order. What they hold is read from disk when asked for. */
export class KeyIndex {
  readonly #keys: string[]

  constructor(keys: Iterable<string>) {
    this.#keys = [...keys].sort(compareKeys)
  }

  get size(): number {
    return this.#keys.length
  }

  /** Where `key` is, or would be. */
  #position(key: string): number {
    let low = 0
    let high = this.#keys.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (compareKeys(this.#keys[middle] ?? '', key) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  has(key: string): boolean {
    return this.#keys[this.#position(key)] === key
  }

  add(key: string): void {
    const at = this.#position(key)
    if (this.#keys[at] !== key) this.#keys.splice(at, 0, key)
  }

  remove(key: string): void {
    const at = this.#position(key)
    if (this.#keys[at] === key) this.#keys.splice(at, 1)
  }

  /** Keys from `start` on, in order; `inclusive` says whether `start` itself counts. */
  *from(start: string, inclusive: boolean): Generator<string> {
    let at = this.#position(start)
    if (!inclusive && this.#keys[at] === start) at++
    for (; at < this.#keys.length; at++) yield this.#keys[at] ?? ''
  }
}
