import { join } from 'node:path'
import { fastify } from 'fastify'
import t from 'tap'
import { mailboxPage, openMailbox } from '../../server/local/mailbox.ts'
import { testClock } from '../fixtures/clock.ts'
import { scratch } from '../fixtures/scratch.ts'

const letter = (subject: string, text = 'Hello') => ({ to: 'ana@films.example', subject, text })

t.test('mail is kept, newest first, and is still there after a restart', async (t) => {
  const directory = join(await scratch(t), 'mail')
  const clock = testClock('2026-03-01T12:00:00.000Z')
  const mailbox = openMailbox(directory, clock)
  t.same(await mailbox.list(), [])
  await mailbox.send(letter('first'))
  await mailbox.send(letter('second, in the same instant'))
  clock.advance(1)
  await mailbox.send(letter('third'))
  mailbox.close()
  const kept = await openMailbox(directory, clock).list()
  t.same(
    kept.map(({ subject }) => subject),
    ['third', 'second, in the same instant', 'first'],
  )
  t.same(kept[0], { ...letter('third'), sentAt: '2026-03-01T12:00:01.000Z' })
})

t.test('the page shows mail with links that can be followed, and runs nothing in it', async (t) => {
  const mailbox = openMailbox(await scratch(t), testClock())
  const app = fastify()
  t.teardown(() => app.close())
  await app.register(mailboxPage, { mailbox })
  t.match((await app.inject('/local/mail')).body, /None yet/)
  await mailbox.send(
    letter('<script>1</script>', 'Go to http://localhost:3000/x?a=1&b="2"#token=t'),
  )
  const { body, headers } = await app.inject('/local/mail')
  t.equal(headers['content-type'], 'text/html; charset=utf-8')
  t.equal(headers['cache-control'], 'no-store')
  t.notMatch(body, /<script>/)
  t.match(body, 'href="http://localhost:3000/x?a=1&amp;b=&quot;2&quot;#token=t"')
})
