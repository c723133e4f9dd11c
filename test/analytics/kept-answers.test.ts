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

t.test('what took no more than a moment, as on a busy machine, is not kept for long', async (t) => {
  const { ask, pass } = asked()
  t.equal(await ask('day', 250), 1)
  pass(9_999)
  t.equal(await ask('day', 250), 1)
  pass(1)
  t.equal(await ask('day', 250), 2)
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
