import t from 'tap'
import { freshMs, freshUnheardMs, openFreshness } from '../../server/playback/freshness.ts'
import { testClock } from '../fixtures/clock.ts'

const session = { id: 's1', userId: 'ana', videoId: 'film' }

function setUp(listening = true) {
  const clock = testClock('2026-03-01T00:00:00Z')
  const line = { since: listening ? clock.monotonic() : null }
  const freshness = openFreshness({ clock, listeningSince: () => line.since })
  return { clock, line, freshness, checkedAt: clock.monotonic() }
}

t.test('what was read is good for fifteen seconds', async (t) => {
  const { clock, freshness, checkedAt } = setUp()
  t.ok(freshness.isFresh(session, checkedAt))
  clock.advance(freshMs / 1000)
  t.ok(freshness.isFresh(session, checkedAt))
  clock.advance(0.001)
  t.notOk(freshness.isFresh(session, checkedAt))
})

t.test('a change of the session, its viewer or its video ends that at once', async (t) => {
  for (const subject of ['session:s1', 'user:ana', 'video:film']) {
    const { clock, freshness, checkedAt } = setUp()
    clock.advance(1)
    freshness.changed(subject)
    t.notOk(freshness.isFresh(session, checkedAt), subject)
    clock.advance(0.001)
    t.ok(freshness.isFresh(session, clock.monotonic()), 'until it is read again')
  }
})

t.test('a change in the very moment of reading counts as later', async (t) => {
  const { freshness, checkedAt } = setUp()
  freshness.changed('user:ana')
  t.notOk(freshness.isFresh(session, checkedAt))
})

t.test('others’ changes change nothing', async (t) => {
  const { freshness, checkedAt } = setUp()
  for (const subject of ['session:s2', 'user:ben', 'video:other', 'nonsense', 'user:null']) {
    freshness.changed(subject)
  }
  t.ok(freshness.isFresh(session, checkedAt))
  t.ok(freshness.isFresh({ ...session, userId: null }, checkedAt))
})

t.test('while no notification can arrive, what was read is good for a second', async (t) => {
  const { clock, freshness, checkedAt } = setUp(false)
  clock.advance(freshUnheardMs / 1000)
  t.ok(freshness.isFresh(session, checkedAt))
  clock.advance(0.001)
  t.notOk(freshness.isFresh(session, checkedAt))
})

t.test(
  'what was read before listening began is not trusted: a change may have been missed',
  async (t) => {
    const { clock, line, freshness, checkedAt } = setUp()
    clock.advance(3)
    line.since = clock.monotonic()
    t.notOk(freshness.isFresh(session, checkedAt))
    t.ok(freshness.isFresh(session, clock.monotonic()))
  },
)

t.test('a note that was repeated counts by its latest time', async (t) => {
  const { clock, freshness } = setUp()
  freshness.changed('user:ana')
  clock.advance(10)
  const checkedAt = clock.monotonic()
  clock.advance(2)
  freshness.changed('user:ana')
  clock.advance(8)
  freshness.changed('user:ben')
  t.notOk(freshness.isFresh(session, checkedAt))
})
