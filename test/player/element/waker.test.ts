import t from 'tap'
import { Waker } from '../../../player/element/source/waker.ts'

const hour = 3_600_000

t.test('a wait ends after its time', async () => {
  await new Waker().wait(1)
})

t.test('all waits end when woken', async (t) => {
  const waker = new Waker()
  const waits = [waker.wait(hour), waker.wait(hour)]
  waker.wake()
  t.equal((await Promise.all(waits)).length, 2)
})

t.test('a wait ends with its caller', async () => {
  const waker = new Waker()
  const caller = new AbortController()
  const wait = waker.wait(hour, caller.signal)
  caller.abort()
  await wait
  await waker.wait(hour, caller.signal)
})
