import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t, { type Test } from 'tap'
import type { PlaybackSession } from '../../../contract/playback.ts'
import { accessWords } from '../../../contract/words/access.ts'
import type { MatineePlayer } from '../../../player/element/matinee-player.ts'
import { videoSeconds } from '../../fixtures/player/video.ts'
import { openApi } from '../../fixtures/player/with-api.ts'
import { addPlan, addSubscription } from '../../fixtures/rows.ts'
import { until } from '../../fixtures/until.ts'

const run = promisify(execFile)
const hlsScript = join(
  import.meta.dirname,
  ...['..', '..', '..', '..', 'node_modules', 'hls.js', 'dist', 'hls.min.js'],
)

/** A free film, and a session on it that a foreign player was handed. */
async function opened(t: Test) {
  const api = await openApi(t)
  const video = await api.video({ free: true })
  const answer = await fetch(`${api.origin}/api/videos/${video.id}/playback`, {
    method: 'POST',
    headers: { origin: api.origin, 'content-type': 'application/json' },
    body: JSON.stringify({ deviceId: 'a-television' }),
  })
  const { token, hlsUrl } = (await answer.json()) as PlaybackSession
  return { api, video, token, url: `${api.origin}${hlsUrl}` }
}

/** A subscriber before our player, which leaves everything to the browser's own. */
async function nativePlayer(t: Test) {
  const api = await openApi(t)
  const video = await api.video()
  await addPlan(api.deps, [video.id], { maxStreams: 1 })
  const member = await api.signUp('ana@films.example')
  const subscription = await addSubscription(api.deps, member.userId)
  const viewer = await api.viewer(member.cookies)
  await viewer.load({ 'video-id': video.id, engine: 'native' })
  await viewer.watch(1)
  return { api, video, member, subscription, viewer }
}

const sessions = ({ deps }: Awaited<ReturnType<typeof openApi>>) =>
  deps.database.playbackSession.findMany({ orderBy: { startedAt: 'asc' } })

t.test('hls.js plays it without our loader, an hour’s pause included', async (t) => {
  const { api, url } = await opened(t)
  const { page } = await api.viewer()
  const script = await readFile(hlsScript)
  await page.route(`${api.origin}/hls.js`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: script }),
  )
  await page.goto(`${api.origin}/healthz`)
  await page.addScriptTag({ url: '/hls.js' })
  await page.evaluate((source) => {
    const video = document.createElement('video')
    video.muted = true
    document.body.append(video)
    const { Hls } = window as unknown as { Hls: typeof import('hls.js').default }
    const hls = new Hls({ enableWorker: false, maxBufferLength: 12, maxMaxBufferLength: 12 })
    const errors: string[] = []
    hls.on(Hls.Events.ERROR, (_event, { details }) => errors.push(details))
    hls.loadSource(source)
    hls.attachMedia(video)
    Object.assign(window, { video, errors })
    video.play().catch(() => undefined)
  }, url)
  const seen = (seconds: number) =>
    page.waitForFunction(
      (from) => (window as unknown as { video: HTMLVideoElement }).video.currentTime > from,
      seconds,
    )
  await seen(2)
  api.deps.clock.advance(3600)
  await page.evaluate(() => {
    ;(window as unknown as { video: HTMLVideoElement }).video.currentTime = 40
  })
  await seen(42)
  const errors = await page.evaluate(() => (window as unknown as { errors: string[] }).errors)
  t.same(errors, [])
})

t.test('ffmpeg, as a foreign client, plays it from start to end', async (t) => {
  const { url } = await opened(t)
  const { stdout } = await run(process.env.FFMPEG_PATH ?? 'ffmpeg', [
    ...['-nostdin', '-v', 'error', '-progress', 'pipe:1', '-i', url],
    ...['-map', '0:v:0', '-map', '0:a:0', '-c', 'copy', '-f', 'null', '-'],
  ])
  const [, lastMicroseconds] = [...stdout.matchAll(/out_time_us=(\d+)/g)].at(-1) ?? []
  t.ok(Math.abs(Number(lastMicroseconds) / 1e6 - videoSeconds) < 1, `${lastMicroseconds} µs`)
})

t.test('plain HTTP finds its ranges at the end of the redirect, from any page', async (t) => {
  const { api, video, url } = await opened(t)
  const segment = url.replace('main.m3u8', '360p/3.m4s')
  const bytes = await api.stored(video, '360p/3.m4s')
  const origin = 'https://elsewhere.example'
  const part = await fetch(segment, { headers: { range: 'bytes=100-299', origin } })
  t.equal(part.status, 206)
  t.equal(part.headers.get('content-range'), `bytes 100-299/${bytes.length}`)
  t.equal(part.headers.get('access-control-allow-origin'), '*')
  t.same(Buffer.from(await part.arrayBuffer()), bytes.subarray(100, 300))
  const whole = await fetch(segment)
  t.same(Buffer.from(await whole.arrayBuffer()), bytes)
  const redirect = await fetch(segment, { redirect: 'manual' })
  t.equal(redirect.headers.get('cache-control'), 'no-store', 'a redirect dies with its URL')
})

t.test('the browser’s own player plays, and an hour’s pause does not end it', async (t) => {
  const { api, viewer } = await nativePlayer(t)
  await viewer.pause()
  api.deps.clock.advance(3600)
  await viewer.seek(40)
  await viewer.play()
  await viewer.until('the other place', ({ time, paused }) => time > 41 && !paused)
  t.same([viewer.panels, viewer.complaints], [[], []])
  t.equal((await sessions(api)).length, 1)
})

t.test('the browser puts the page aside and brings it back: the film goes on', async (t) => {
  const { api, viewer } = await nativePlayer(t)
  await viewer.seek(20)
  await viewer.until('the place', ({ time }) => time > 21)
  const turn = (type: string) =>
    viewer.page.evaluate((name) => {
      dispatchEvent(new PageTransitionEvent(name, { persisted: true }))
    }, type)
  await turn('pagehide')
  const first = await until('the end of the session', async () => {
    const [session] = await sessions(api)
    return session?.endedAt !== null && session
  })
  t.equal(first.endReason, 'stopped', 'others may have the place meanwhile')
  const states = await viewer.listen('matinee-state')
  await turn('pageshow')
  const after = await viewer.until(
    'the film from the same place',
    ({ view, time }) => view.phase === 'playing' && time > 22,
  )
  t.ok(after.time < 40)
  t.match(await states(), [{ view: { phase: 'buffering' } }], 'not black without a word')
  t.equal((await sessions(api)).length, 2)
  t.same(viewer.panels, [])
})

t.test('what stops the browser’s own player is told by the API', async (t) => {
  const { api, viewer, subscription } = await nativePlayer(t)
  await api.deps.database.subscription.update({
    where: { id: subscription.id },
    data: { status: 'canceled' },
  })
  api.deps.clock.advance(16)
  await viewer.seek(60)
  t.equal((await viewer.panel('paywall')).title, accessWords('subscription_ended.title'))
  t.ok(
    await viewer.page.evaluate(
      () => (document.querySelector('matinee-player') as MatineePlayer).video.paused,
    ),
  )
})

t.test(
  'a preview in the browser’s own player ends with the offers, over its last frame',
  async (t) => {
    const api = await openApi(t)
    const video = await api.video({ teaserSeconds: 8, rentAmount: 399 })
    const viewer = await api.viewer()
    await viewer.load({ 'video-id': video.id, engine: 'native' })
    await viewer.watch(1)
    const panel = await viewer.panel('teaser-end')
    t.match(panel.buttons[0], /^Rent for \$3\.99/)
    const { time } = await viewer.glimpse()
    t.ok(time > 7 && time < 9, `stopped at ${time}`)
    t.ok((await sessions(api)).length < 3, 'without asking over and over')
  },
)

t.test(
  'where no segment comes the browser’s own player tries less and less, and says so',
  async (t) => {
    const { viewer } = await nativePlayer(t)
    await viewer.until('something ahead', ({ ahead }) => ahead > 1)
    let tried = 0
    const segments = /\/play\/[^/]+\/[^/]+\/\d+\.m4s/
    await viewer.page.route(segments, (route) => {
      tried++
      return route.fulfill({ status: 503 })
    })
    await viewer.seek(60)
    const waiting = await viewer.until('a note', ({ view }) => view.note !== null)
    t.match(waiting.view.note, /goes on by itself/)
    tried = 0
    const since = performance.now()
    await viewer.until('eight seconds', () => performance.now() - since > 8_000)
    t.ok(tried <= 20, `${tried} requests in eight seconds`)
    await viewer.page.unroute(segments)
    const after = await viewer.until(
      'play',
      ({ view, time }) => view.phase === 'playing' && time > 60,
    )
    t.equal(after.view.note, null)
    t.ok(after.time < 70, 'from the same place')
    t.same(viewer.panels, [])
  },
)

t.test(
  'whoever leaves, or tries again, while the browser’s own player gets nowhere is not set back',
  async (t) => {
    const { api, video, member, viewer } = await nativePlayer(t)
    const { page } = viewer
    const kept = async () => {
      const where = { userId_videoId: { userId: member.userId, videoId: video.id } }
      return (await api.deps.database.watchProgress.findUnique({ where }))?.positionSeconds ?? 0
    }
    await viewer.seek(40)
    await viewer.until('the place', ({ time }) => time > 41)
    // It is begun again, and is not told what to play.
    const asked = page.waitForRequest(/main\.m3u8/)
    let held = 0
    await page.route(/\/play\/[^/]+\/[^/]+\/\d+\.m4s/, (route) => route.fulfill({ status: 503 }))
    await page.route(/main\.m3u8/, (route) => {
      if (route.request().resourceType() !== 'fetch') held++
      else return route.continue()
    })
    await viewer.seek(50)
    await asked
    await until('a player that waits for its playlist', () => held > 0)
    t.equal((await viewer.glimpse()).time, 0, 'the video element stands at its beginning')
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')))
    await until('the position', async () => (await kept()) >= 49)
    await page.unrouteAll()
    await page.evaluate(() => (document.querySelector('matinee-player') as MatineePlayer).reload())
    await viewer.until('play', ({ view, time }) => view.phase === 'playing' && time > 50)
    t.ok((await viewer.glimpse()).time < 60)
    t.ok((await kept()) >= 49)
  },
)
