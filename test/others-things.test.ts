import { randomBytes } from 'node:crypto'
import type { InjectOptions } from 'fastify'
import t from 'tap'
import { whoseOf } from '../contract/operations/whose.ts'
import { operations } from '../contract/operations.ts'
import { build } from './fixtures/app.ts'
import { addPlayableVideo } from './fixtures/rows.ts'
import { openBilling } from './fixtures/stripe.ts'
import { password, signedUp } from './fixtures/visitor.ts'

const all = Object.entries(operations).map(([key, operation]) => {
  const [method = '', path = ''] = key.split(' ')
  return { method: method as NonNullable<InjectOptions['method']>, path, operation }
})
/** Ids that name nobody's thing. */
const films = /:(idOrSlug|videoId)/g

t.test('each operation says whose things it touches', async (t) => {
  for (const { method, path, operation } of all) {
    const whose = whoseOf(operation)
    t.ok(whose, `${method} ${path}`)
    if (whose === 'self')
      t.notMatch(path.replaceAll(films, ''), ':', `${path} names no other thing`)
  }
})

/** Ana with one of everything, and Ben, who knows the ids of it all. */
async function two() {
  const { app, services } = await build(t, { AUTH_ATTEMPTS_PER_MINUTE: '1000' })
  const { database, clock } = services
  const [ana, ben] = [await signedUp(app), await signedUp(app, 'ben@films.example')]
  const video = await addPlayableVideo(services, { video: { free: true } })
  const device = await database.device.findFirstOrThrow({ where: { userId: ana.userId } })
  const passkey = await database.passkey.create({
    data: {
      ...{ id: randomBytes(16).toString('base64url'), userId: ana.userId, name: 'phone' },
      ...{ publicKey: randomBytes(32), counter: 0n, createdAt: clock.now() },
    },
  })
  // Both have just proven by more than a password who they are.
  await database.refreshFamily.updateMany({ data: { secondFactorAt: clock.now() } })
  const started = await ana.post(`/api/videos/${video.id}/playback`, { deviceId: 'phone' })
  const { id: stream, token } = started.json() as { id: string; token: string }
  await ana.post(`/play/${token}/begin`)
  await ana.request('PUT', `/api/me/watchlist/${video.id}`)
  await ana.request('PUT', `/api/videos/${video.id}/progress`, { positionSeconds: 20 })
  const tables: { name: string }[] = await database.$queryRaw`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`
  /** Every row that names her. */
  async function hers() {
    const rows: string[] = []
    for (const { name } of tables) {
      const found = await database.$queryRawUnsafe<{ row: string }[]>(
        `select '${name} ' || row_to_json(x)::text as row from "${name}" x
         where row_to_json(x)::text like '%${ana.userId}%' order by 1`,
      )
      rows.push(...found.map(({ row }) => row))
    }
    return rows
  }
  return { app, ana, ben, video, hers, own: { device: device.id, passkey: passkey.id, stream } }
}

const world = await two()
const { ana, ben, video, hers, own } = world

t.test('what is another’s is not there, and stays as it is', async (t) => {
  const ids: Record<string, string> = {
    dropDevice: own.device,
    removePasskey: own.passkey,
    stopStream: own.stream,
  }
  const before = await hers()
  const named = all.filter(({ operation }) => whoseOf(operation) === 'own')
  for (const { method, path, operation } of named) {
    // By an id in its body: below.
    if (operation.id === 'confirmCheckout') continue
    const id = ids[operation.id]
    t.ok(id, `${operation.id} is tried`)
    const answer = await ben.request(method, path.replace(/:\w+/, id ?? ''))
    t.equal(answer.statusCode, 404, `${method} ${path}`)
    t.same(await hers(), before)
  }
  for (const { method, path, operation } of named) {
    const id = ids[operation.id]
    if (id === undefined || operation.id === 'dropDevice') continue
    const answer = await ana.request(method, path.replace(/:\w+/, id))
    t.equal(answer.statusCode, 204, `hers to do: ${method} ${path}`)
  }
})

t.test('no operation on one’s own reaches another’s, whatever ids are sent along', async (t) => {
  // They end the sign-in that the others are tried with, so they come last.
  const ending = ['signOutEverywhere', 'deleteAccount']
  const selves = all
    .filter(({ operation }) => whoseOf(operation) === 'self')
    .sort((a, b) => ending.indexOf(a.operation.id) - ending.indexOf(b.operation.id))
  t.ok(selves.length > 30)
  const before = await hers()
  const smuggled = { userId: ana.userId, id: ana.userId, email: ana.email, viewerId: ana.userId }
  const bodies: Record<string, object> = {
    changeEmail: { email: ana.email, password },
    changePassword: { currentPassword: password, newPassword: 'another good password' },
    changePreferences: { name: 'Ben' },
    deleteAccount: { password: 'another good password' },
    makeFilmCode: { videoId: video.id, origin: 'http://localhost:3000' },
    openCheckout: { videoId: video.id, kind: 'buy' },
    saveProgress: { positionSeconds: 1 },
    prove: { password },
    verifyEmailByCode: { code: '000000' },
  }
  for (const { method, path, operation } of selves) {
    const at = path.replaceAll(films, video.id)
    for (const body of [{ ...bodies[operation.id], ...smuggled }, bodies[operation.id]]) {
      const sent = method === 'GET' ? undefined : body
      const answer = await ben.request(method, `${at}?${new URLSearchParams(smuggled)}`, sent)
      t.notMatch(answer.body, ana.userId, `${method} ${path} answers ${answer.statusCode}`)
    }
    t.same(await hers(), before, `${method} ${path} leaves her be`)
  }
})

t.test('what another has paid for is not handed out', async (t) => {
  const billing = await openBilling(t)
  const [buyer, other] = [await billing.signUp(), await billing.signUp()]
  const sessionId = await buyer.checkout({ videoId: billing.video, kind: 'buy' })
  await buyer.pay(sessionId)
  const taken = await other.post('/api/billing/confirm', { sessionId })
  t.equal(taken.status, 404)
  t.equal(await other.access(), 'not_entitled')
  t.equal((await buyer.post('/api/billing/confirm', { sessionId })).status, 200)
})
