// A round of mail about failed payments over a house in which many owe, beside counting them: told
// already, as in every round but one, and with a few more to tell.
import { tellOfPaymentFailures } from '../../dist/server/billing/payments/payment-failure-mail.js'
import { interleave, median, round, table } from '../measure.mjs'
import { openSetup } from './setup.mjs'

const targetMs = 100

/** People past due for as many minutes as they are, each of whom has been written to. */
const fill = (database, people) => database.$executeRaw`
  with owing as (
    insert into "User" (id, email, "passwordHash", "stripeCustomerId", "paymentFailureToldOf")
    select gen_random_uuid(), n || '@example.com', 'none', 'cus_' || n, now() - make_interval(mins => n)
    from generate_series(1, ${people}::int) n
    returning id, "stripeCustomerId", "paymentFailureToldOf"
  ), customers as (
    insert into "StripeCustomer" (id, "userId") select "stripeCustomerId", id from owing
  )
  insert into "Subscription"
    (id, "userId", "customerId", status, "pastDueSince", "cancelAtPeriodEnd", "createdAt")
  select 'sub_' || "stripeCustomerId", id, "stripeCustomerId", 'past_due', "paymentFailureToldOf",
    false, now() - interval '1 year'
  from owing`

const untell = (database, count) => database.$executeRaw`
  update "User" set "paymentFailureToldOf" = null
  where id in (select id from "User" order by id limit ${count}::int)`

async function timed(work) {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

export async function measurePastDue({ people = 20_000, rounds = 7 } = {}) {
  const { services, close } = await openSetup()
  const { database } = services
  let mails = 0
  const mailer = { sends: true, send: async () => void mails++ }
  const deps = { ...services, mailer }
  await fill(database, people)
  await database.$executeRaw`analyze`
  const told = 'a round, all of them told'
  const fresh = 'a round, 20 of them not'
  const results = await interleave(
    {
      'counting them': () =>
        timed(() => database.subscription.count({ where: { pastDueSince: { not: null } } })),
      [told]: () => timed(() => tellOfPaymentFailures(deps)),
      [fresh]: async () => {
        await untell(database, 20)
        return timed(() => tellOfPaymentFailures(deps))
      },
    },
    rounds,
  )
  await close()
  if (mails !== 20 * rounds) throw new Error(`${mails} mails went out`)
  return table(
    [`${people.toLocaleString('en')} past due`, 'ms', 'target', ''],
    Object.entries(results).map(([name, ms]) => {
      // A mail that went out is stored by itself, so that none is sent twice: that is a write each.
      if (name !== told) return [name, round(median(ms)), '', '']
      const verdict = median(ms) < targetMs ? 'pass' : 'MISS'
      return [name, round(median(ms)), `< ${targetMs}`, verdict]
    }),
  )
}
