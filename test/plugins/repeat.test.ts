import { EventEmitter, once } from 'node:events'
import { mock } from 'node:test'
import { fastify } from 'fastify'
import t, { type Test } from 'tap'
import { repeat } from '../../server/plugins/repeat.ts'

function open(t: Test, work: () => Promise<void>) {
  mock.timers.enable({ apis: ['setInterval'] })
  t.teardown(() => mock.timers.reset())
  const errors: unknown[] = []
  const app = fastify()
  repeat(app, { everyMs: 1000, work, onError: (error) => errors.push(error) })
  return { app, errors }
}

t.test('work is done once an interval, and not after closing', async (t) => {
  let runs = 0
  const { app } = open(t, async () => {
    runs += 1
  })
  mock.timers.tick(999)
  await app.ready()
  t.equal(runs, 0)
  mock.timers.tick(2001)
  await app.close()
  t.equal(runs, 3)
  mock.timers.tick(10_000)
  t.equal(runs, 3)
})

t.test('a run that fails is reported, and the next one comes all the same', async (t) => {
  let runs = 0
  const { app, errors } = open(t, async () => {
    runs += 1
    if (runs === 1) throw new Error('once')
  })
  mock.timers.tick(2000)
  await app.close()
  t.match(errors, [{ message: 'once' }])
  t.equal(runs, 2)
})

t.test('no two runs overlap, and closing waits for the one under way', async (t) => {
  const door = new EventEmitter()
  let inside = 0
  let most = 0
  const { app } = open(t, async () => {
    inside += 1
    most = Math.max(most, inside)
    door.emit('entered')
    await once(door, 'leave')
    inside -= 1
  })
  await app.ready()
  const entered = once(door, 'entered')
  mock.timers.tick(2000)
  await entered
  const again = once(door, 'entered')
  const closed = app.close()
  door.emit('leave')
  await again
  door.emit('leave')
  await closed
  t.equal(inside, 0)
  t.equal(most, 1)
})
