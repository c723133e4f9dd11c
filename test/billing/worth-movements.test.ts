import t from 'tap'
import type { Worth } from '../../server/billing/worth/monthly-worth.ts'
import { changes, history, type Movement } from '../../server/billing/worth/worth-movements.ts'

const now = new Date('2027-06-15T12:00:00Z')
const day = (date: string) => new Date(`2027-${date}T00:00:00Z`)

const worth = (given: Partial<Worth> = {}): Worth => ({
  ...{ userId: 'ana', status: 'active', currency: 'usd', amount: 900, counts: true },
  ...{ startedAt: day('03-01'), endedAt: null, pastDueSince: null },
  ...given,
})
const ended = (given: Partial<Worth> = {}) =>
  worth({ status: 'canceled', counts: false, endedAt: day('05-01'), ...given })
const told = (movements: Movement[]) =>
  movements.map(({ at, kind, amount, late, currency }) =>
    [at === now ? 'now' : at.toISOString().slice(5, 10), kind, amount, late, currency].join(' '),
  )

t.test('what subscriptions tell of the past', (t) => {
  const rows: [string, Worth[], string[]][] = [
    ['nothing of nobody', [], []],
    ['one that runs', [worth()], ['03-01 new 900 0 usd']],
    ['one that ended', [ended()], ['03-01 new 900 0 usd', '05-01 churn -900 0 usd']],
    ['a trial that runs', [worth({ status: 'trialing', counts: false })], []],
    ['one that ended with its trial', [ended({ startedAt: day('05-01') })], []],
    ['what costs nothing', [worth({ amount: 0 })], []],
    ['what begins later', [worth({ startedAt: day('09-01') })], ['06-15 new 900 0 usd']],
    [
      'another after it',
      [ended(), worth({ startedAt: day('06-01'), amount: 1_500 })],
      ['03-01 new 900 0 usd', '05-01 churn -900 0 usd', '06-01 reactivation 1500 0 usd'],
    ],
    [
      'another as it ends',
      [ended(), worth({ startedAt: day('05-01'), amount: 1_500 })],
      ['03-01 new 900 0 usd', '05-01 expansion 600 0 usd'],
    ],
    [
      'two at once, of which one ends',
      [ended(), worth({ startedAt: day('04-01') })],
      ['03-01 new 900 0 usd', '04-01 expansion 900 0 usd', '05-01 contraction -900 0 usd'],
    ],
    [
      'two currencies',
      [worth(), worth({ currency: 'eur', startedAt: day('04-01') })],
      ['03-01 new 900 0 usd', '04-01 new 900 0 eur'],
    ],
    [
      'a late payment',
      [worth({ status: 'past_due', pastDueSince: day('06-01') })],
      ['03-01 new 900 0 usd', '06-01 none 0 900 usd'],
    ],
    [
      'one that was late from its first day',
      [worth({ status: 'past_due', pastDueSince: day('03-01') })],
      ['03-01 new 900 900 usd'],
    ],
    [
      'one whose payment never came',
      [worth({ status: 'unpaid', counts: false, pastDueSince: day('06-01') })],
      ['03-01 new 900 0 usd', '06-01 churn -900 0 usd'],
    ],
  ]
  for (const [what, given, wanted] of rows) t.same(told(history(given, now)), wanted, what)
  t.end()
})

t.test('what changed since it was last looked at', (t) => {
  const known = (amount: number, late = 0, currency = 'usd') => [
    { currency, amount, late, lastAt: day('04-01') },
  ]
  const late = worth({ status: 'past_due', pastDueSince: day('06-01') })
  const rows: [string, Worth[], ReturnType<typeof known>, string[]][] = [
    ['nothing', [worth()], known(900), []],
    ['it costs more', [worth({ amount: 1_500 })], known(900), ['now expansion 600 0 usd']],
    ['it costs less', [worth()], known(1_500), ['now contraction -600 0 usd']],
    ['it ended', [ended()], known(900), ['05-01 churn -900 0 usd']],
    [
      'it ended before that',
      [ended({ endedAt: day('03-30') })],
      known(900),
      ['now churn -900 0 usd'],
    ],
    ['it is gone', [], known(900), ['now churn -900 0 usd']],
    [
      'it came back',
      [worth({ startedAt: day('06-02') })],
      known(0),
      ['06-02 reactivation 900 0 usd'],
    ],
    ['it failed', [late], known(900), ['06-01 none 0 900 usd']],
    ['it was paid after all', [worth()], known(900, 900), ['now none 0 -900 usd']],
    ['it never was', [ended()], known(900, 900), ['05-01 churn -900 -900 usd']],
    [
      'another currency',
      [ended(), worth({ currency: 'eur', startedAt: day('05-01') })],
      known(900),
      ['05-01 churn -900 0 usd', '05-01 new 900 0 eur'],
    ],
  ]
  for (const [what, given, before, wanted] of rows) {
    t.same(told(changes(given, before, now)), wanted, what)
  }
  t.end()
})
