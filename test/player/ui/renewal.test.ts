import t from 'tap'
import { createRenewal, type Stamp } from '../../../player/ui/renewal.ts'

/** Tabs of one browser: they share what is stored and take turns by the lock. */
function browser(answers: (() => Response | Promise<Response>)[] = []) {
  const ended: string[] = []
  let stored: string | null = null
  let clock = 1_000_000
  let queue: Promise<unknown> = Promise.resolve()
  const exchanges: string[] = []
  const stamp: Stamp = {
    read: () => stored,
    write: (value) => {
      stored = value
    },
  }
  const tab = (name: string) =>
    createRenewal({
      stamp,
      now: () => clock,
      ended: () => ended.push(name),
      exclusively: (work) => {
        const turn = queue.then(work)
        queue = turn.catch(() => undefined)
        return turn
      },
      fetch: async () => {
        exchanges.push(name)
        clock += 1
        return answers.shift()?.() ?? new Response(null, { status: 204 })
      },
    })
  return {
    tab,
    exchanges,
    ended,
    pass: (ms: number) => {
      clock += ms
    },
  }
}

/** What a request that must fail fails with. */
const refusal = (request: Promise<unknown>) =>
  request.then(
    () => 'it did not fail',
    (error: unknown) => error,
  )

t.test('requests that fail together are renewed by one exchange', async (t) => {
  const { tab, exchanges } = browser()
  const renewal = tab('a')
  const seen = renewal.latest()
  t.same(await Promise.all([renewal.renew(seen), renewal.renew(seen)]), [true, true])
  t.same(exchanges, ['a'])
})

t.test('two tabs that fail together make one exchange between them', async (t) => {
  const { tab, exchanges } = browser()
  const [a, b] = [tab('a'), tab('b')]
  t.same(await Promise.all([a.renew(a.latest()), b.renew(b.latest())]), [true, true])
  t.same(exchanges, ['a'], 'the second tab sees that the first has done it')
})

t.test('a request sent after a renewal that fails again is renewed again', async (t) => {
  const { tab, exchanges } = browser()
  const renewal = tab('a')
  await renewal.renew(renewal.latest())
  await renewal.renew(renewal.latest())
  t.same(exchanges, ['a', 'a'])
})

t.test('a session that is over is told from one that cannot be renewed now', async (t) => {
  const { tab, ended } = browser([
    () => new Response(null, { status: 401 }),
    () => new Response('down', { status: 503 }),
    () => Promise.reject(new TypeError('no network')),
  ])
  const renewal = tab('a')
  t.equal(await renewal.renew(renewal.latest()), false)
  t.same(ended, ['a'], 'whoever shows who is signed in hears of it')
  t.match(await refusal(renewal.renew(renewal.latest())), { status: 503 })
  t.match(await refusal(renewal.renew(renewal.latest())), { status: 0, code: 'UNREACHABLE' })
  t.equal(await renewal.renew(renewal.latest()), true, 'and the next try is a fresh one')
  t.equal(ended.length, 1)
})

t.test('the age of the session is known to every tab, until it is over', async (t) => {
  const { tab, pass } = browser()
  const [a, b] = [tab('a'), tab('b')]
  t.equal(a.olderThan(0), true, 'unknown counts as old')
  a.mark()
  pass(600_000)
  t.equal(b.olderThan(600_000), false)
  t.equal(b.olderThan(599_999), true)
  pass(-700_000)
  t.equal(b.olderThan(600_000), true, 'a clock that was set back tells nothing')
  b.clear()
  t.equal(a.latest(), null)
})
