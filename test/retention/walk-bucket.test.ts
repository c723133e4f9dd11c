import { randomUUID } from 'node:crypto'
import t from 'tap'
import { claimBucket } from '../../server/catalog/bucket-owner.ts'
import { walkBucket, walkWhenDue } from '../../server/retention/walk-bucket.ts'
import { services, type TestServices } from '../fixtures/app.ts'
import { addPlayableVideo } from '../fixtures/rows.ts'

const day = 86_400
const never = new AbortController().signal

async function keysOf({ storage }: TestServices, prefix: string): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of storage.list(prefix)) keys.push(key)
  return keys
}

/** A film with all that rows can name, and beside each something that none does. */
async function filled(opened: TestServices) {
  const { storage, database } = opened
  const film = await addPlayableVideo(opened, { segments: 1, stored: true })
  const put = async (key: string) => {
    await storage.putBytes(key, 'x', { contentType: 'video/mp4' })
    return key
  }
  const below = (name: string) => `videos/${film.id}/${name}`
  const [source, poster, captions, under] = [
    await put(`originals/${film.id}/${randomUUID()}`),
    await put(below(`posters/${randomUUID()}.jpg`)),
    await put(below(`captions/${randomUUID()}.vtt`)),
    await put(`originals/${film.id}/${randomUUID()}`),
  ]
  await database.video.update({
    where: { id: film.id },
    data: { sourceKey: source, posterKey: poster },
  })
  await database.caption.create({
    data: { videoId: film.id, language: 'en', label: 'English', key: captions },
  })
  const encode = await database.encode.create({ data: { videoId: film.id, sourceKey: under } })
  await put(below(`${encode.id}/720p/0.m4s`))
  await put(below(`${film.encodeId}/storyboard/0.jpg`))
  const kept = [...(await keysOf(opened, 'originals/')), ...(await keysOf(opened, 'videos/'))]
  const lost = [
    await put(`doctor/${randomUUID()}`),
    await put(`originals/${randomUUID()}/${randomUUID()}`),
    await put(`videos/${randomUUID()}/${film.encodeId}/720p/0.m4s`),
    await put(below(`${randomUUID()}/720p/0.m4s`)),
    await put(below(`posters/${randomUUID()}.jpg`)),
    await put(below('captions/unknown.vtt')),
  ]
  return { kept, lost, put, film }
}

t.test(
  'what no row speaks for goes to the trash, renditions included; all else stays',
  async (t) => {
    const opened = await services(t)
    await claimBucket(opened)
    const { kept, lost } = await filled(opened)
    t.same(await walkBucket(opened), { moved: 0, done: true }, 'a day is waited for its row')
    opened.clock.advance(day + 1)
    t.same(await walkBucket(opened), { moved: lost.length, done: true })
    const left = [...(await keysOf(opened, 'originals/')), ...(await keysOf(opened, 'videos/'))]
    t.same(left, kept)
    const trashed = (await keysOf(opened, 'trash/')).map((key) => key.split('/').slice(2).join('/'))
    t.same(trashed.sort(), lost.sort())
    t.same(await walkBucket(opened), { moved: 0, done: true }, 'and the trash is not walked')
  },
)

t.test('a bucket of another is not touched', async (t) => {
  const opened = await services(t)
  await claimBucket(opened)
  const { lost } = await filled(opened)
  opened.clock.advance(2 * day)
  await opened.database.installation.updateMany({ data: { id: randomUUID() } })
  t.equal(await walkBucket(opened), null)
  for (const key of lost) t.ok(await opened.storage.head(key))
})

t.test('it goes on where it was cut short, and the year counts from its end', async (t) => {
  const opened = await services(t)
  await claimBucket(opened)
  const { database, clock, storage } = opened
  await database.installation.updateMany({ data: { walkedAt: clock.now() } })
  const keys = Array.from({ length: 510 }, (_, i) => `doctor/${String(i).padStart(4, '0')}`)
  for (const key of keys) await storage.putBytes(key, 'x', { contentType: 'text/plain' })
  clock.advance(365 * day - 1)
  t.equal(await walkWhenDue(opened, never), null)
  clock.advance(1)
  t.same(await walkBucket(opened, { most: 1 }), { moved: 500, done: false })
  t.match(await database.installation.findFirst(), { walkAfter: 'doctor/0499' })
  // What lies before where it has come to is not looked at again.
  await storage.putBytes('doctor/0000', 'x', { contentType: 'text/plain' })
  clock.advance(2 * day)
  t.same(await walkWhenDue(opened, never), { moved: 510, done: true })
  t.same(await keysOf(opened, 'doctor/'), ['doctor/0000'])
  t.match(await database.installation.findFirst(), { walkAfter: null, walkedAt: clock.now() })
  t.equal(await walkWhenDue(opened, never), null)
})

t.test('of two that walk at once the slower one leaves it to the other', async (t) => {
  const opened = await services(t)
  await claimBucket(opened)
  const { lost } = await filled(opened)
  opened.clock.advance(2 * day)
  const walks = await Promise.all([walkBucket(opened), walkBucket(opened)])
  t.ok(walks.some((walk) => walk?.done))
  for (const key of lost) t.equal(await opened.storage.head(key), null)
})
