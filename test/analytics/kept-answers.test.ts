import t from 'tap'
import { openKeptAnswers } from '../../server/analytics/kept-answers.ts'

function asked() {
  let now = 0
  let count = 0
  const keep = openKeptAnswers<number>({ monotonic: () => now })
  const ask = (question: string, tookMs: number) =>
    keep(question, async () => {
      now += tookMs
      count += 1
      return count
    })
  return {
    ask,
    pass: (ms: number) => {
      now += ms
    },
  }
}

t.test(
  'what took very long is answered from memory for ten minutes, each question by itself',
  async (t) => {
    const { ask, pass } = asked()
    t.equal(await ask('year', 30_000), 1)
    pass(599_999)
    t.equal(await ask('year', 30_000), 1)
    t.equal(await ask('month', 3_000), 2)
    pass(1)
    t.equal(await ask('year', 30_000), 3)
  },
)

t.test(
  'what took no more than a moment is shown once more, and worked out anew meanwhile',
  async (t) => {
    const { ask, pass } = asked()
    t.equal(await ask('day', 250), 1)
    pass(9_999)
    t.equal(await ask('day', 250), 1)
    pass(1)
    t.equal(await ask('day', 250), 1, 'nobody waits')
    t.equal(await ask('day', 250), 2, 'and whoever looks again sees it')
    pass(600_000)
    t.equal(await ask('day', 250), 3, 'what is older than ten minutes is not shown')
  },
)

t.test('many looks at an old answer work it out once, and a failure leaves it', async (t) => {
  let now = 0
  let tries = 0
  const keep = openKeptAnswers<number>({ monotonic: () => now })
  let fail: () => void = () => undefined
  const held = new Promise<number>((_, reject) => {
    fail = () => reject(new Error('down'))
  })
  const ask = (work: () => Promise<number>) =>
    keep('year', () => {
      tries += 1
      return work()
    })
  const slow = async (answer: number) => {
    now += 250
    return answer
  }
  t.equal(await ask(() => slow(1)), 1)
  now += 10_000
  t.equal(await ask(() => held), 1)
  t.equal(await ask(() => held), 1)
  t.equal(tries, 2)
  fail()
  await held.catch(() => undefined)
  await new Promise((resolve) => setImmediate(resolve))
  t.equal(await ask(() => slow(2)), 1)
  t.equal(tries, 3, 'the next one tries again')
  t.equal(await ask(() => slow(3)), 2)
})

t.test('what is fast is worked out each time', async (t) => {
  const { ask } = asked()
  t.equal(await ask('week', 249), 1)
  t.equal(await ask('week', 250), 2)
  t.equal(await ask('week', 250), 2)
})

t.test('who asks meanwhile waits for the same, and a failure is not kept', async (t) => {
  const keep = openKeptAnswers<number>({ monotonic: () => 0 })
  let tries = 0
  const fail = () =>
    keep('year', async () => {
      tries += 1
      throw new Error('down')
    })
  const both = await Promise.allSettled([fail(), fail()])
  t.same(
    both.map(({ status }) => status),
    ['rejected', 'rejected'],
  )
  t.equal(tries, 1)
  await t.rejects(fail())
  t.equal(tries, 2)
})
