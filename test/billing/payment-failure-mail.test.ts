import t from 'tap'
import { tellOfPaymentFailures } from '../../server/billing/payment-failure-mail.ts'
import { services, type TestServices } from '../helper.ts'
import { addUser } from '../rows.ts'

/** Someone whose renewal failed, and what is mailed. */
async function owing(t: Parameters<typeof services>[0]) {
  const parts = await services(t)
  const mails: string[] = []
  parts.mailer.send = async ({ to }) => {
    mails.push(to)
  }
  const user = await addUser(parts)
  const fail = (since: Date, id = 'sub_1') =>
    parts.database.subscription.upsert({
      where: { id },
      create: {
        id,
        userId: user.id,
        status: 'past_due',
        pastDueSince: since,
        createdAt: since,
      },
      update: { pastDueSince: since },
    })
  await fail(parts.clock.now())
  return { parts, mails, user, fail }
}

/** Leaves a process at sending for ever, as if it had died there. */
async function dieWhileSending(parts: TestServices) {
  const { send } = parts.mailer
  const begun = new Promise<void>((resolve) => {
    parts.mailer.send = () => {
      resolve()
      return new Promise(() => undefined)
    }
  })
  void tellOfPaymentFailures(parts)
  await begun
  parts.mailer.send = send
}

t.test('a failed payment is told of once, by whichever process comes first', async (t) => {
  const { parts, mails, user } = await owing(t)
  await Promise.all(Array.from({ length: 8 }, () => tellOfPaymentFailures(parts)))
  await tellOfPaymentFailures(parts, user.id)
  t.same(mails, [user.email])
})

t.test('the next payment that fails is told of anew', async (t) => {
  const { parts, mails, user, fail } = await owing(t)
  await tellOfPaymentFailures(parts)
  parts.clock.advance(31 * 86_400)
  await fail(parts.clock.now())
  await tellOfPaymentFailures(parts)
  t.same(mails, [user.email, user.email])
})

t.test('a mail whose process died before it went out is sent by another', async (t) => {
  const { parts, mails, user } = await owing(t)
  await dieWhileSending(parts)
  parts.clock.advance(299)
  await tellOfPaymentFailures(parts)
  t.same(mails, [], 'not while it may still be under way')
  parts.clock.advance(1)
  await tellOfPaymentFailures(parts)
  await tellOfPaymentFailures(parts)
  t.same(mails, [user.email])
})

t.test('a mail server that is down leaves the mail for the next time', async (t) => {
  const { parts, mails, user } = await owing(t)
  const { send } = parts.mailer
  parts.mailer.send = () => Promise.reject(new Error('no mail server'))
  await tellOfPaymentFailures(parts)
  parts.mailer.send = send
  await tellOfPaymentFailures(parts)
  t.same(mails, [user.email])
})

t.test('someone whose account is closed is not written to', async (t) => {
  const { parts, mails, user } = await owing(t)
  const disabledAt = parts.clock.now()
  await parts.database.user.update({ where: { id: user.id }, data: { disabledAt } })
  await tellOfPaymentFailures(parts)
  t.same(mails, [])
})
