import t from 'tap'
import type { Audience } from '../../contract/analytics.ts'
import { sweepTables } from '../../server/retention/sweep.ts'
import { build } from '../fixtures/app.ts'
import { addVideo } from '../fixtures/rows.ts'
import { signedUp } from '../fixtures/visitor.ts'
import { fillHouse, type House } from './house.ts'

async function setUp(t: Parameters<typeof build>[0]) {
  const { app, services } = await build(t)
  services.clock.set('2027-06-15T13:30:00Z')
  const ana = await signedUp(app)
  await services.database.user.updateMany({ data: { role: 'admin' } })
  const ask = async (id: string, query = '') => {
    await ana.post('/api/auth/refresh')
    return ana.get(`/api/studio/videos/${id}/audience${query}`)
  }
  return { app, services, ana, ask }
}

/** The same by other means: second after second, report after report. */
function recompute(house: House, videoId: string, from: string, to: string) {
  const seen = house.reports.filter(
    (report) =>
      report.videoId === videoId &&
      report.watched.length > 0 &&
      report.receivedAt >= new Date(from) &&
      report.receivedAt < new Date(to),
  )
  const played = (watched: number[], step: number) =>
    watched.some(
      (start, index) => index % 2 === 0 && start <= step && step < (watched[index + 1] ?? 0),
    )
  const last = Math.max(0, ...seen.flatMap(({ watched }) => watched))
  return {
    viewings: seen.length,
    counts: Array.from(
      { length: last },
      (_, step) => seen.filter(({ watched }) => played(watched, step)).length,
    ),
  }
}

for (const seed of [1, 2]) {
  t.test(`how far a film is watched is what its reports come to (house ${seed})`, async (t) => {
    const { services, ask } = await setUp(t)
    const house = await fillHouse(services, seed)
    const check = async (when: string) => {
      for (const [from, to] of [
        ['2027-05-17', '2027-06-16'],
        ['2027-03-01', '2027-04-02'],
        ['2026-06-15', '2027-06-16'],
      ] as const) {
        for (const { id, title } of house.videos) {
          const answer = (await ask(id, `?from=${from}&to=${to}`)).json() as Audience
          const { viewings, counts, ...rest } = answer
          t.same(rest, { videoId: id, title, from, to, stepSeconds: 10 })
          t.same({ viewings, counts }, recompute(house, id, from, to), `${from} to ${to}, ${when}`)
        }
      }
    }
    await check('before anything was summed up')
    await sweepTables(services)
    t.ok((await services.database.viewingReport.count()) < house.reports.length)
    await check('after that')
    await sweepTables(services)
    await check('and after doing it again')
  })
}

t.test('a late report counts once, whatever was told before it', async (t) => {
  const { services, ask } = await setUp(t)
  const { database, clock } = services
  const video = await addVideo(services)
  await database.video.update({ where: { id: video.id }, data: { durationSeconds: 48 } })
  const data = { videoId: video.id, watchedSeconds: 9, stallCount: 0, stallMs: 0 }
  const { id } = await database.viewingReport.create({
    data: { ...data, receivedAt: clock.now(), watched: [0, 1] },
  })
  const curve = async () => {
    const { viewings, counts } = (await ask(video.id)).json() as Audience
    return { viewings, counts }
  }
  t.same(await curve(), { viewings: 1, counts: [1, 0, 0, 0, 0] })
  await sweepTables(services)
  clock.advance(2 * 3_600)
  await database.viewingReport.update({
    where: { id },
    data: { receivedAt: clock.now(), watched: [0, 3] },
  })
  t.same(await curve(), { viewings: 1, counts: [1, 1, 1, 0, 0] })
  await sweepTables(services)
  t.match(await database.audienceDay.findMany(), [{ viewings: 1, counts: [1, 1, 1] }])
})

t.test('who looks after films or numbers may see it, and of films that are there', async (t) => {
  const { services, ana, ask } = await setUp(t)
  const { id } = await addVideo(services)
  t.match((await ask(id)).json(), { viewings: 0 })
  t.equal((await ask('01890000-0000-7000-8000-000000000000')).statusCode, 404)
  t.equal((await ask(id, '?from=2027-06-10&to=2027-06-09')).statusCode, 400)
  for (const [role, status] of [
    ['manager', 200],
    ['editor', 200],
    ['support', 403],
    ['member', 403],
  ] as const) {
    await services.database.user.updateMany({ data: { role } })
    await ana.post('/api/auth/refresh')
    t.equal((await ana.get(`/api/studio/videos/${id}/audience`)).statusCode, status, role)
  }
})
