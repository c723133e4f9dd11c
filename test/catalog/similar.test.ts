import { randomUUID } from 'node:crypto'
import t from 'tap'
import type { Card } from '../../contract/catalog.ts'
import { build } from '../fixtures/app.ts'
import { addPlayableVideo, addVideo } from '../fixtures/rows.ts'

const { app, services } = await build(t)
const { database, clock } = services
const add = (title: string, more: Parameters<typeof addVideo>[1] = {}) => {
  clock.advance(1)
  return addVideo(services, { title, ...more })
}
const similar = (of: string) => app.inject(`/api/videos/${of}/similar`)
const titles = async (of: string) =>
  (await similar(of)).json().videos.map(({ title }: Card) => title)

t.test(
  'films with most in common come first, then what is new, and never the film itself',
  async (t) => {
    const film = await add('Film', { about: { people: ['Ida', 'Jo'], categories: ['Drama'] } })
    await add('Two people', { about: { people: ['Jo', 'Ida'] } })
    await add('One category', { about: { categories: ['Drama', 'Sea'] } })
    const shelf = await add('Same shelf', { about: { categories: ['Drama'] } })
    await add('Nothing in common')
    await add('Not listed', { visibility: 'unlisted', about: { people: ['Ida'] } })
    await add('Draft', { published: false, publishedAt: null, about: { people: ['Ida'] } })
    const rows = [film, shelf].map(({ id }, position) => ({ videoId: id, position }))
    await database.collection.create({
      data: { slug: 'shelf', title: 'Shelf', videos: { createMany: { data: rows } } },
    })
    t.same(await titles(film.id), ['Same shelf', 'Two people', 'One category', 'Nothing in common'])
    t.same(await titles(film.slug), await titles(film.id))
    for (let count = 0; count < 9; count++) await add(`New ${count}`)
    const all = await titles(film.id)
    t.equal(all.length, 8)
    t.same(all.slice(3), ['New 8', 'New 7', 'New 6', 'New 5', 'New 4'])
  },
)

t.test('of a film that is not there, or not on show, nothing is told', async (t) => {
  const draft = await add('Draft', { published: false })
  for (const of of [randomUUID(), draft.id, 'no-such-film']) {
    t.equal((await similar(of)).statusCode, 404, of)
  }
})

t.test('a film tells what it can be heard and read in', async (t) => {
  const { id } = await addPlayableVideo(services)
  const captions = ['fr', 'de'].map((language) => ({
    ...{ videoId: id, language, label: language, key: `videos/${id}/captions/${language}.vtt` },
  }))
  await database.caption.createMany({ data: captions })
  const details = async () => (await app.inject(`/api/videos/${id}`)).json()
  t.match(await details(), { captionLanguages: ['de', 'fr'], soundLanguages: ['en'] })
  await database.rendition.updateMany({ where: { videoId: id }, data: { language: 'und' } })
  t.same((await details()).soundLanguages, [])
})
