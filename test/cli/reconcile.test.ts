import t from 'tap'
import { beginRun } from '../../server/billing/reconcile/reconcile-runs.ts'
import { progressBar, runReconcileCommand, summaryOf } from '../../server/cli/reconcile.ts'
import { type Billing, openBilling } from '../fixtures/stripe.ts'

async function run(billing: Billing, ...args: string[]) {
  const said: string[] = []
  const shown: string[] = []
  await runReconcileCommand(
    { ...billing.services, say: (line) => said.push(line), show: (line) => shown.push(line) },
    args,
  )
  return { said, shown }
}

t.test('it says what had drifted, and then that nothing has', async (t) => {
  const billing = await openBilling(t)
  await billing.settle()
  await billing.webhooks({ mode: 'drop' })
  const member = await billing.signUp()
  await member.pay(await member.checkout({ priceId: await billing.priceOf('standard') }))
  const customer = await member.customer()
  const { said, shown } = await run(billing, '--customer', customer)
  t.equal(said.at(-1), '1 customer checked: 1 differed from Stripe and has been put right.')
  t.same(shown, ['', '[==============================] 1 of 1 customers', ''])
  t.equal(await member.access(), 'subscription')
  const all = await run(billing)
  t.match(all.said[0], /^\d+ events had been missed and are in the inbox now\.$/)
  t.equal(all.said[1], '1 customer checked: all were as in Stripe.')
  const since = billing.services.clock.now().toISOString()
  t.match((await run(billing, '--since', since)).said, ['No event had been missed.'])
})

t.test('a customer who cannot be checked makes it fail, and says so', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  const customer = await member.customer()
  await billing.door('/_local/trouble', { status: 500, count: 1_000, path: '/v1/charges' })
  await t.rejects(run(billing, '--customer', customer), {
    message: 'Not everything could be reconciled.',
  })
})

t.test('a customer whom Stripe does not know is said to be so', async (t) => {
  const billing = await openBilling(t)
  await t.rejects(run(billing, '--customer', 'cus_nobody'), {
    message: 'Stripe knows no customer cus_nobody.',
  })
})

t.test('who had drifted is named, with what', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await billing.webhooks({ mode: 'drop' })
  await member.pay(await member.checkout({ priceId: await billing.priceOf('standard') }))
  const customer = await member.customer()
  const { said } = await run(billing, '--customer', customer)
  t.equal(said[0], `put right  ${customer}  subscription`)
})

t.test('what it cannot read is answered with how to call it', async (t) => {
  const billing = await openBilling(t)
  for (const args of [
    ['--since', 'lately'],
    ['--customer', 'alice'],
    ['--customer', 'cus_1', '--since', '2027-01-01'],
  ]) {
    await t.rejects(run(billing, ...args), /matinee reconcile --since TIME/)
  }
  await t.rejects(run(billing, '--everything'))
})

t.test('two do not run at once', async (t) => {
  const billing = await openBilling(t)
  const { database, clock } = billing.services
  await beginRun(database, 'events', clock.now(), null)
  await t.rejects(run(billing), /Another process is reconciling/)
})

t.test('progress is a bar', async (t) => {
  t.equal(progressBar(0, 4), `[${' '.repeat(30)}] 0 of 4 customers`)
  t.equal(progressBar(2, 4), `[${'='.repeat(15)}${' '.repeat(15)}] 2 of 4 customers`)
  t.equal(progressBar(0, 0), `[${'='.repeat(30)}] 0 of 0 customers`)
})

t.test('the summary counts in plain words', async (t) => {
  const counts = { eventsFound: 1, customersChecked: 9, customersDrifted: 2, customersFailed: 1 }
  t.same(summaryOf(counts), [
    '1 event had been missed and is in the inbox now.',
    '9 customers checked: 2 differed from Stripe and have been put right.',
    '1 customer could not be checked: run this again.',
  ])
})
