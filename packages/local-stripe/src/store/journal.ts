import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

/** One object's new state, or its removal: `[collection, object]` or `[collection, id, null]`. */
export type Change = [collection: string, row: { id: string }] | [string, id: string, null]

/**
 * An append-only file with one line of JSON a transaction. What was appended survives a killed
 * process; a line that was cut off by a crash was never answered for and is dropped.
 */
export class Journal {
  readonly #path: string
  #descriptor: number
  #bytes: number

  private constructor(path: string) {
    this.#path = path
    this.#descriptor = openSync(path, 'a')
    this.#bytes = existsSync(path) ? readFileSync(path).length : 0
  }

  /** Opens the journal in a directory and hands every transaction in it to `replay`, in order. */
  static open(directory: string, replay: (changes: Change[]) => void): Journal {
    mkdirSync(directory, { recursive: true })
    const path = join(directory, 'journal.jsonl')
    if (existsSync(path)) {
      const content = readFileSync(path)
      const whole = content.lastIndexOf(0x0a) + 1
      if (whole < content.length) truncateSync(path, whole)
      for (const line of content.subarray(0, whole).toString('utf8').split('\n')) {
        if (line) replay(JSON.parse(line) as Change[])
      }
    }
    return new Journal(path)
  }

  /** Throws, with nothing appended, when the disk refuses (full, read-only). */
  append(changes: Change[]): void {
    const line = Buffer.from(`${JSON.stringify(changes)}\n`)
    try {
      for (let written = 0; written < line.length; ) {
        written += writeSync(this.#descriptor, line, written)
      }
      this.#bytes += line.length
    } catch (error) {
      truncateSync(this.#path, this.#bytes)
      throw error
    }
  }

  /** Replaces everything by these states, atomically. */
  rewrite(changes: Iterable<Change>): void {
    const next = `${this.#path}.next`
    const descriptor = openSync(next, 'w')
    let bytes = 0
    for (const change of changes) bytes += writeSync(descriptor, `${JSON.stringify([change])}\n`)
    fsyncSync(descriptor)
    closeSync(descriptor)
    renameSync(next, this.#path)
    closeSync(this.#descriptor)
    this.#descriptor = openSync(this.#path, 'a')
    this.#bytes = bytes
  }

  close(): void {
    fsyncSync(this.#descriptor)
    closeSync(this.#descriptor)
  }
}
