import { randomUUID } from 'node:crypto'
import t from 'tap'
import type { SearchHit } from '../../contract/search.ts'
import { captionKey } from '../../server/catalog/object-keys.ts'
import { readMissingLines } from '../../server/transcode/captions/store-lines.ts'
import { putCaptions, storeCaption } from '../../server/transcode/captions/take-captions.ts'
import { build } from '../fixtures/app.ts'
import { addVideo } from '../fixtures/rows.ts'
import { signedUp } from '../fixtures/visitor.ts'

const { app, services } = await build(t)
const ana = await signedUp(app, 'ana@films.example')

const ask = async (q: string, more = '', who: Pick<typeof ana, 'get'> = stranger) =>
  who.get(`/api/search?q=${encodeURIComponent(q)}${more}`)
const stranger = { get: (url: string) => app.inject(url) }
const find = async (q: string, who?: Pick<typeof ana, 'get'>): Promise<SearchHit[]> =>
  (await ask(q, '', who)).json().hits
const titles = async (q: string) => (await find(q)).map(({ video }) => video.title)

/** Captions as a file's own are stored: read by the worker some time later. */
async function addCaptions(videoId: string, language: string, cues: string) {
  const key = captionKey(videoId, randomUUID())
  await putCaptions(services, key, `WEBVTT\n\n${cues}\n`)
  const caption = { videoId, language, label: language, key, fromFile: true }
  await services.database.$transaction((transaction) => storeCaption(transaction, caption))
  return key
}

const metropolis = await addVideo(services, {
  title: 'Metropolis',
  description: 'A city of two halves, über den Wolken.',
  about: { people: ['Brigitte Helm', 'Fritz "F" Lang'], categories: ['Science fiction'] },
})
services.clock.advance(1)
await addVideo(services, { title: 'Amélie à Besançon', description: 'ŁÓDŹ, Ærø und Straße.' })
services.clock.advance(1)
await addVideo(services, { title: 'Лёд и ПЛАМЯ', description: 'Ein Film mit Metropolis darin.' })
services.clock.advance(1)
await addVideo(services, { title: '愛の海辺', description: '100 % cotton_wool' })

t.test('a film is found by title, people, categories and description, by every word', async (t) => {
  for (const q of ['metropolis', 'METRO', 'helm', 'brigitte fritz', 'science', 'halves city']) {
    t.ok((await titles(q)).includes('Metropolis'), q)
  }
  t.same(await titles('metropolis'), ['Metropolis', 'Лёд и ПЛАМЯ'], 'by name before by description')
  t.same(await titles('city amelie'), [], 'each word must stand there')
  t.same(await titles('people'), [], 'what facts are called is no text')
})

t.test('accents and capitals do not matter, in any alphabet', async (t) => {
  for (const q of [
    'amelie',
    'AMÉLIE',
    'ame\u0301lie',
    'besancon',
    'lodz',
    'Łódź',
    'aero',
    'strasse',
    'STRAßE',
  ]) {
    t.same(await titles(q), ['Amélie à Besançon'], q)
  }
  for (const q of ['лед', 'ЛЁД', 'пламя', 'Пламя лёд']) t.same(await titles(q), ['Лёд и ПЛАМЯ'], q)
  t.same(await titles('ÜBER'), ['Metropolis'])
  for (const q of ['海辺', '愛', '愛の']) t.same(await titles(q), ['愛の海辺'], q)
})

t.test('one wrong letter is forgiven where nothing is found as it was typed', async (t) => {
  for (const q of ['metropilis', 'metorpolis', 'brigite', 'brigitte hlem']) {
    t.same(await titles(q), ['Metropolis'], q)
  }
  t.same(await titles('metrpils'), [])
})

t.test('signs are no words, and none is a wildcard', async (t) => {
  for (const q of ['', ' ', '%', '_', '\\', '%%%', '"\'', '…', '\t\n', '***']) {
    t.same((await ask(q)).json(), { hits: [], more: false }, JSON.stringify(q))
  }
  t.same(await titles('cotton_wool 100%'), ['愛の海辺'])
  t.same(await titles('\'; drop table "Video"; --'), [])
})

t.test('one letter finds what begins with it', async (t) => {
  t.ok((await titles('m')).includes('Metropolis'))
  t.notOk((await titles('r')).includes('Metropolis'))
})

t.test('what is too long, holds a NUL or asks for too much is refused by name', async (t) => {
  t.equal((await ask('x'.repeat(200))).statusCode, 200)
  t.match((await ask('x'.repeat(201))).json(), { code: 'BAD_REQUEST', fields: [{ field: 'q' }] })
  t.match((await ask('a\0b')).json(), { code: 'BAD_REQUEST', fields: [{ field: 'q' }] })
  t.equal((await ask('a\u0001\u001f\u007f\u202e\ufffd')).statusCode, 200)
  t.equal((await app.inject('/api/search?q=%ff%fe')).statusCode < 500, true)
  t.equal((await app.inject('/api/search?q=%ed%a0%80')).statusCode < 500, true)
  t.equal((await ask('film', '&limit=51')).statusCode, 400)
  t.equal((await app.inject('/api/search')).statusCode, 200)
  t.equal((await app.inject('/api/search?q=a&q=b')).statusCode, 400)
})

t.test(
  'drafts, films that are not listed, and those that come later are never found',
  async (t) => {
    const later = new Date(services.clock.now().getTime() + 60_000)
    const title = 'Zanzibar'
    const hidden = [
      await addVideo(services, { title, published: false, publishedAt: null }),
      await addVideo(services, { title, published: false, publishedAt: null, publishAt: later }),
      await addVideo(services, { title, visibility: 'unlisted', free: true }),
      await addVideo(services, { title, encodeId: null }),
    ]
    for (const { id } of hidden) await addCaptions(id, 'en', '00:01.000 --> 00:02.000\nZanzibar')
    await readMissingLines(services)
    t.same(await find('zanzibar'), [])
    t.same(await find('zanzibar', ana), [])
    services.clock.advance(60)
    t.equal((await find('zanzibar')).length, 1, 'what is due goes on show')
  },
)

t.test('a change of a film is found at once', async (t) => {
  const { id } = await addVideo(services, { title: 'Working title' })
  await services.database.video.update({ where: { id }, data: { title: 'Kestrel' } })
  t.same(await titles('kestrel'), ['Kestrel'])
  t.same(await titles('working'), [])
  await services.database.video.update({ where: { id }, data: { about: { people: ['Ida'] } } })
  t.same(await titles('ida'), ['Kestrel'])
})

t.test('there are others: it says so', async (t) => {
  for (const n of [1, 2, 3]) await addVideo(services, { title: `Heron ${n}` })
  t.match((await ask('heron', '&limit=2')).json(), { more: true, hits: { length: 2 } })
  t.match((await ask('heron', '&limit=3')).json(), { more: false, hits: { length: 3 } })
})

t.test(
  'what is said is told with its moment to those who may watch, and to no one else',
  async (t) => {
    const free = await addVideo(services, { title: 'Harbour', free: true })
    const cues = [
      '00:05.000 --> 00:06.000\n<v Ann>The <i>lighthouse</i>\nis dark &amp; cold',
      '01:02:03.500 --> 01:02:05.000\nDuring the night',
      '01:10:00.000 --> 01:10:01.000\nlighthouse',
      '01:11:00.000 --> 01:11:01.000\nLIGHTHOUSE',
      '01:12:00.000 --> 01:12:01.000\nlighthouse!',
    ].join('\n\n')
    await addCaptions(free.id, 'en', cues)
    await addCaptions(free.id, 'de', '00:05.000 --> 00:06.000\nDer Lighthouse')
    await addCaptions(metropolis.id, 'en', '00:09.000 --> 00:10.000\nA lighthouse, far away')
    t.same(await find('lighthouse'), [], 'not read yet')
    await readMissingLines(services)
    const hits = await find('lighthouse')
    t.same(
      hits.map(({ video, said, moments }) => [video.title, said, moments.length]),
      [
        ['Harbour', true, 3],
        ['Metropolis', true, 0],
      ],
    )
    t.same(hits[0]?.moments[0], {
      seconds: 5,
      text: 'The lighthouse is dark & cold',
      language: 'en',
    })
    t.match(await find('dark lighthouse'), [{ moments: [{ seconds: 5 }] }])
    t.same(await find('ring'), [], 'what is said is found by how words begin')
    t.same(await find('ann'), [], 'a voice is not said')
    const grant = { userId: ana.userId, videoId: metropolis.id, reason: 'test' }
    await services.database.grant.create({ data: grant })
    const [, other] = await find('lighthouse', ana)
    t.same(other?.moments, [{ seconds: 9, text: 'A lighthouse, far away', language: 'en' }])
  },
)

t.test('captions that are replaced or taken away are not found any more', async (t) => {
  const { id } = await addVideo(services, { title: 'Orchard', free: true })
  await addCaptions(id, 'en', '00:01.000 --> 00:02.000\nplum')
  await readMissingLines(services)
  t.equal((await find('plum')).length, 1)
  await addCaptions(id, 'en', '00:01.000 --> 00:02.000\nquince')
  t.same(await find('plum'), [], 'before the new ones are read')
  await Promise.all([readMissingLines(services), readMissingLines(services)])
  t.equal((await find('quince')).length, 1)
  t.same(await find('plum'), [])
  await services.database.caption.deleteMany({ where: { videoId: id } })
  t.same(await find('quince'), [])
})

t.test('captions that cannot be read are left, and the others read', async (t) => {
  const { id } = await addVideo(services, { title: 'Broken', free: true })
  const key = await addCaptions(id, 'en', 'name --> broken')
  await services.storage.delete(await addCaptions(id, 'fr', '00:01.000 --> 00:02.000\nfini'))
  await addCaptions(id, 'de', '00:01.000 --> 00:02.000\nganz')
  await readMissingLines(services)
  t.equal((await find('ganz')).length, 1)
  t.equal(await services.database.caption.count({ where: { linesRead: false } }), 0)
  t.match(await services.database.caption.findFirst({ where: { key } }), { linesRead: true })
})
