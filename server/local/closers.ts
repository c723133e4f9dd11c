/** Things to close, the last opened first. */
export interface Closers {
  add(close: () => Promise<unknown>): void
  /** Closes each, even when one before it failed; then rejects with the first failure. */
  close(): Promise<void>
}

export function openClosers(): Closers {
  const open: (() => Promise<unknown>)[] = []
  return {
    add: (close) => open.push(close),
    async close() {
      const failures: unknown[] = []
      for (const close of open.splice(0).toReversed()) {
        await close().catch((error: unknown) => failures.push(error))
      }
      if (failures.length > 0) throw failures[0]
    },
  }
}
