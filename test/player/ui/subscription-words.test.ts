import t from 'tap'
import type { Subscription } from '../../../contract/accounts.ts'
import { holdsPlan, planName, subscriptionWords } from '../../../player/ui/subscription-words.ts'
import { plans, subscription } from '../site/fake-videos.ts'

const now = Date.parse('2031-05-01T00:00:00Z')
/** Stripe may come to know more statuses than we do. */
const having = ({
  status = 'active',
  ...changes
}: Omit<Partial<Subscription>, 'status'> & { status?: string }) =>
  subscription({ ...changes, status: status as Subscription['status'] })
const words = (changes: Parameters<typeof having>[0]) =>
  subscriptionWords(having(changes), { locale: 'en-GB', now })

t.test('every state says what is the case and what comes next', async (t) => {
  const grace = '2031-05-08T12:00:00Z'
  for (const [changes, sentence, watching] of [
    [{ status: 'active' }, /^Renews on 3 May 2031\.$/, true],
    [{ status: 'active', currentPeriodEnd: null }, /^Renews at the end of the period\.$/, true],
    [{ status: 'active', cancelAtPeriodEnd: true }, /until 3 May 2031, and nothing more/, true],
    [{ status: 'trialing' }, /^Free until 3 May 2031\. After that/, true],
    [{ status: 'trialing', cancelAtPeriodEnd: true }, /trial ends on 3 May 2031/, true],
    [{ status: 'past_due', graceUntil: grace }, /Update your card by 8 May 2031/, true],
    [{ status: 'active', graceUntil: grace }, /Update your card by 8 May 2031/, true],
    [{ status: 'active', graceUntil: '2031-05-01T00:00:00Z' }, /films are paused/, false],
    [{ status: 'past_due', graceUntil: '2031-05-01T00:00:00Z' }, /films are paused/, false],
    [{ status: 'past_due', graceUntil: null }, /films are paused/, false],
    [{ status: 'unpaid' }, /is open, so films are paused/, false],
    [{ status: 'incomplete' }, /did not go through/, false],
    [{ status: 'paused' }, /Resume it/, false],
    [{ status: 'canceled' }, /has ended/, false],
    [{ status: 'incomplete_expired' }, /has ended/, false],
    [{ status: 'of_another_year' }, /has ended/, false],
  ] as const) {
    const said = words(changes)
    t.match(said.sentence, sentence, JSON.stringify(changes))
    t.equal(said.watching, watching, JSON.stringify(changes))
    t.match(said.sentence, /^[A-Z].*\.$/)
  }
})

t.test('only what must be acted upon is urgent', async (t) => {
  const urgent = ['past_due', 'unpaid', 'incomplete']
  for (const status of ['active', 'trialing', 'paused', 'canceled', ...urgent]) {
    t.equal(words({ status }).tone === 'urgent', urgent.includes(status), status)
  }
})

t.test('a plan that is held is changed, one that is over is bought anew', async (t) => {
  for (const status of ['active', 'trialing', 'past_due', 'unpaid', 'paused']) {
    t.ok(holdsPlan(having({ status })), status)
  }
  for (const status of ['canceled', 'incomplete', 'incomplete_expired', 'new_word']) {
    t.notOk(holdsPlan(having({ status })), status)
  }
  t.notOk(holdsPlan(null))
  t.notOk(holdsPlan(undefined))
})

t.test('a plan is called by its name while it is on sale', async (t) => {
  t.equal(planName(subscription(), plans), 'Standard')
  t.equal(planName(subscription({ planId: 'old' }), plans), undefined)
})
