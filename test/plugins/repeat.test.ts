import { EventEmitter, once } from 'node:events'
import { mock } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import { fastify } from 'fastify'
import t, { type Test } from 'tap'
import { repeat } from '../../server/plugins/repeat.ts'

function open(t: Test, work: (signal: AbortSignal) => Promise<void>) {
  mock.timers.enable({ apis: ['setInterval'] })
  t.teardown(() => mock.timers.reset())
  const errors: unknown[] = []
  const app = fastify()
  app.register(async (plugin) => {
    repeat(plugin, { everyMs: 1000, work, onError: (error) => errors.push(error) })
  })
  const tick = async (ms: number) => {
    mock.timers.tick(ms)
    await turn()
  }
  return { app, errors, tick }
}

t.test('work is done once an interval, and not after closing', async (t) => {
  let runs = 0
  const { app, tick } = open(t, async () => {
    runs += 1
  })
  await app.ready()
  await tick(999)
  t.equal(runs, 0)
  await tick(1)
  await tick(1000)
  await tick(1000)
  await app.close()
  t.equal(runs, 3)
  await tick(10_000)
  t.equal(runs, 3)
})

t.test('a run that fails is reported, and the next one comes all the same', async (t) => {
  let runs = 0
  const { app, errors, tick } = open(t, async () => {
    runs += 1
    if (runs === 1) throw new Error('once')
  })
  await app.ready()
  await tick(1000)
  await tick(1000)
  await app.close()
  t.match(errors, [{ message: 'once' }])
  t.equal(runs, 2)
})

t.test('what would begin while one is under way is left out, not put off', async (t) => {
  const door = new EventEmitter()
  let runs = 0
  const { app, tick } = open(t, async () => {
    runs += 1
    await once(door, 'leave')
  })
  await app.ready()
  for (let ticks = 0; ticks < 5; ticks += 1) await tick(1000)
  t.equal(runs, 1)
  door.emit('leave')
  await turn()
  t.equal(runs, 1)
  await tick(1000)
  t.equal(runs, 2)
  door.emit('leave')
  await app.close()
})

t.test('closing tells the run under way, and waits for it', async (t) => {
  let ended = false
  const { app, tick } = open(t, async (signal) => {
    await once(signal, 'abort')
    await turn()
    ended = true
  })
  await app.ready()
  await tick(1000)
  await app.close()
  t.ok(ended)
})
