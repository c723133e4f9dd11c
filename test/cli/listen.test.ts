import fastify from 'fastify'
import t from 'tap'
import { listen } from '../../server/cli/listen.ts'

t.test('an address that cannot be had is told by the setting that names it', async (t) => {
  const [first, second] = [fastify(), fastify()]
  t.teardown(() => Promise.all([first.close(), second.close()]))
  await listen(first, { HOST: '127.0.0.1', PORT: 0 })
  const address = first.server.address()
  const PORT = typeof address === 'object' ? (address?.port ?? 0) : 0
  await t.rejects(listen(second, { HOST: '127.0.0.1', PORT }), {
    message: `PORT ${PORT} of 127.0.0.1 is taken. Stop what listens there, or set another PORT.`,
  })
  await t.rejects(listen(fastify(), { HOST: '192.0.2.1', PORT: 0 }), {
    message: /^HOST 192\.0\.2\.1 is no/,
  })
  await t.rejects(listen(fastify(), { HOST: 'nowhere.invalid', PORT: 0 }), {
    message: /^HOST nowhere\.invalid is/,
  })
})
