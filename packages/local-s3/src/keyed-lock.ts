export type KeyedLock = <T>(key: string, task: () => Promise<T>) => Promise<T>

/** Runs the tasks of one key one after another, and those of different keys side by side. */
export function openKeyedLock(): KeyedLock {
  const tails = new Map<string, Promise<unknown>>()
  return async (key, task) => {
    const before = tails.get(key) ?? Promise.resolve()
    const run = before.then(task, task)
    tails.set(key, run)
    try {
      return await run
    } finally {
      if (tails.get(key) === run) tails.delete(key)
    }
  }
}
