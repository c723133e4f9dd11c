import t from 'tap'
import { operationWords } from '../../../contract/words/operations.ts'
import { peopleWords } from '../../../contract/words/people.ts'
import {
  becauseWords,
  consideredWords,
  grantWords,
  runWords,
  waitingWords,
} from '../../../player/studio/people/people-words.ts'

const options = { locale: 'en-GB', now: Date.parse('2031-05-03T12:00:00Z') }

t.test('what was given says how long it lasts', async (t) => {
  t.equal(grantWords({ until: null, revokedAt: null }, options), 'Without end')
  const until = '2031-06-01T12:00:00Z'
  t.equal(grantWords({ until, revokedAt: null }, options), 'Until 1 June 2031')
  const past = '2031-05-03T12:00:00Z'
  t.equal(grantWords({ until: past, revokedAt: null }, options), 'Ended on 3 May 2031')
  t.equal(grantWords({ until, revokedAt: past }, options), 'Ended early on 3 May 2031')
})

t.test('a reason has its sentence; one that is new here is shown as it came', async (t) => {
  t.equal(becauseWords({ because: 'granted' }), peopleWords('because.granted'))
  t.equal(becauseWords({ because: 'a_new_reason' as never }), 'a_new_reason')
  const thing = { what: 'buy', id: 'pi_1', until: null }
  t.equal(consideredWords({ ...thing, holds: true, because: 'counts now' }), 'buy')
  t.equal(
    consideredWords({ ...thing, holds: false, because: 'refunded' }),
    `buy: ${peopleWords('because.refunded')}`,
  )
})

const state = { dead: 0, lastEventsRun: null, lastSweep: null }
const run = {
  startedAt: '2031-05-03T12:00:00Z',
  finishedAt: '2031-05-03T12:00:09Z',
  ...{ eventsFound: 0, customersChecked: 4, customersDrifted: 0, customersFailed: 0 },
}

t.test('the inbox says what waits and since when', async (t) => {
  const none = { ...state, waiting: 0, waitingSince: null }
  t.equal(waitingWords(none, 'en-GB'), operationWords('noneWaiting'))
  const some = { ...state, waiting: 2, waitingSince: '2031-05-03T12:00:00Z' }
  t.match(waitingWords(some, 'en-GB'), /^2 messages are waiting, the oldest since \d\d:\d\d\.$/)
  t.match(waitingWords({ ...some, waiting: 1, waitingSince: null }), /^1 message is waiting/)
  t.match(waitingWords({ ...some, waiting: 1 }, 'en-GB'), /^1 message has been waiting since \d/)
})

t.test('a run says when it was and what it found', async (t) => {
  t.match(runWords('compared', null), /: not yet\.$/)
  t.match(runWords('compared', run, 'en-GB'), /: 3 May 2031, .*, everything was right\.$/)
  t.match(runWords('compared', { ...run, finishedAt: null }, 'en-GB'), /running since 3 May/)
  const drifted = { ...run, eventsFound: 1, customersDrifted: 2, customersFailed: 1 }
  t.match(runWords('compared', drifted, 'en-GB'), /, 3 corrected\. 1 could not be checked\.$/)
})
