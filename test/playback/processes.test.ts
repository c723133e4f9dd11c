import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import t, { type Test } from 'tap'
import { systemClock } from '../../server/clients/clock.ts'
import { type Database, openDatabase } from '../../server/clients/database.ts'
import { openStorage } from '../../server/clients/storage.ts'
import { database as freshDatabase } from '../fixtures/database.ts'
import { addPlan, addPlayableVideo, addSubscription } from '../fixtures/rows.ts'
import { localS3, storageCredentials } from '../fixtures/s3.ts'
import { until } from '../fixtures/until.ts'
import { password } from '../fixtures/visitor.ts'
import { type Batch, batchOf, listening, watching } from '../fixtures/watching.ts'
import { openBalancer } from './balancer.ts'

interface Server {
  origin: string
  child: ChildProcess
}

/** One API process, hearing what the others do. */
async function openProcess(t: Test, settings: Record<string, string>): Promise<Server> {
  const file = join(import.meta.dirname, 'api-process.js')
  const argument = JSON.stringify({ settings, storageCredentials })
  const child = spawn(process.execPath, [file, argument], { stdio: ['ignore', 'pipe', 'inherit'] })
  t.teardown(async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const { value: origin } = await lines.next()
  await lines.next()
  return { origin, child }
}

/** Two API processes on one database and one bucket behind a balancer, and a subscriber before it. */
async function startProcesses(t: Test) {
  const url = await freshDatabase(t)
  const { endpoint } = await localS3(t, systemClock)
  const publicUrl = 'http://films.example'
  const settings = {
    DATABASE_URL: url,
    S3_ENDPOINT: endpoint,
    S3_BUCKET: 'matinee-test',
    S3_FORCE_PATH_STYLE: 'true',
    STRIPE_SECRET_KEY: 'sk_test_matinee',
    STRIPE_WEBHOOK_SECRETS: 'whsec_test',
    JWT_SECRETS: 'a-secret-for-tests-alone-and-long-enough',
    PUBLIC_URL: publicUrl,
  }
  const [first, second] = await Promise.all([openProcess(t, settings), openProcess(t, settings)])
  const balancer = await openBalancer(t, [first.origin, second.origin])
  const { database, video, closeParts } = await prepare(url, endpoint)
  t.teardown(closeParts)
  const ana = await subscriber(balancer, publicUrl, database)
  return { first, second, balancer, video, database, ...ana }
}

async function prepare(url: string, endpoint: string) {
  const database = openDatabase({ url })
  const storage = openStorage({
    endpoint,
    region: 'us-east-1',
    bucket: 'matinee-test',
    forcePathStyle: true,
    credentials: storageCredentials,
  })
  const video = await addPlayableVideo({ database, storage, clock: systemClock }, { stored: true })
  await addPlan({ database }, [video.id])
  const closeParts = async () => {
    storage.close()
    await database.$disconnect()
  }
  return { database, video, closeParts }
}

async function subscriber(balancer: string, origin: string, database: Database) {
  const send = (method: string, path: string, cookie = '', body?: object) =>
    fetch(`${balancer}${path}`, {
      method,
      headers: { origin, cookie, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })
  const signedUp = await send('POST', '/api/auth/sign-up', '', {
    email: 'ana@films.example',
    password,
  })
  const cookie = signedUp.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const { user } = (await signedUp.json()) as { user: { id: string } }
  await addSubscription({ database, clock: systemClock }, user.id)
  const play = async (videoId: string) => {
    const body = { deviceId: 'device-of-ana' }
    const answer = await send('POST', `/api/videos/${videoId}/playback`, cookie, body)
    const opened = (await answer.json()) as { id: string; token: string }
    await send('POST', `/play/${opened.token}/begin`, cookie)
    return opened
  }
  return { play, remove: (path: string) => send('DELETE', path, cookie) }
}

const ask = (origin: string, token: string) =>
  fetch(`${origin}/play/${token}/720p/urls?from=0&count=2`)

t.test('play goes on when one of two processes is killed', async (t) => {
  const { balancer, first, video, play } = await startProcesses(t)
  const { token } = await play(video.id)
  const answered = new Set<string | null>()
  for (let count = 0; count < 4; count++) {
    const answer = await ask(balancer, token)
    t.equal(answer.status, 200)
    answered.add(answer.headers.get('x-answered-by'))
  }
  t.equal(answered.size, 2, 'both processes know the session, wherever it began')

  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
  for (let count = 0; count < 4; count++) {
    const answer = await ask(balancer, token)
    t.equal(answer.status, 200)
    t.equal(answer.headers.get('x-answered-by'), '1')
    const { urls } = (await answer.json()) as Batch
    t.equal(await (await fetch(urls[1] ?? '')).text(), '720p 1.m4s')
  }
  t.ok((await play(video.id)).token, 'and what begins now begins as well')
})

t.test('what is stopped through one process stops at the other within a second', async (t) => {
  const { first, second, balancer, video, play, remove } = await startProcesses(t)
  const { id, token } = await play(video.id)
  for (const { origin } of [first, second]) t.equal((await ask(origin, token)).status, 200)
  const stopped = await remove(`/api/me/streams/${id}`)
  const began = performance.now()
  t.equal(stopped.status, 204)
  for (const { origin } of [first, second]) {
    const answer = await until('the end of the playback', async () => {
      const asked = await ask(origin, token)
      return asked.status !== 200 && asked
    })
    t.equal(answer.status, 409)
    t.match(await answer.json(), { code: 'STREAM_TAKEN_OVER', reason: 'taken_over' })
  }
  const took = performance.now() - began
  t.ok(took < 1000, `${Math.round(took)} ms`)
  t.equal((await ask(balancer, token)).status, 409)
})

t.test('a connection that hears no more is not trusted, and comes back', async (t) => {
  const { app, services, token, subscription, play } = await watching(t)
  const { notifications, database, clock } = services
  const status = async () => (await batchOf(app, token, '720p', 'from=0&count=1')).statusCode
  const since = notifications.listeningSince()
  clock.advance(0.001)
  t.equal(await status(), 200)
  // Done before anyone listens again: the notification is lost.
  await database.$transaction([
    database.$queryRaw`
      select pg_terminate_backend(pid, 1000) from pg_stat_activity
      where datname = current_database() and application_name = 'matinee listener'`,
    database.subscription.delete({ where: { id: subscription.id } }),
  ])
  await until('the loss to be noticed', () => notifications.listeningSince() !== since, {
    everyMs: 1,
  })
  clock.advance(1.001)
  t.equal(await status(), 402, 'it is read anew, though nobody has said a word')

  await listening(services)
  await addSubscription(services, (await database.user.findFirstOrThrow()).id)
  const { token: next } = (await play()).json<{ token: string }>()
  const again = async () => (await batchOf(app, next, '720p', 'from=0&count=1')).statusCode
  t.equal(await again(), 200)
  clock.advance(0.001)
  const began = performance.now()
  await database.subscription.deleteMany()
  await until('the end of the playback', async () => (await again()) !== 200)
  t.ok(performance.now() - began < 1000, 'the new connection hears of changes')
})
