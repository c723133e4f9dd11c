import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { fastify } from 'fastify'
import t, { type Test } from 'tap'
import { connections } from '../../server/plugins/connections.ts'
import { build } from '../fixtures/app.ts'
import { until } from '../fixtures/until.ts'

async function open(t: Test, options: Parameters<typeof connections>[1], limits = {}) {
  const app = fastify({ forceCloseConnections: true, ...limits })
  await app.register(connections, options)
  app.post('/', async () => 'taken')
  await app.listen({ host: '127.0.0.1', port: 0 })
  t.teardown(() => app.close())
  const { port } = app.server.address() as { port: number }
  const dial = async (): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1')
    t.teardown(() => socket.destroy())
    socket.on('error', () => undefined)
    await once(socket, 'connect')
    return socket
  }
  return { app, dial }
}

t.test(
  'one client holds so many connections, and may open another when one is closed',
  async (t) => {
    const { dial } = await open(t, { most: 3 })
    const [first] = [await dial(), await dial(), await dial()]
    const refused = await dial()
    await until('the fourth to be closed', () => refused.closed)
    first?.destroy()
    const answers = async () => {
      const socket = await dial()
      socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n')
      const [said] = await Promise.race([once(socket, 'data'), once(socket, 'close')])
      socket.destroy()
      return String(said).includes('200 OK')
    }
    await until('a place to be free', answers)
  },
)

t.test('behind a trusted proxy the connections are those of many', async (t) => {
  const { dial } = await open(t, { most: 1, proxies: '127.0.0.0/8,::1' })
  const sockets = [await dial(), await dial(), await dial()]
  for (const socket of sockets) {
    socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n')
    t.match(String((await once(socket, 'data'))[0]), '200 OK')
  }
})

t.test('a body that dribbles in is cut off', async (t) => {
  const limits = {
    requestTimeout: 300,
    http: { headersTimeout: 200, connectionsCheckingInterval: 50 },
  }
  const { dial } = await open(t, { most: 10 }, limits)
  const socket = await dial()
  socket.write(
    'POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n',
  )
  const dribble = setInterval(() => socket.write('x'), 20)
  t.teardown(() => clearInterval(dribble))
  const [said] = await once(socket, 'data')
  t.match(String(said), '408')
  await until('the connection to be closed', () => socket.closed)
})

t.test('a start that a busy machine makes slow is waited for', async (t) => {
  const { app } = await build(t)
  t.equal(app.initialConfig.pluginTimeout, 60_000)
})
