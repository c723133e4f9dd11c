import t from 'tap'
import type { Live, Summary } from '../../contract/analytics.ts'
import { signedUp } from '../fixtures/visitor.ts'
import { watching } from '../fixtures/watching.ts'

t.test('who watches what now is told until their lease ends, and can be stopped', async (t) => {
  const { app, services, id } = await watching(t)
  const { database, clock, config } = services
  const ana = await signedUp(app, 'eva@films.example')
  await database.user.updateMany({ where: { email: ana.email }, data: { role: 'support' } })
  await ana.post('/api/auth/refresh')
  const live = async () => (await ana.get('/api/studio/live')).json() as Live
  await database.playbackSession.updateMany({ data: { lastSeenAt: clock.now() } })
  const { userId, videoId } = await database.playbackSession.findUniqueOrThrow({ where: { id } })
  t.match(await live(), {
    count: 1,
    sessions: [{ id, videoId, person: userId === null ? null : { id: userId }, isPreview: false }],
  })

  t.equal(
    (await ana.request('DELETE', '/api/studio/live/01890000-0000-7000-8000-000000000000'))
      .statusCode,
    404,
  )
  t.equal((await ana.request('DELETE', `/api/studio/live/${id}`)).statusCode, 204)
  t.equal(
    (await ana.request('DELETE', `/api/studio/live/${id}`)).statusCode,
    404,
    'it does not play any more',
  )
  t.match(await live(), { count: 0, sessions: [] })
  t.match(await database.playbackSession.findMany(), [{ endReason: 'kicked' }])
  t.match(await database.auditEntry.findMany({ where: { action: 'playback.stopped' } }), [
    { details: { session: id, video: videoId } },
  ])

  await database.playbackSession.updateMany({ data: { endedAt: null, lastSeenAt: clock.now() } })
  clock.advance(config.STREAM_LEASE_SECONDS - 1)
  t.match(await live(), { count: 1 })
  clock.advance(1)
  t.match(await live(), { count: 0 })
  for (const [role, status] of [
    ['manager', 200],
    ['editor', 403],
    ['member', 403],
  ] as const) {
    await database.user.updateMany({ where: { email: ana.email }, data: { role } })
    await ana.post('/api/auth/refresh')
    t.equal((await ana.get('/api/studio/live')).statusCode, status, role)
  }
})

t.test('today and the last thirty days stand beside the thirty before', async (t) => {
  const { app, services } = await watching(t)
  const { database, clock } = services
  clock.set('2027-06-15T13:30:00Z')
  const ana = await signedUp(app, 'eva@films.example')
  await database.user.updateMany({ where: { email: ana.email }, data: { role: 'manager' } })
  await ana.post('/api/auth/refresh')
  const times = [
    '2027-06-15T00:00:00.000Z',
    '2027-06-14T23:59:59.999Z',
    '2027-05-17T00:00:00.000Z',
    '2027-05-16T23:59:59.999Z',
    '2027-04-17T00:00:00.000Z',
    '2027-04-16T23:59:59.999Z',
  ]
  for (const [index, at] of times.entries()) {
    await database.payment.create({
      data: {
        ...{ id: `ch_${index}`, customerId: 'cus', kind: 'other', status: 'succeeded' },
        ...{ amount: 10 ** index, currency: 'usd', at: new Date(at) },
      },
    })
  }
  const summary = (await ana.get('/api/studio/summary')).json() as Summary
  const paid = ({ payments }: Summary['today']) => payments[0]?.amount
  t.same([paid(summary.today), paid(summary.last), paid(summary.before)], [1, 111, 11_000])
  t.match(summary, { mrr: [], today: { plays: 0, started: 0 } })
  await database.user.updateMany({ where: { email: ana.email }, data: { role: 'support' } })
  await ana.post('/api/auth/refresh')
  t.equal((await ana.get('/api/studio/summary')).statusCode, 403, 'support sees no money')
})
