import { Counter, Registry } from 'prom-client'
import t from 'tap'
import { gauges } from '../../server/plugins/gauges.ts'

const help = { matinee_test_jobs: 'By kind.', matinee_test_viewers: 'How many.' }
const labels = { matinee_test_jobs: ['kind'] }
const figures = {
  matinee_test_jobs: [{ labels: { kind: 'encode' }, value: 2 }],
  matinee_test_viewers: 7,
}

/** What the process counts by itself stands beside them. */
function registry() {
  const all = new Registry()
  new Counter({ name: 'matinee_test_total', help: 'Counted here.', registers: [all] }).inc(3)
  return all
}

t.test('what cannot be read is absent, labels or none, and all else is told', async (t) => {
  const all = registry()
  let isAway = false
  const read = async () => {
    if (isAway) throw new Error('the database is away')
    return figures
  }
  gauges(all, help, read, labels)
  t.match(await all.metrics(), /^matinee_test_jobs\{kind="encode"\} 2$/m)
  isAway = true
  const text = await all.metrics()
  t.notMatch(text, /^matinee_test_(jobs|viewers)/m)
  t.match(text, /^matinee_test_total 3$/m)
  isAway = false
  const back = await all.metrics()
  t.match(back, /^matinee_test_jobs\{kind="encode"\} 2$/m)
  t.match(back, /^matinee_test_viewers 7$/m)
})

t.test('what does not come soon is not waited for, and is asked for once', async (t) => {
  const all = registry()
  let asked = 0
  const read = () => {
    asked++
    return new Promise<typeof figures>(() => undefined)
  }
  gauges(all, help, read, labels, 1)
  for (const _ of [1, 2]) {
    const text = await all.metrics()
    t.notMatch(text, /^matinee_test_(jobs|viewers)/m)
    t.match(text, /^matinee_test_total 3$/m)
  }
  t.equal(asked, 1)
})
