import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import t, { type Test } from 'tap'
import { isRefusedAddress, noMailer, openMailer } from '../../server/clients/mailer.ts'

const mail = { to: 'ana@films.example', subject: 'Grüße', text: 'A line.\nAnother.' }

/** The least of a mail server (RFC 5321): greets, says yes to everything, keeps what is sent. */
async function startSmtp(t: Test, toRecipient = '250 ok') {
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
        const answer = line.startsWith('RCPT') ? toRecipient : '250 ok'
        socket.write(inData ? '354 go on\r\n' : `${answer}\r\n`)
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

const ofTheAddress = [
  '550 5.1.1 <ana@films.example>: Recipient address rejected: User unknown',
  '550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found',
  '550 5.2.1 The email account that you tried to reach is disabled',
  '550 5.4.1 Recipient address rejected: Access denied',
  '551 5.1.6 moved',
  '550 No such user here',
  '550',
]

const ofUs = [
  '550 5.7.1 relaying denied',
  '554 5.7.1 <ana@films.example>: Relay access denied',
  '550 relay not permitted',
  '553 sorry, that domain is not in my list of allowed rcpthosts (#5.7.1)',
  '554 5.7.1 Service unavailable; client host blocked using zen.spamhaus.org',
  '550 5.7.60 client does not have permissions to send as this sender',
  '550 5.1.8 Sender address rejected: Domain not found',
  '550 5.4.5 Daily sending quota exceeded',
  '552 5.2.2 mailbox full',
  '550 5.2.2 over quota',
  '530 5.7.0 Authentication required',
  '452 4.2.2 mailbox full',
  '421 4.3.2 closing',
]

t.test('an address is refused for good when it is its mailbox that is not there', async (t) => {
  const failure = async (answer: string) => {
    const { url } = await startSmtp(t, answer)
    const mailer = openMailer({ url, from: 'no-reply@films.example' })
    t.teardown(() => mailer.close())
    return mailer.send(mail).then(
      () => t.fail('it was taken'),
      (error: unknown) => error,
    )
  }
  for (const answer of ofTheAddress) t.ok(isRefusedAddress(await failure(answer)), answer)
  for (const answer of ofUs) t.notOk(isRefusedAddress(await failure(answer)), answer)
})
