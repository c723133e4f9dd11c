import t from 'tap'
import type { Card } from '../../contract/catalog.ts'
import { pageAt } from '../../server/catalog/page-at.ts'
import { build } from '../fixtures/app.ts'
import { addPlayableVideo } from '../fixtures/rows.ts'
import { signedUp } from '../fixtures/visitor.ts'

t.test('an unlisted film is in no list, and there for whoever has its address', async (t) => {
  const { app, services } = await build(t)
  const operator = await signedUp(app, 'operator@films.example')
  await services.database.user.updateMany({ data: { role: 'admin' } })
  const viewer = await signedUp(app, 'viewer@films.example')
  const video = { slug: 'quiet-film', title: 'Quiet', free: true }
  const { id } = await addPlayableVideo(services, { video })
  const patch = (change: object) => operator.request('PATCH', `/api/studio/videos/${id}`, change)
  const titles = async (address: string) =>
    (await viewer.get(address)).json().videos.map(({ title }: Card) => title)
  const page = () => pageAt(services, '/watch/quiet-film')
  await viewer.request('PUT', `/api/videos/${id}/progress`, { positionSeconds: 20 })

  t.match((await operator.get(`/api/studio/videos/${id}`)).json(), { visibility: 'public' })
  t.match((await patch({ visibility: 'unlisted' })).json(), { visibility: 'unlisted' })
  t.same(await titles('/api/videos'), [])
  t.same(await titles('/api/videos?q=quiet'), [])
  t.notMatch((await app.inject('/sitemap.xml')).payload, 'quiet-film')
  t.match(await page(), { status: 200, head: { listed: false } }, 'search engines leave it out')
  t.same(await titles('/api/me/begun'), ['Quiet'])
  for (const name of [id, 'quiet-film']) {
    t.match((await app.inject(`/api/videos/${name}`)).json(), { title: 'Quiet' })
  }
  const play = await viewer.post(`/api/videos/${id}/playback`, { deviceId: 'a-device' })
  t.equal(play.statusCode, 201)

  t.match((await patch({ visibility: 'public' })).json(), { visibility: 'public' })
  t.same(await titles('/api/videos'), ['Quiet'])
  t.same(await titles('/api/videos?q=quiet'), ['Quiet'])
  t.match((await app.inject('/sitemap.xml')).payload, 'quiet-film')

  t.match((await patch({ visibility: 'secret' })).json(), { status: 400 })
  await t.rejects(
    services.database.video.update({ where: { id }, data: { visibility: 'secret' } }),
    'the database refuses it too',
  )
})

t.test('a film says for itself whether it is made in AV1', async (t) => {
  const { app, services } = await build(t)
  const operator = await signedUp(app, 'operator@films.example')
  await services.database.user.updateMany({ data: { role: 'admin' } })
  const { id } = await addPlayableVideo(services)
  const patch = (change: object) => operator.request('PATCH', `/api/studio/videos/${id}`, change)
  t.match((await operator.get(`/api/studio/videos/${id}`)).json(), { alsoAv1: null })
  t.match((await patch({ alsoAv1: true })).json(), { alsoAv1: true })
  t.match((await patch({ title: 'Another' })).json(), { alsoAv1: true })
  t.match((await patch({ alsoAv1: null })).json(), { alsoAv1: null })
  t.match((await patch({ alsoAv1: 'yes' })).json(), { status: 400 })
})

t.test(
  'what is known of a film is kept part by part, and told to viewers and search engines',
  async (t) => {
    const { app, services } = await build(t)
    const operator = await signedUp(app, 'operator@films.example')
    await services.database.user.updateMany({ data: { role: 'admin' } })
    const { id } = await addPlayableVideo(services, { video: { slug: 'fog', title: 'Fog' } })
    const patch = (change: object) => operator.request('PATCH', `/api/studio/videos/${id}`, change)
    const nothing = { people: [], categories: [], tags: [], countries: [], languages: [] }
    t.same((await operator.get(`/api/studio/videos/${id}`)).json().about, {
      ...{ year: null, ageRating: null, ...nothing },
    })
    await patch({ about: { year: 1999, people: ['Ana Reyes'], categories: ['Drama'] } })
    const told = (await patch({ about: { ageRating: 'PG' } })).json().about
    const people = ['Ana Reyes']
    t.same(told, { ...nothing, year: 1999, ageRating: 'PG', people, categories: ['Drama'] })
    t.same((await app.inject('/api/videos/fog')).json().about, told)
    t.match((await pageAt(services, '/watch/fog')).head?.data, {
      ...{ dateCreated: '1999', contentRating: 'PG', genre: ['Drama'] },
      contributor: [{ '@type': 'Person', name: 'Ana Reyes' }],
    })
    for (const about of [{ year: 12 }, { people: [''] }, { people: ['A', 'A'] }, { other: 1 }]) {
      t.match((await patch({ about })).json(), { status: 400 }, JSON.stringify(about))
    }
  },
)
