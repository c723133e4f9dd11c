import { EventEmitter, once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { fastify } from 'fastify'
import t, { type Test } from 'tap'
import { gracefulClose } from '../../server/plugins/graceful-close.ts'
import { until } from '../fixtures/until.ts'

async function open(t: Test, deadlineMs = 60_000) {
  const app = fastify({ keepAliveTimeout: 60_000 })
  await app.register(gracefulClose, { deadlineMs })
  const door = new EventEmitter()
  const arrived = once(door, 'arrived')
  const released = once(door, 'release')
  app.get('/slow', async () => {
    door.emit('arrived')
    await released
    return 'finished'
  })
  app.get('/quick', async () => 'quick')
  await app.listen({ host: '127.0.0.1', port: 0 })
  const agent = new Agent({ keepAlive: true })
  t.teardown(() => {
    door.emit('release')
    agent.destroy()
    return app.close()
  })
  const { port } = app.server.address() as AddressInfo
  const ask = async (path: string) => {
    const request = get({ host: '127.0.0.1', port, path, agent })
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    return { connection: response.headers.connection, body: await text(response) }
  }
  return { app, ask, arrived, release: () => door.emit('release') }
}

t.test('before closing, connections are kept', async (t) => {
  const { ask } = await open(t)
  t.same(await ask('/quick'), { connection: 'keep-alive', body: 'quick' })
})

t.test(
  'an answer under way is finished, then its connection ends and so does close()',
  async (t) => {
    const { app, ask, arrived, release } = await open(t)
    const answer = ask('/slow')
    await arrived
    const closed = app.close()
    // preClose has run by the time that the server no longer listens.
    await until('the server to stop listening', () => !app.server.listening)
    release()
    t.same(await answer, { connection: 'close', body: 'finished' })
    await closed
  },
)

t.test('an answer that does not end by the deadline is cut off', async (t) => {
  const { app, ask, arrived } = await open(t, 20)
  const answer = ask('/slow')
  await arrived
  await Promise.all([t.rejects(answer), app.close()])
})
