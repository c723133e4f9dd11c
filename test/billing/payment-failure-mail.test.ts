import t from 'tap'
import { tellOfPaymentFailures } from '../../server/billing/payment-failure-mail.ts'
import { services, type TestServices } from '../fixtures/app.ts'
import { addUser } from '../fixtures/rows.ts'

/** Someone whose renewal failed, and what is mailed. */
async function owing(t: Parameters<typeof services>[0]) {
  const deps = await services(t)
  const mails: string[] = []
  Object.assign(deps.mailer, { sends: true })
  deps.mailer.send = async ({ to }) => {
    mails.push(to)
  }
  const user = await addUser(deps)
  const fail = (since: Date, id = 'sub_1') =>
    deps.database.subscription.upsert({
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
  await fail(deps.clock.now())
  return { deps, mails, user, fail }
}

/** Leaves a process at sending for ever, as if it had died there. */
async function dieWhileSending(deps: TestServices) {
  const { send } = deps.mailer
  const begun = new Promise<void>((resolve) => {
    deps.mailer.send = () => {
      resolve()
      return new Promise(() => undefined)
    }
  })
  void tellOfPaymentFailures(deps)
  await begun
  deps.mailer.send = send
}

t.test('a failed payment is told of once, by whichever process comes first', async (t) => {
  const { deps, mails, user } = await owing(t)
  await Promise.all(Array.from({ length: 8 }, () => tellOfPaymentFailures(deps)))
  await tellOfPaymentFailures(deps, user.id)
  t.same(mails, [user.email])
})

t.test('the next payment that fails is told of anew', async (t) => {
  const { deps, mails, user, fail } = await owing(t)
  await tellOfPaymentFailures(deps)
  deps.clock.advance(31 * 86_400)
  await fail(deps.clock.now())
  await tellOfPaymentFailures(deps)
  t.same(mails, [user.email, user.email])
})

t.test('a mail whose process died before it went out is sent by another', async (t) => {
  const { deps, mails, user } = await owing(t)
  await dieWhileSending(deps)
  deps.clock.advance(299)
  await tellOfPaymentFailures(deps)
  t.same(mails, [], 'not while it may still be under way')
  deps.clock.advance(1)
  await tellOfPaymentFailures(deps)
  await tellOfPaymentFailures(deps)
  t.same(mails, [user.email])
})

t.test('a mail server that is down leaves the mail for the next time', async (t) => {
  const { deps, mails, user } = await owing(t)
  const { send } = deps.mailer
  deps.mailer.send = () => Promise.reject(new Error('no mail server'))
  await tellOfPaymentFailures(deps)
  deps.mailer.send = send
  await tellOfPaymentFailures(deps)
  t.same(mails, [user.email])
})

t.test('someone whose account is closed is not written to', async (t) => {
  const { deps, mails, user } = await owing(t)
  const disabledAt = deps.clock.now()
  await deps.database.user.update({ where: { id: user.id }, data: { disabledAt } })
  await tellOfPaymentFailures(deps)
  t.same(mails, [])
})
