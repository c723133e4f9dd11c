import t from 'tap'
import type { SigningCredentials } from '../../server/clients/presign.ts'
import { keepCredentials } from '../../server/clients/signing-credentials.ts'
import { testClock } from '../fixtures/clock.ts'

const start = '2026-03-04T12:00:00Z'
const ending = (time: string): SigningCredentials => ({
  accessKeyId: `AKIA-${time}`,
  secretAccessKey: 'secret',
  sessionToken: 'token',
  expiration: new Date(`2026-03-04T${time}Z`),
})

/** A provider that hands out its credentials in order, or throws what is an Error. */
function provider(...answers: (SigningCredentials | Error)[]) {
  const asked: (boolean | undefined)[] = []
  const source = async (options?: { forceRefresh?: boolean }) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)]
    asked.push(options?.forceRefresh)
    if (answer === undefined || answer instanceof Error) throw answer
    return answer
  }
  return { source, asked }
}

t.test('fixed credentials are good for ever', async (t) => {
  const fixed = { accessKeyId: 'AKIA', secretAccessKey: 'secret' }
  t.equal(await keepCredentials(fixed, testClock(start)).lasting(604_800), fixed)
})

t.test('the provider is asked once, however many wait and however often', async (t) => {
  const { source, asked } = provider(ending('18:00:00'))
  const keeper = keepCredentials(source, testClock(start))
  await Promise.all([keeper.lasting(60), keeper.lasting(60), keeper.lasting(60)])
  await keeper.lasting(60)
  t.equal(asked.length, 1)
})

t.test('credentials are renewed five minutes before they end, by force', async (t) => {
  const { source, asked } = provider(ending('13:00:00'), ending('14:00:00'))
  const clock = testClock(start)
  const keeper = keepCredentials(source, clock)
  await keeper.lasting(60)
  clock.set('2026-03-04T12:55:00Z')
  t.equal((await keeper.lasting(60)).accessKeyId, 'AKIA-13:00:00')
  clock.set('2026-03-04T12:55:01Z')
  t.equal((await keeper.lasting(60)).accessKeyId, 'AKIA-14:00:00')
  t.same(asked, [undefined, true])
})

t.test('credentials are renewed as soon as they would end before the URL does', async (t) => {
  const { source, asked } = provider(ending('13:00:00'), ending('14:00:00'))
  const clock = testClock(start)
  const keeper = keepCredentials(source, clock)
  await keeper.lasting(1800)
  clock.set('2026-03-04T12:30:01Z')
  t.equal((await keeper.lasting(1800)).accessKeyId, 'AKIA-14:00:00')
  t.equal(asked.length, 2)
})

t.test('a renewal that brings nothing better is tried again after five seconds', async (t) => {
  const { source, asked } = provider(ending('12:01:00'))
  const clock = testClock(start)
  const keeper = keepCredentials(source, clock)
  await keeper.lasting(60)
  await keeper.lasting(60)
  t.equal(asked.length, 1)
  clock.advance(5)
  await keeper.lasting(60)
  t.equal(asked.length, 2)
})

t.test('while the provider fails, what is at hand serves to its end and not beyond', async (t) => {
  const { source } = provider(ending('12:04:00'), new Error('metadata service is down'))
  const clock = testClock(start)
  const keeper = keepCredentials(source, clock)
  await keeper.lasting(60)
  clock.set('2026-03-04T12:03:59Z')
  t.equal((await keeper.lasting(60)).accessKeyId, 'AKIA-12:04:00')
  clock.set('2026-03-04T12:04:00Z')
  await t.rejects(keeper.lasting(60), {
    code: 'UNAVAILABLE',
    cause: { message: 'metadata service is down' },
  })
})

t.test('a provider that comes back is believed without a restart', async (t) => {
  const { source } = provider(new Error('down'), ending('13:00:00'))
  const clock = testClock(start)
  const keeper = keepCredentials(source, clock)
  await t.rejects(keeper.lasting(60), { code: 'UNAVAILABLE' })
  clock.advance(5)
  t.equal((await keeper.lasting(60)).accessKeyId, 'AKIA-13:00:00')
})
