import t from 'tap'
import { build } from '../fixtures/app.ts'
import { whileDatabaseIsAway } from '../fixtures/database.ts'
import { addPlayableVideo } from '../fixtures/rows.ts'
import { signedUp } from '../fixtures/visitor.ts'

t.test(
  'while the database is away nothing is signed; when it is back all goes on by itself',
  async (t) => {
    const { app, services } = await build(t)
    const video = await addPlayableVideo(services, { video: { free: true } })
    const ana = await signedUp(app)
    const start = () =>
      ana.post(`/api/videos/${video.id}/playback`, { deviceId: 'the-living-room' })
    const started = await start()
    t.equal(started.statusCode, 201)
    const batch = `/play/${started.json().token}/720p/urls?from=0&count=4`
    const status = async (url: string) => (await app.inject(url)).statusCode
    t.equal(await status(batch), 200)

    await whileDatabaseIsAway(services.config.DATABASE_URL, async () => {
      const refused = await start()
      t.match(refused.json(), { status: 503, code: 'ENTITLEMENTS_UNAVAILABLE' })
      t.match(refused.headers['content-type'], 'application/problem+json')
      t.notMatch(refused.body, 'X-Amz-Signature')
      t.notMatch(refused.body, /postgres|127\.0\.0\.1|connection/i, 'and nothing leaks')
      // What was checked a moment ago is believed for 15 s, then no longer.
      services.clock.advance(20)
      const stale = await app.inject(batch)
      t.match(stale.json(), { status: 503, code: 'ENTITLEMENTS_UNAVAILABLE' })
      t.notMatch(stale.body, 'X-Amz-Signature')
      t.equal(await status('/readyz'), 503)
      t.equal(await status('/healthz'), 200)
    })

    t.equal(await status('/readyz'), 200)
    t.equal(await status(batch), 200, 'the same session goes on')
    t.equal((await start()).statusCode, 201)
  },
)
