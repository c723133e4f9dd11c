import t from 'tap'
import { Refused, Unreachable } from '../../../player/element/source/problems.ts'
import { Retries, type Trouble } from '../../../player/element/source/retries.ts'

function setUp() {
  const waits: number[] = []
  const troubles: (Trouble | null)[] = []
  const retries = new Retries({
    wait: async (milliseconds) => {
      waits.push(milliseconds)
    },
    random: () => 0,
    onTrouble: (trouble) => troubles.push(trouble),
  })
  return { retries, waits, troubles }
}

/** Fails in turn with each of these, then succeeds. */
const failing = (...errors: unknown[]) => {
  let attempt = 0
  return async () => {
    const error = errors[attempt++]
    if (error !== undefined) throw error
    return `attempt ${attempt}`
  }
}

const lost = new Unreachable(0)
const busy = new Unreachable(503)
const { signal } = new AbortController()

t.test('what succeeds is not waited for', async (t) => {
  const { retries, waits, troubles } = setUp()
  t.equal(await retries.run(failing(), signal), 'attempt 1')
  t.same([waits, troubles], [[], []])
})

t.test('what fails is tried again, later each time', async (t) => {
  const { retries, waits } = setUp()
  t.equal(await retries.run(failing(lost, busy, new Error('?')), signal), 'attempt 4')
  t.same(waits, [500, 1000, 2000])
})

t.test(
  'once the connection is said to be back, waits are short again, also for who comes anew',
  async (t) => {
    const waits: number[] = []
    const retries = new Retries({
      wait: async (milliseconds) => {
        waits.push(milliseconds)
        // It is back while the sixth wait lasts, but not at once for everything.
        if (waits.length === 6) retries.hurry()
      },
      random: () => 0,
      onTrouble: () => undefined,
    })
    await retries.run(failing(...Array<Error>(8).fill(lost)), signal)
    t.same(waits, [500, 1000, 2000, 4000, 8000, 8000, 500, 1000])

    waits.length = 0
    const never = new AbortController()
    const gone = retries.run(async () => {
      if (waits.length === 5) never.abort()
      throw lost
    }, never.signal)
    await t.rejects(gone)
    waits.length = 0
    retries.hurry()
    await retries.run(failing(lost), signal)
    t.same(waits, [500])
  },
)

t.test('one lost request is no trouble; a second one in a row is, until it is over', async (t) => {
  const { retries, troubles } = setUp()
  await retries.run(failing(lost), signal)
  t.same(troubles, [])
  await retries.run(failing(lost, lost, lost, busy), signal)
  t.same(troubles, ['connection', 'server', null])
})

t.test('trouble is over only when nobody has any', async (t) => {
  const { retries, troubles } = setUp()
  let release: (() => void) | undefined
  const stuck = retries.run(async () => {
    if (release === undefined || troubles.length === 0) {
      release ??= () => undefined
      throw busy
    }
    await new Promise<void>((resolve) => {
      release = resolve
    })
  }, signal)
  await retries.run(failing(lost, lost, lost), signal)
  t.same(troubles.at(-1), 'server')
  release?.()
  await stuck
  t.equal(troubles.at(-1), null)
})

t.test('the wait that a server names is kept', async (t) => {
  const { retries, waits } = setUp()
  await retries.run(failing(new Unreachable(429, 9000)), signal)
  t.same(waits, [9000])
})

t.test('a refusal is final', async (t) => {
  const { retries, waits } = setUp()
  const refused = new Refused({ status: 402, code: 'PAYMENT_REQUIRED' })
  await t.rejects(retries.run(failing(busy, refused), signal), refused)
  t.equal(waits.length, 1)
})

t.test('a caller may say what else is final', async (t) => {
  const { retries } = setUp()
  const thrice = (_error: unknown, failures: number) => failures === 3
  await t.rejects(retries.run(failing(busy, busy, lost, busy), signal, thrice), {
    message: 'no answer',
  })
})

t.test('nothing is tried for a caller who has gone', async (t) => {
  const { retries, troubles } = setUp()
  const gone = new AbortController()
  let attempts = 0
  const run = retries.run(async () => {
    if (++attempts === 3) gone.abort()
    throw busy
  }, gone.signal)
  await t.rejects(run, { name: 'AbortError' })
  t.equal(attempts, 3)
  t.equal(troubles.at(-1), null, 'and their trouble goes with them')
  await t.rejects(retries.run(failing(), gone.signal), { name: 'AbortError' })
})

t.test('in an outage whoever comes anew waits too, until something has succeeded', async (t) => {
  const { retries, waits, troubles } = setUp()
  const fails = async () => {
    throw busy
  }
  const twice = (_error: unknown, failures: number) => failures >= 2
  for (let run = 0; run < 2; run++) await t.rejects(retries.run(fails, signal, twice))
  t.same(waits.splice(0), [500, 500], 'four failures may be an accident')
  await t.rejects(retries.run(fails, signal, twice))
  waits.length = 0
  await retries.run(async () => 'back', signal)
  t.same(waits.splice(0), [8000])
  t.same(troubles, ['server', null], 'and hears of it at once')
  await retries.run(async () => 'still there', signal)
  t.same(waits, [])
})

t.test('and waits as long between its own attempts', async (t) => {
  const { retries, waits } = setUp()
  const five = failing(busy, busy, busy, busy, busy)
  await t.rejects(retries.run(five, signal, (_error, failures) => failures === 5))
  waits.length = 0
  t.equal(await retries.run(failing(busy, busy), signal), 'attempt 3')
  t.same(waits.splice(0), [8000, 8000, 8000])
  t.equal(await retries.run(failing(busy), signal), 'attempt 2')
  t.same(waits, [500], 'an accident after that is one')
})
