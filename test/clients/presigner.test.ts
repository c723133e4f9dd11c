import t from 'tap'
import { addressOf } from '../../server/clients/bucket-address.ts'
import { getObject, presignUrl, type SigningCredentials } from '../../server/clients/presign.ts'
import { openPresigner } from '../../server/clients/presigner.ts'
import { services } from '../fixtures/app.ts'
import { testClock } from '../fixtures/clock.ts'

const place = { region: 'eu-west-1', bucket: 'films' }
const fixed: SigningCredentials = { accessKeyId: 'AKIA', secretAccessKey: 'secret' }
const start = new Date('2026-03-04T23:59:30.750Z')

const open = (credentials = fixed) => {
  const clock = testClock(start)
  return { clock, presigner: openPresigner({ ...place, credentials, clock }) }
}
const parameters = (url: string) => Object.fromEntries(new URL(url).searchParams)

t.test('URLs begin at the clock’s second and name their life', async (t) => {
  const { presigner } = open()
  const { url, expiresInSeconds } = await presigner.get('a.mp4', { expiresInSeconds: 60 })
  t.equal(expiresInSeconds, 60)
  t.match(parameters(url), { 'X-Amz-Date': '20260304T235930Z', 'X-Amz-Expires': '60' })
  t.equal(presigner.origin, 'https://films.s3.eu-west-1.amazonaws.com')
})

t.test('a URL with a beginning of its own stays the same while the clock goes on', async (t) => {
  const { presigner, clock } = open()
  const life = { expiresInSeconds: 7200, at: new Date('2026-03-04T23:00:00Z') }
  const first = await presigner.get('poster.jpg', life)
  clock.advance(1000)
  t.same(await presigner.get('poster.jpg', life), first)
})

t.test('batches go on over midnight and back', async (t) => {
  const { presigner, clock } = open()
  const expected = (at: Date) =>
    presignUrl(getObject('v/720p/1.m4s', { session: 's' }), {
      credentials: fixed,
      region: place.region,
      address: addressOf(place),
      at,
      expiresInSeconds: 60,
    })
  for (const seconds of [0, 29, 30, 86_400, 2 * 86_400, 0]) {
    clock.set(new Date(start.getTime() + seconds * 1000))
    const batch = await presigner.batch({ expiresInSeconds: 60, session: 's' })
    t.equal(batch.below('v/720p/')('1.m4s'), expected(clock.now()))
  }
})

t.test('no URL outlives the credentials', async (t) => {
  const expiration = new Date(start.getTime() + 90_000)
  const { presigner } = open({ ...fixed, sessionToken: 'token', expiration })
  t.equal((await presigner.batch({ expiresInSeconds: 90 })).expiresInSeconds, 90)
  await t.rejects(presigner.batch({ expiresInSeconds: 91 }), {
    code: 'UNAVAILABLE',
    cause: { message: /credentials end in 90 s/ },
  })
  await t.rejects(presigner.get('a', { expiresInSeconds: 91 }), { code: 'UNAVAILABLE' })
  const shortened = await presigner.get('a', { expiresInSeconds: 7200, shorten: true })
  t.equal(shortened.expiresInSeconds, 90)
  t.match(parameters(shortened.url), { 'X-Amz-Expires': '90', 'X-Amz-Security-Token': 'token' })
})

t.test('a life that shall be shortened still needs credentials that live', async (t) => {
  const expiration = new Date(start.getTime() + 200)
  const { presigner } = open({ ...fixed, expiration })
  await t.rejects(presigner.get('a', { expiresInSeconds: 60, shorten: true }), {
    code: 'UNAVAILABLE',
  })
})

t.test('new credentials sign at once', async (t) => {
  const clock = testClock(start)
  let current: SigningCredentials = {
    ...fixed,
    expiration: new Date(start.getTime() + 600_000),
  }
  const presigner = openPresigner({ ...place, credentials: async () => current, clock })
  await presigner.batch({ expiresInSeconds: 60 })
  current = { accessKeyId: 'AKIB', secretAccessKey: 'other' }
  clock.advance(400)
  const batch = await presigner.batch({ expiresInSeconds: 60 })
  const expected = presignUrl(getObject('v/1.m4s'), {
    credentials: current,
    region: place.region,
    address: addressOf(place),
    at: clock.now(),
    expiresInSeconds: 60,
  })
  t.equal(batch.below('v/')('1.m4s'), expected)
})

t.test('the bucket serves exactly what was signed, for exactly as long', async (t) => {
  const { presigner, storage, clock } = await services(t)
  await storage.putBytes('films/a b.txt', 'hello', { contentType: 'text/plain' })
  const life = { expiresInSeconds: 60 }
  const { url } = await presigner.get('films/a b.txt', { ...life, session: '0190' })
  const status = async (target: string, init?: RequestInit) => (await fetch(target, init)).status

  t.equal(await (await fetch(url)).text(), 'hello')
  t.equal(await status((await presigner.head('films/a b.txt', life)).url, { method: 'HEAD' }), 200)
  const batch = await presigner.batch({ ...life, session: '0190' })
  t.equal(await status(batch.below('films/')('a b.txt')), 200)

  const altered = [
    url.replace('a%20b', 'a%20c'),
    url.replace('x-matinee-session=0190', 'x-matinee-session=0191'),
    url.replace('&x-matinee-session=0190', ''),
    url.replace('X-Amz-Expires=60', 'X-Amz-Expires=61'),
    `${url}&response-content-type=text%2Fhtml`,
    url.split('?')[0] ?? '',
  ]
  for (const target of altered) t.equal(await status(target), 403, target)
  t.equal(await status(url, { method: 'DELETE' }), 403)
  t.equal(await status(url, { method: 'PUT', body: 'x' }), 403)

  clock.advance(59)
  t.equal(await status(url), 200)
  clock.advance(2)
  t.equal(await status(url), 403)
})

t.test('an upload lands by its pre-signed URL, and only as it was signed', async (t) => {
  const { presigner, storage } = await services(t)
  const life = { expiresInSeconds: 60 }
  const typed = await presigner.put('up.txt', { ...life, contentType: 'text/plain' })
  const put = (url: string, body: string, type: string) =>
    fetch(url, { method: 'PUT', body, headers: { 'content-type': type } })
  t.equal((await put(typed.url, 'x', 'text/html')).status, 403)
  t.equal((await put(typed.url, 'x', 'text/plain')).status, 200)

  const uploadId = await storage.createMultipart('big', { contentType: 'video/mp4' })
  const part = { uploadId, partNumber: 1, sizeBytes: 5 }
  const { url } = await presigner.uploadPart('big', { ...life, ...part })
  t.equal((await put(url, 'too long', 'video/mp4')).status, 403)
  t.equal((await put(url, 'right', 'video/mp4')).status, 200)
})
