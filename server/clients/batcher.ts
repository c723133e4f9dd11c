interface Waiting<Item, Result> {
  item: Item
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

export interface BatchOptions {
  /** Batches under way at once. */
  atOnce: number
  /** Items of one batch. */
  most: number
  /** A batch waits until the one before began so long ago; what comes alone waits for nothing. */
  everyMs?: number
  /** Whether a batch that fails is done again item by item, for work in which one can fail alone. */
  singly?: boolean
}

/**
 * Gathers what comes while earlier batches are under way, so that many small writes become few larger
 * ones; what comes alone goes at once. A batch that fails is done again, each item alone, so that
 * nobody fails for another's, unless told otherwise.
 *
 * @param work answers a result for each item, in their order
 */
export function batched<Item, Result>(
  work: (items: Item[]) => Promise<Result[]>,
  { atOnce, most, everyMs = 0, singly = true }: BatchOptions,
): (item: Item) => Promise<Result> {
  const queue: Waiting<Item, Result>[] = []
  let running = 0
  let began = Number.NEGATIVE_INFINITY

  const settle = async (batch: Waiting<Item, Result>[]): Promise<void> => {
    try {
      const results = await work(batch.map(({ item }) => item))
      for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Result)
    } catch (error) {
      if (batch.length === 1 || !singly) for (const { reject } of batch) reject(error)
      // All at once: where nothing can be done any more, nobody waits for the others' time-outs.
      else await Promise.all(batch.map((one) => settle([one])))
    }
  }

  const run = async (): Promise<void> => {
    if (running >= atOnce) return
    running += 1
    while (queue.length > 0) {
      const wait = began + everyMs - performance.now()
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
      began = performance.now()
      const batch = queue.splice(0, most)
      if (batch.length > 0) await settle(batch)
    }
    running -= 1
  }

  return (item) =>
    new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject })
      void run()
    })
}
