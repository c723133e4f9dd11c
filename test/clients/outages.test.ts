import t, { type Test } from 'tap'
import { databaseSentences } from '../../server/clients/database-sentence.ts'
import { openLog } from '../../server/clients/log.ts'
import { openOutages } from '../../server/clients/outages.ts'
import { testClock } from '../fixtures/clock.ts'
import { until } from '../fixtures/until.ts'

const refused = () =>
  Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), {
    code: 'ECONNREFUSED',
    syscall: 'connect',
  })

/** A log beside a database that is away until `back` is called. */
function beside(t: Test) {
  const lines: { level: number; msg: string; seconds?: number; withheld?: number }[] = []
  const clock = testClock()
  const outages = openOutages(clock, { askEveryMs: 1 })
  const log = openLog('info', { write: (line: string) => lines.push(JSON.parse(line)) }, outages)
  let away: Error | null = refused()
  let asked = 0
  outages.watch(log, async () => {
    asked += 1
    if (away !== null) throw away
  })
  t.teardown(() => outages.close())
  const answers = (error: Error | null) => {
    away = error
  }
  return { lines, clock, log, answers, asked: () => asked, said: () => lines.map(({ msg }) => msg) }
}

t.test('a database that is away is told once, with each thing that fails for it', async (t) => {
  const { log, said } = beside(t)
  for (let turn = 0; turn < 100; turn += 1) {
    log.error({ err: refused() }, 'the job queue had an error')
    log.error({ err: refused() }, 'the webhook inbox could not be read')
  }
  for (const key of ['one', 'two', 'two']) log.error({ err: refused(), key }, 'a job failed')
  const [begin, ...rest] = said()
  t.match(begin, databaseSentences.unreachable)
  t.same(rest, [
    'the job queue had an error',
    'the webhook inbox could not be read',
    'a job failed',
    'a job failed',
  ])
})

t.test('its end is told once, with how long it took, and the next one is told again', async (t) => {
  const { log, clock, lines, answers, said } = beside(t)
  for (let turn = 0; turn < 5; turn += 1) log.error({ err: refused() }, 'it failed')
  clock.advance(62)
  log.error({ err: refused() }, 'it failed')
  answers(null)
  clock.advance(11)
  await until('the end is told', () => said().includes('The database does what it should again.'))
  t.match(lines.at(-1), { level: 40, seconds: 62, withheld: 5 })
  t.equal(lines.length, 3)
  log.error({ err: refused() }, 'it failed')
  t.equal(said().at(-1), 'it failed')
  t.equal(lines.length, 5)
})

t.test('a server that answers in its place and takes no writes is no end', async (t) => {
  const { log, clock, answers, asked, said } = beside(t)
  log.error(refused(), 'it failed')
  answers(new Error(databaseSentences.readOnly))
  const before = asked()
  await until('it is asked', () => asked() > before + 2)
  t.equal(said().length, 2)
  answers(null)
  const then = asked()
  await until('it is asked', () => asked() > then + 2)
  t.equal(said().length, 2, 'a moment proves nothing')
  clock.advance(11)
  await until('the end is told', () => said().includes('The database does what it should again.'))
  t.equal(said().length, 3)
})

t.test('all else is written as often as it is said', async (t) => {
  const { log, lines } = beside(t)
  for (let turn = 0; turn < 3; turn += 1) {
    log.error({ err: new Error('the film is damaged') }, 'a step failed')
    log.info('incoming request')
    log.error({ err: refused() }, 'it failed')
  }
  t.equal(lines.length, 3 + 3 + 2)
})
