import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import t from 'tap'
import { bucketStanding, claimBucket, takeBucket } from '../../server/catalog/bucket-owner.ts'
import { migrate } from '../../server/clients/migrate.ts'
import { ownPrismaDirectory } from '../../server/clients/migrations.ts'
import { sweepUploads } from '../../server/uploads/sweep.ts'
import { build, type TestServices } from '../fixtures/app.ts'
import { emptyDatabase } from '../fixtures/database.ts'
import { addPlan, addPlayableVideo, addSubscription } from '../fixtures/rows.ts'
import { scratch } from '../fixtures/scratch.ts'
import { noSystemPostgres, systemPostgres } from '../fixtures/system-postgres.ts'
import { password, signedUp, visitor } from '../fixtures/visitor.ts'
import { type Batch, batchOf, begin } from '../fixtures/watching.ts'

type App = Awaited<ReturnType<typeof build>>['app']

/** Signs in, presses play, and fetches the first segment from the bucket. */
async function watch(app: App, email: string, videoId: string): Promise<string> {
  const viewer = visitor(app)
  const signedIn = await viewer.post('/api/auth/sign-in', { email, password })
  if (signedIn.statusCode !== 200) throw new Error(signedIn.body)
  const opened = await viewer.post(`/api/videos/${videoId}/playback`, { deviceId: randomUUID() })
  if (opened.statusCode !== 201) throw new Error(opened.body)
  const { token } = opened.json() as { token: string }
  await begin(app, token)
  const { urls } = (await batchOf(app, token, '720p', 'from=0&count=1')).json() as Batch
  return (await fetch(urls[0] ?? '')).text()
}

/** An original for which no other database has a row. */
async function addOriginal(services: TestServices, slug: string) {
  const { id } = await services.database.video.create({ data: { slug, title: slug } })
  const sourceKey = `originals/${id}/${randomUUID()}`
  await services.storage.putBytes(sourceKey, slug, { contentType: 'video/mp4' })
  await services.database.video.update({ where: { id }, data: { sourceKey } })
  return sourceKey
}

const never = () => Promise.reject(new Error('nothing is taken here'))
const sweep = (services: TestServices) =>
  sweepUploads({ ...services, takers: { video: never, poster: never, captions: never } })

t.test(
  'a dump that is restored into an empty server plays, and loses nothing in the bucket',
  { skip: noSystemPostgres },
  async (t) => {
    const server = await systemPostgres(t)
    const url = await server.database('matinee')
    await migrate(url, ownPrismaDirectory)
    const { app, services } = await build(t, { DATABASE_URL: url })
    await claimBucket(services)
    const film = await addPlayableVideo(services, { stored: true })
    await addPlan(services, [film.id])
    const ana = await signedUp(app, 'ana@films.example')
    await addSubscription(services, ana.userId)
    const before = await addOriginal(services, 'before')
    t.equal(await watch(app, 'ana@films.example', film.id), '720p 0.m4s')

    const dump = join(await scratch(t), 'matinee.dump')
    await server.run('pg_dump', ['--format=custom', `--file=${dump}`, url])
    const after = await addOriginal(services, 'after')
    await claimBucket(services)

    const empty = await systemPostgres(t)
    const restored = await empty.database('matinee')
    await empty.run('pg_restore', ['--no-owner', `--dbname=${restored}`, dump])
    t.same(await migrate(restored, ownPrismaDirectory), [], 'it knows what it has')
    const endpoint = services.storage.location.endpoint ?? ''
    const second = await build(t, { DATABASE_URL: restored, S3_ENDPOINT: endpoint })
    // The bucket goes by the first one's clock, which began earlier.
    services.clock.advance(30)
    t.equal(await watch(second.app, 'ana@films.example', film.id), '720p 0.m4s')
    await t.rejects(
      second.services.database.$executeRaw`delete from "AuditEntry"`,
      'the audit log is still only added to',
    )

    t.equal(await claimBucket(second.services), 'ahead')
    for (const { clock } of [services, second.services]) clock.advance(3 * 86_400)
    t.match(await sweep(second.services), { objects: 0 })
    t.ok(await second.services.storage.head(after), 'what came after the backup is still there')

    await takeBucket(second.services)
    t.equal(await bucketStanding(second.services), 'ours')
    t.match(await sweep(second.services), { objects: 1 })
    t.ok(await second.services.storage.head(before))
    const day = second.services.clock.now().toISOString().slice(0, 10)
    t.ok(await second.services.storage.head(`trash/${day}/${after}`), 'it can be copied back')
    t.equal(await watch(second.app, 'ana@films.example', film.id), '720p 0.m4s')
  },
)

t.test('the data of the first release is brought up to date, and plays', async (t) => {
  const url = await emptyDatabase(t)
  const release = join(import.meta.dirname, '../../../test/fixtures/first-release.sql')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(await readFile(release, 'utf8')).finally(() => client.end())

  t.ok((await migrate(url, ownPrismaDirectory)).length > 10)
  const { app, services } = await build(t, { DATABASE_URL: url })
  const { database, storage } = services
  for (const { prefix, name } of await database.rendition.findMany()) {
    await storage.putBytes(`${prefix}/0.m4s`, `${name} 0`, { contentType: 'video/mp4' })
  }
  const id = async (slug: string) =>
    (await database.video.findUniqueOrThrow({ where: { slug } })).id
  t.equal(await watch(app, 'ana@films.example', await id('fog')), '720p 0', 'by a subscription')
  t.equal(await watch(app, 'ben@films.example', await id('rain')), '720p 0', 'what was bought')
  t.equal(await watch(app, 'ben@films.example', await id('fog')), '720p 0', 'by a grant')
  await t.rejects(watch(app, 'ana@films.example', await id('rain')), /PAYMENT_REQUIRED/)
  const operator = visitor(app)
  await operator.post('/api/auth/sign-in', { email: 'operator@films.example', password })
  t.equal((await operator.get('/api/studio/users')).json().users.length, 3)
  t.match((await operator.get('/api/studio/audit')).json(), {
    entries: [{ action: String }, { action: String }],
  })
  t.equal(await database.watchProgress.count(), 1)
  t.equal(await database.viewingReport.count(), 1)
})
