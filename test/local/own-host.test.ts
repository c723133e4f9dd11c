import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import t, { type Test } from 'tap'
import { answerToOwnHost } from '../../server/local/own-host.ts'

/** The status that a server of its own answers to a request for `host`. */
async function asking(t: Test, publicUrl: string) {
  const app = Fastify()
  app.get('/', async () => 'here')
  answerToOwnHost(app.server, publicUrl)
  await app.listen({ host: '127.0.0.1', port: 0 })
  t.teardown(() => app.close())
  const { port } = app.server.address() as AddressInfo
  return (host: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const headers = { host: host.replace('PORT', String(port)) }
      request({ host: '127.0.0.1', port, headers }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      })
        .on('error', reject)
        .end()
    })
}

t.test('local mode answers to the names of this machine', async (t) => {
  const ask = await asking(t, 'http://localhost:3000')
  for (const host of ['localhost:PORT', '127.0.0.1:PORT', '127.0.0.1', '[::1]:PORT', 'LOCALHOST']) {
    t.equal(await ask(host), 200, host)
  }
})

t.test('a name of someone else that leads here is sent away', async (t) => {
  const ask = await asking(t, 'http://localhost:3000')
  for (const host of ['evil.example', 'evil.example:PORT', 'localhost.evil.example']) {
    t.equal(await ask(host), 421, host)
  }
})

t.test('the address that was given counts as its own', async (t) => {
  const ask = await asking(t, 'https://films.example')
  t.equal(await ask('films.example'), 200)
  t.equal(await ask('other.example'), 421)
})
