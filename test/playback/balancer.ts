import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Test } from 'tap'

/**
 * A plain balancer: each request goes to the next of the servers, whoever sent it; one that refuses the
 * connection is passed over. Answers name who gave them in `x-answered-by`, by number.
 */
export async function openBalancer(t: Test, origins: readonly string[]): Promise<string> {
  let turn = 0
  const pass = (
    incoming: IncomingMessage,
    body: Buffer,
    outgoing: ServerResponse,
    triesLeft: number,
  ): void => {
    const number = turn++ % origins.length
    const { method, url, headers } = incoming
    const onward = request(new URL(url ?? '/', origins[number]), { method, headers, agent: false })
    onward.once('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, { ...answer.headers, 'x-answered-by': number })
      answer.pipe(outgoing)
    })
    onward.once('error', () => {
      if (triesLeft > 0) pass(incoming, body, outgoing, triesLeft - 1)
      else outgoing.writeHead(502).end()
    })
    onward.end(body)
  }
  const server = createServer(async (incoming, outgoing) => {
    const body = Buffer.concat(await incoming.toArray())
    pass(incoming, body, outgoing, origins.length - 1)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
