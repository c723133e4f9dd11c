import t from 'tap'
import { Restarts } from '../../../player/element/engine/restarts.ts'

t.test('a first failure is begun again at once', async (t) => {
  t.equal(new Restarts(() => 0).after(0), 0)
})

t.test('one that gets nowhere waits longer each time, and ends', async (t) => {
  const restarts = new Restarts(() => 0)
  const waits: (number | null)[] = []
  for (;;) {
    const wait = restarts.after(12)
    waits.push(wait)
    if (wait === null) break
  }
  t.same(waits.slice(0, 7), [0, 500, 1000, 2000, 4000, 8000, 8000])
  t.equal(waits.length, 15)
  const total = waits.reduce<number>((sum, wait) => sum + (wait ?? 0), 0)
  t.ok(total > 60_000 && total < 120_000, `${total} ms`)
})

t.test('play in between begins the count anew, half a second of it does not', async (t) => {
  const restarts = new Restarts(() => 0)
  restarts.after(12)
  t.equal(restarts.after(12.5), 500)
  t.equal(restarts.after(14), 0)
  t.equal(restarts.after(2), 0, 'also after a seek back')
})
