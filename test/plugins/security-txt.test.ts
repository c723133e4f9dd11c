import { fastify } from 'fastify'
import t from 'tap'
import { notFound, problemJson } from '../../server/plugins/problem-json.ts'
import { securityTxt } from '../../server/plugins/security-txt.ts'
import { testClock } from '../fixtures/clock.ts'

const ask = async (contact?: string) => {
  const app = fastify()
  await app.register(problemJson)
  await app.register(notFound)
  const clock = testClock('2026-03-01T00:00:00Z')
  await app.register(securityTxt, { contact, publicUrl: 'https://films.example', clock })
  return app.inject('/.well-known/security.txt')
}

t.test('who finds a flaw reads where to tell of it, and until when that is true', async (t) => {
  const answer = await ask('security@films.example')
  t.match(answer.headers['content-type'], 'text/plain')
  t.same(answer.body.trim().split('\n'), [
    'Contact: mailto:security@films.example',
    'Expires: 2026-08-28T00:00:00.000Z',
    'Canonical: https://films.example/.well-known/security.txt',
  ])
  t.match((await ask('https://films.example/report')).body, 'Contact: https://films.example/report')
})

t.test('without a contact there is no such file', async (t) => {
  t.equal((await ask()).statusCode, 404)
})
