import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import t, { type Test } from 'tap'
import { noMailer, openMailer } from '../../server/clients/mailer.ts'

const mail = { to: 'ana@films.example', subject: 'Grüße', text: 'A line.\nAnother.' }

/** The least of a mail server (RFC 5321): greets, says yes to everything, keeps what is sent. */
async function startSmtp(t: Test) {
  const received: string[] = []
  const server = createServer((socket: Socket) => {
    socket.setEncoding('utf8')
    socket.write('220 mail.test ESMTP\r\n')
    let inData = false
    let pending = ''
    socket.on('data', (chunk: string) => {
      pending += chunk
      for (let end = pending.indexOf('\r\n'); end >= 0; end = pending.indexOf('\r\n')) {
        const line = pending.slice(0, end)
        pending = pending.slice(end + 2)
        received.push(line)
        if (inData && line !== '.') continue
        inData = line === 'DATA'
        socket.write(inData ? '354 go on\r\n' : '250 ok\r\n')
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  const { port } = server.address() as AddressInfo
  return { received, url: `smtp://127.0.0.1:${port}` }
}

t.test('mail reaches the mail server, from the sender that is set', async (t) => {
  const { received, url } = await startSmtp(t)
  const mailer = openMailer({ url, from: 'Matinee <no-reply@films.example>' })
  t.teardown(() => mailer.close())
  await mailer.send(mail)
  await t.resolves(mailer.verify())
  t.ok(received.includes('MAIL FROM:<no-reply@films.example>'))
  t.ok(received.includes('RCPT TO:<ana@films.example>'))
  t.ok(received.includes('From: Matinee <no-reply@films.example>'))
  t.ok(received.includes('A line.'))
  t.ok(received.includes('Another.'))
})

t.test('a mail server that cannot be reached is an error', async (t) => {
  const mailer = openMailer({ url: 'smtp://127.0.0.1:1', from: 'a@films.example' })
  t.teardown(() => mailer.close())
  await t.rejects(mailer.send(mail), { code: 'ESOCKET' })
  await t.rejects(mailer.verify(), { code: 'ESOCKET' })
})

t.test('without a mail server it is said what was not sent, but not what it said', async (t) => {
  const warnings: string[] = []
  const mailer = noMailer((sentence) => warnings.push(sentence))
  await mailer.send(mail)
  await mailer.send({ ...mail, subject: '123456 confirms', secret: '123456' })
  mailer.close()
  t.equal(warnings.length, 2)
  t.match(warnings[0], /SMTP_URL is not set: "Grüße"/)
  t.notMatch(warnings[0], /line|films\.example/)
  t.match(warnings[1], '"… confirms"')
})
