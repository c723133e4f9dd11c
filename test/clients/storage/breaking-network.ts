import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { Test } from 'tap'

/**
 * A network that breaks: passes connections on to `endpoint` and cuts each after as many bytes of
 * answer as `cuts` says next; when that has run out, no more.
 */
export async function breakingNetwork(
  t: Test,
  endpoint: string,
  cuts: number[],
  beforeReconnecting = async () => {},
) {
  const { port } = new URL(endpoint)
  const sockets = new Set<Socket>()
  let connections = 0
  const server = createServer(async (client) => {
    if (connections++ > 0) await beforeReconnecting()
    const cut = cuts.shift() ?? Number.POSITIVE_INFINITY
    const upstream = connect(Number(port), '127.0.0.1')
    let passed = 0
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => {})
    }
    client.pipe(upstream)
    upstream.on('data', (chunk) => {
      client.write(chunk.subarray(0, cut - passed))
      passed += chunk.length
      if (passed >= cut) client.resetAndDestroy()
    })
    upstream.on('end', () => client.end())
    client.on('close', () => upstream.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
