import t from 'tap'
import { batched } from '../../server/clients/batcher.ts'

/** Work that stands still until it is let go, and remembers its batches. */
function held() {
  const batches: number[][] = []
  const gates: (() => void)[] = []
  const work = async (items: number[]) => {
    batches.push(items)
    await new Promise<void>((resolve) => gates.push(resolve))
    if (items.includes(13)) throw new Error('13')
    return items.map((item) => item * 2)
  }
  const release = () => {
    for (const open of gates.splice(0)) open()
  }
  return { batches, work, release }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

/** Lets everything go, again and again, until `work` is done. */
async function finish<T>(work: Promise<T>, release: () => void): Promise<T> {
  let done = false
  const finished = work.finally(() => {
    done = true
  })
  finished.catch(() => undefined)
  while (!done) {
    release()
    await turn()
  }
  return finished
}

t.test('what comes alone goes at once, what comes meanwhile goes together', async (t) => {
  const { batches, work, release } = held()
  const send = batched(work, { atOnce: 1, most: 3 })
  const answers = [1, 2, 3, 4, 5].map((item) => send(item))
  t.same(batches, [[1]])
  t.same(await finish(Promise.all(answers), release), [2, 4, 6, 8, 10], 'each has its own answer')
  t.same(batches, [[1], [2, 3, 4], [5]])
})

t.test('no more batches run at once than may', async (t) => {
  const { batches, work, release } = held()
  const send = batched(work, { atOnce: 2, most: 10 })
  const answers = [1, 2, 3, 4].map((item) => send(item))
  t.same(batches, [[1], [2]])
  await finish(Promise.all(answers), release)
  t.same(batches, [[1], [2], [3, 4]])
})

t.test('when nothing can be done, all fail at the same time', async (t) => {
  let under = 0
  let most = 0
  const send = batched(
    async (items: number[]) => {
      under += 1
      most = Math.max(most, under)
      await turn()
      under -= 1
      throw new Error(`not ${items.join()}`)
    },
    { atOnce: 1, most: 10 },
  )
  const settled = await Promise.allSettled([1, 2, 3, 4].map((item) => send(item)))
  t.same(
    settled.map((one) => one.status === 'rejected' && String(one.reason)),
    [1, 2, 3, 4].map((item) => `Error: not ${item}`),
  )
  t.equal(most, 3)
})

t.test('one that cannot be done fails alone', async (t) => {
  const { work, release } = held()
  const send = batched(work, { atOnce: 1, most: 10 })
  const answers = [1, 12, 13, 14].map((item) => send(item))
  const settled = await finish(Promise.allSettled(answers), release)
  t.same(
    settled.map((one) => (one.status === 'fulfilled' ? one.value : 'failed')),
    [2, 24, 'failed', 28],
  )
  const later = send(20)
  t.equal(await finish(later, release), 40, 'and it goes on')
})

t.test('batches that are spaced hold what came within that time', async (t) => {
  const batches: number[][] = []
  const send = batched(
    async (items: number[]) => {
      batches.push(items)
      return items
    },
    { atOnce: 2, most: 10, everyMs: 50 },
  )
  t.equal(await send(1), 1, 'what comes alone waits for nothing')
  const answers = []
  for (const item of [2, 3, 4]) {
    answers.push(send(item))
    await turn()
  }
  t.same(await Promise.all(answers), [2, 3, 4])
  t.same(batches, [[1], [2, 3, 4]])
})

t.test('where all fail together, none is tried alone', async (t) => {
  let tries = 0
  const send = batched(
    async (): Promise<number[]> => {
      tries += 1
      await turn()
      throw new Error('down')
    },
    { atOnce: 1, most: 10, singly: false },
  )
  const results = await Promise.allSettled([1, 2, 3].map((item) => send(item)))
  t.same(
    results.map(({ status }) => status),
    ['rejected', 'rejected', 'rejected'],
  )
  t.equal(tries, 2)
})
