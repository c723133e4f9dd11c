import { randomUUID } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import t, { type Test } from 'tap'
import { openFilms } from '../../server/playback/films.ts'
import { stageFilm, stagePlayback } from './stage.ts'

async function stand(t: Test) {
  const parts = await stagePlayback(t)
  const film = await stageFilm(parts)
  return { parts, film, films: openFilms(parts.database, parts.clock) }
}

t.test('a film is read once, however many ask', async (t) => {
  const { parts, film, films } = await stand(t)
  const before = parts.calls.length
  t.equal(films.atHand(film.encodeId), undefined)
  const all = await Promise.all(Array.from({ length: 5 }, () => films.get(film.id, film.encodeId)))
  t.equal(parts.calls.length - before, 1)
  t.equal(new Set(all).size, 1)
  t.equal(films.atHand(film.encodeId), all[0])
})

t.test('it knows what play begins with and how long it is', async (t) => {
  const { film, films } = await stand(t)
  const found = await films.get(film.id, film.encodeId)
  t.equal(found?.durationSeconds, 40)
  t.same(
    found?.beginsWith.map(({ name }) => name),
    ['720p', 'audio'],
  )
  t.equal(found?.renditions.get('720p')?.folder, `${film.prefixOf('720p')}/`)
})

t.test('playlists are rendered and compressed once', async (t) => {
  const { film, films } = await stand(t)
  const found = await films.get(film.id, film.encodeId)
  const [first, second] = await Promise.all([found?.master(), found?.master()])
  t.equal(first, second)
  t.equal(gunzipSync(first?.gzipped ?? '').toString(), first?.plain.toString())
  t.match(first?.plain.toString(), '720p/index.m3u8')
  const media = await found?.renditions.get('audio')?.playlist()
  t.match(media?.plain.toString(), '9.m4s')
})

t.test(
  'captions that are added appear once the film is forgotten, or after five minutes',
  async (t) => {
    const { parts, film, films } = await stand(t)
    const languages = async () =>
      (await films.get(film.id, film.encodeId))?.captions.map(({ language }) => language)
    const add = (language: string) =>
      parts.database.caption.create({
        data: { videoId: film.id, language, label: language, key: `${language}.vtt` },
      })
    t.same(await languages(), [])
    await add('de')
    t.same(await languages(), [])
    films.forget(film.id)
    t.same(await languages(), ['de'])
    const found = await films.get(film.id, film.encodeId)
    t.match((await found?.captionPlaylist('captions-de'))?.plain.toString(), '0.vtt')
    t.equal(found?.captionPlaylist('captions-fr'), null)
    await add('fr')
    parts.clock.advance(300)
    t.equal(films.atHand(film.encodeId), undefined)
    t.same(await languages(), ['de', 'fr'])
  },
)

t.test('what is not there is not kept', async (t) => {
  const { parts, film, films } = await stand(t)
  const missing = randomUUID()
  t.equal(await films.get(film.id, missing), null)
  t.equal(await films.get(randomUUID(), film.encodeId), null)
  t.equal(films.atHand(missing), undefined)
  const before = parts.calls.length
  await films.get(film.id, missing)
  t.equal(parts.calls.length - before, 1)
})

t.test('a failure is not kept', async (t) => {
  const { parts, film, films } = await stand(t)
  const { $queryRaw } = parts.database
  Object.assign(parts.database, { $queryRaw: () => Promise.reject(new Error('gone')) })
  await t.rejects(films.get(film.id, film.encodeId), /gone/)
  Object.assign(parts.database, { $queryRaw })
  t.ok(await films.get(film.id, film.encodeId))
})

t.test('a film that was played before is fetched ahead', async (t) => {
  const { parts, film, films } = await stand(t)
  const before = parts.calls.length
  films.prefetch(film.id)
  t.equal(parts.calls.length - before, 0, 'nothing is known of it yet')
  await films.get(film.id, film.encodeId)
  parts.clock.advance(300)
  films.prefetch(film.id)
  await films.get(film.id, film.encodeId)
  t.equal(parts.calls.length - before, 2)
})

t.test('only so many films are kept', async (t) => {
  const { parts, film, films } = await stand(t)
  await films.get(film.id, film.encodeId)
  const { $queryRaw } = parts.database
  const stored = { videoId: film.id, renditions: [], captions: [], storyboard: null }
  const rendition = { name: 'audio', kind: 'audio', prefix: 'x', segmentSeconds: [4], keyBytes: [] }
  Object.assign(parts.database, {
    $queryRaw: () => Promise.resolve([{ ...stored, encodeId: '', renditions: [rendition] }]),
  })
  for (let count = 0; count < 200; count++) await films.get(film.id, randomUUID())
  Object.assign(parts.database, { $queryRaw })
  t.equal(films.atHand(film.encodeId), undefined)
})
