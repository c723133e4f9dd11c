import { Writable } from 'node:stream'
import { fastify } from 'fastify'
import t from 'tap'
import { openLog } from '../../server/clients/log.ts'
import { requestId, requestLog } from '../../server/plugins/request-log.ts'

t.test('requests are logged with path and status, without query, headers and tokens', async (t) => {
  const lines: string[] = []
  const destination = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk))
      done()
    },
  })
  const app = fastify({ loggerInstance: openLog('trace', destination).child({}, requestLog) })
  t.teardown(() => app.close())
  app.get('/play/:token/main.m3u8', async () => {
    throw new Error('no such playlist')
  })
  await app.inject({
    url: '/play/SECRET1/main.m3u8?token=SECRET2',
    headers: { cookie: 'matinee_access=SECRET3', authorization: 'Bearer SECRET4' },
  })
  const log = lines.join('')
  t.match(log, /"method":"GET","url":"\/play\/\[redacted\]\/main\.m3u8"/)
  t.match(log, /"remoteAddress":"127\.0\.0\.1"/)
  t.match(log, /"res":\{"statusCode":500\}/)
  t.match(log, /no such playlist/)
  t.notMatch(log, /SECRET/)
})

t.test('a request has the id that the proxy gave it, if it is one', (t) => {
  const idOf = (given?: string) =>
    requestId({ headers: given === undefined ? {} : { 'x-request-id': given } })
  t.equal(idOf('7c9e6679-7425-40de'), '7c9e6679-7425-40de')
  t.equal(idOf('a'.repeat(128)), 'a'.repeat(128))
  for (const bad of ['', 'a'.repeat(129), 'two words', 'line\nbreak', '"quoted"', undefined]) {
    t.match(idOf(bad), /^[0-9a-f-]{36}$/, JSON.stringify(bad))
  }
  t.end()
})
