import t, { type Test } from 'tap'
import type { CollectionFilm } from '../../contract/collections.ts'
import { build } from '../fixtures/app.ts'
import { addPlan, addSubscription, addVideo } from '../fixtures/rows.ts'
import { signedUp } from '../fixtures/visitor.ts'

const root = '/api/studio/collections'

async function studio(t: Test) {
  const { app, services } = await build(t)
  const operator = await signedUp(app, 'operator@films.example')
  await services.database.user.updateMany({ data: { role: 'admin' } })
  const make = async (body: object) => (await operator.post(root, body)).json()
  const patch = (id: string, change: object) => operator.request('PATCH', `${root}/${id}`, change)
  const films = async (...titles: string[]) => {
    const ids: string[] = []
    for (const title of titles) ids.push((await addVideo(services, { title, free: true })).id)
    return ids
  }
  return { app, services, operator, make, patch, films }
}

/** Two seasons, of two episodes and of one. */
async function series(t: Test) {
  const world = await studio(t)
  const [one = '', two = '', three = '', trailer = '', extra = ''] = await world.films(
    ...['One', 'Two', 'Three', 'Trailer', 'Extra'],
  )
  const made = await world.make({
    title: 'Night Shift',
    series: true,
    seasons: [
      { number: 2, title: '', videoIds: [three] },
      { number: 1, title: 'Beginnings', videoIds: [one, two] },
    ],
    trailerIds: [trailer],
    extraIds: [extra],
  })
  return { ...world, made, one, two, three, trailer, extra }
}

const numbered = (videos: CollectionFilm[]) =>
  videos.map(({ title, season, episode }) => `${season}.${episode} ${title}`)

t.test('a series has seasons by number, episodes in order, trailers and extras', async (t) => {
  const { app, made, one, two, three, trailer, extra } = await series(t)
  t.match(made, {
    series: true,
    version: 1,
    videoIds: [one, two, three],
    seasons: [
      { number: 1, title: 'Beginnings', videoIds: [one, two] },
      { number: 2, title: '', videoIds: [three] },
    ],
    trailerIds: [trailer],
    extraIds: [extra],
  })
  const shown = (await app.inject('/api/collections/night-shift')).json()
  t.same(numbered(shown.videos), ['1.1 One', '1.2 Two', '2.1 Three'])
  t.match(shown, {
    series: true,
    seasons: [
      { number: 1, title: 'Beginnings' },
      { number: 2, title: '' },
    ],
    trailers: [{ title: 'Trailer' }],
    extras: [{ title: 'Extra' }],
  })
  const first = (await app.inject('/api/collections/night-shift?limit=2')).json()
  const rest = (
    await app.inject(`/api/collections/night-shift?limit=2&cursor=${first.nextCursor}`)
  ).json()
  t.same(numbered(rest.videos), ['2.1 Three'])
  t.same([rest.trailers, rest.extras, rest.nextCursor], [[], [], null])
})

t.test('an episode keeps its number while one before it is not on show', async (t) => {
  const { app, operator, one, three } = await series(t)
  await operator.request('PATCH', `/api/studio/videos/${one}`, { published: false })
  await operator.request('PATCH', `/api/studio/videos/${three}`, { visibility: 'unlisted' })
  const shown = (await app.inject('/api/collections/night-shift')).json()
  t.same(numbered(shown.videos), ['1.2 Two'])
  t.same(
    shown.seasons.map(({ number }: { number: number }) => number),
    [1],
    'a season without an episode on show is not told of',
  )
})

t.test('a film says where it stands, and what comes before and after it', async (t) => {
  const { app, operator, made, patch, one, two, three, trailer } = await series(t)
  const within = async (id: string, more = '') =>
    (await app.inject(`/api/videos/${id}${more}`)).json().within
  t.match(await within(two), {
    ...{ slug: 'night-shift', title: 'Night Shift', series: true, kind: 'film' },
    ...{ season: 1, episode: 2 },
    previous: { title: 'One', season: 1, episode: 1 },
    next: { title: 'Three', season: 2, episode: 1, access: { allowed: true } },
  })
  t.match(await within(one), { previous: null, next: { title: 'Two' } })
  t.match(await within(three), { previous: { title: 'Two' }, next: null })
  t.match(await within(trailer), { kind: 'trailer', season: null, previous: null, next: null })
  await operator.request('PATCH', `/api/studio/videos/${two}`, { published: false })
  t.match(await within(one), { next: { title: 'Three' } }, 'what is not on show is passed over')
  await patch(made.id, { series: false })
  t.match(await within(one), { series: false, season: null, kind: 'film' })
})

t.test(
  'a film in several is seen in the one that it is watched in, else in its series',
  async (t) => {
    const { app, make, films, one, two } = await series(t)
    await make({ title: 'Favourites', videoIds: [two, one] })
    const [alone = ''] = await films('Alone')
    const slug = async (id: string, more = '') =>
      (await app.inject(`/api/videos/${id}${more}`)).json().within?.slug
    t.equal(await slug(one), 'night-shift')
    t.equal(await slug(one, '?in=favourites'), 'favourites')
    t.equal(await slug(one, '?in=nothing'), 'night-shift')
    t.equal(await slug(alone, '?in=favourites'), undefined)
    const favourite = (await app.inject(`/api/videos/${two}?in=favourites`)).json().within
    t.match(favourite, { previous: null, next: { title: 'One', season: null, episode: null } })
  },
)

t.test('what cannot be a series is refused with a sentence, and nothing changes', async (t) => {
  const { operator, made, make, patch, films, one, two, three, trailer } = await series(t)
  const plain = await make({ title: 'Plain', videoIds: [one] })
  const [spare = ''] = await films('Spare')
  const season = (number: number, ...videoIds: string[]) => ({ number, title: '', videoIds })
  const refused: [id: string, change: object, field: string, sentence: RegExp][] = [
    [made.id, { seasons: [season(1, one, one)] }, 'seasons.0.videoIds.1', /already/],
    [made.id, { seasons: [season(1, one), season(2, one)] }, 'seasons.1.videoIds.0', /already/],
    [made.id, { seasons: [season(1, trailer)] }, 'seasons.0.videoIds.0', /already/],
    [made.id, { extraIds: [trailer] }, 'extraIds.0', /already/],
    [made.id, { seasons: [season(1, one), season(1, two)] }, 'seasons.0.number', /number already/],
    [made.id, { seasons: [season(1, made.id)] }, 'seasons.0.videoIds.0', /in itself/],
    [made.id, { trailerIds: [plain.id] }, 'trailerIds.0', /in another/],
    [made.id, { videoIds: [one] }, 'videoIds', /stand in its seasons/],
    [plain.id, { seasons: [season(1, one)] }, 'seasons', /Only a series/],
    [plain.id, { trailerIds: [spare] }, 'trailerIds', /Only a series/],
    [made.id, { planIds: ['nothing'] }, 'planIds.0', /no such plan/],
    [made.id, { seasons: [season(-1, three)] }, 'seasons.0.number', /./],
  ]
  for (const [id, change, field, sentence] of refused) {
    const answer = await patch(id, change)
    t.equal(answer.statusCode, 400, JSON.stringify(change))
    t.match(answer.json().fields, [{ field, message: sentence }])
  }
  t.same((await operator.get(`${root}/${made.id}`)).json(), made)
  t.same((await operator.get(`${root}/${plain.id}`)).json(), plain)
})

t.test('a collection becomes a series and ceases to be one without losing a film', async (t) => {
  const { make, patch, films } = await studio(t)
  const [a = '', b = '', c = ''] = await films('A', 'B', 'C')
  const { id } = await make({ title: 'Plain', videoIds: [a, b, c] })
  const turned = (await patch(id, { series: true, trailerIds: [b] })).json()
  t.match(turned, {
    ...{ series: true, videoIds: [a, c], trailerIds: [b] },
    seasons: [{ number: 1, title: '', videoIds: [a, c] }],
  })
  const back = (await patch(id, { series: false })).json()
  t.match(back, { series: false, videoIds: [a, c, b], seasons: [], trailerIds: [] })
})

t.test('of two who order at once the second is told, and loses nothing', async (t) => {
  const { operator, services, make, patch, films } = await studio(t)
  const [a = '', b = '', c = ''] = await films('A', 'B', 'C')
  const { id, version } = await make({ title: 'Plain', videoIds: [a, b, c] })
  const orders = [
    [b, a, c],
    [c, a, b],
  ]
  const answers = await Promise.all(orders.map((videoIds) => patch(id, { videoIds, version })))
  const statuses = answers.map(({ statusCode }) => statusCode).toSorted()
  t.same(statuses, [200, 409])
  const [saved, refused] = answers.toSorted((x, y) => x.statusCode - y.statusCode)
  t.match(refused?.json(), {
    ...{ code: 'CONFLICT', differs: ['videoIds'], detail: /Someone else/ },
    current: saved?.json(),
  })
  const again = await patch(id, { videoIds: saved?.json().videoIds, version })
  t.equal(again.statusCode, 200, 'what is so already is no conflict')
  t.equal((await patch(id, { title: 'Other' })).statusCode, 200, 'without a version the last wins')
  t.match((await operator.get(`${root}/${id}`)).json(), {
    version: 4,
    videoIds: saved?.json().videoIds,
  })
  const changes = { subject: `collection:${id}`, action: 'collection.changed' }
  t.equal(await services.database.auditEntry.count({ where: changes }), 3)
})

t.test(
  'a plan that opens a collection opens what is put in later, and no longer what is taken out',
  async (t) => {
    const { app, services, make, patch } = await studio(t)
    await addPlan(services, [])
    const member = await signedUp(app, 'member@films.example')
    await addSubscription(services, member.userId)
    const early = await addVideo(services, { title: 'Early' })
    const late = await addVideo(services, { title: 'Late' })
    const access = async (id: string) => (await member.get(`/api/videos/${id}`)).json().access
    t.match(await access(early.id), { allowed: false, because: 'plan_not_included' })
    const { id } = await make({ title: 'All', videoIds: [early.id], planIds: ['standard'] })
    t.match(await access(early.id), { allowed: true, because: 'subscription' })
    t.match(await access(late.id), { allowed: false })
    await patch(id, { videoIds: [early.id, late.id] })
    t.match(await access(late.id), { allowed: true, because: 'subscription' })
    await patch(id, { videoIds: [late.id] })
    t.match(await access(early.id), { allowed: false })
    await patch(id, { planIds: [] })
    t.match(await access(late.id), { allowed: false })
  },
)

t.test('what a viewer has seen to the end is marked, until they clear it', async (t) => {
  const { app, one, two } = await series(t)
  const member = await signedUp(app, 'member@films.example')
  const put = (id: string, positionSeconds: number) =>
    member.request('PUT', `/api/videos/${id}/progress`, { positionSeconds })
  const marks = async () => {
    const { videos } = (await member.get('/api/collections/night-shift')).json()
    return videos.map(({ watched }: CollectionFilm) => watched)
  }
  const { durationSeconds } = (await app.inject(`/api/videos/${one}`)).json()
  await put(one, durationSeconds)
  await put(two, 0)
  t.same(await marks(), [true, false, false], 'a beginning is no end')
  await put(one, durationSeconds / 2)
  t.same(await marks(), [true, false, false], 'seen again it has been seen')
  t.same(
    (await app.inject('/api/collections/night-shift'))
      .json()
      .videos.map(({ watched }: CollectionFilm) => watched),
    [false, false, false],
  )
  await member.request('DELETE', '/api/me/begun')
  t.same(await marks(), [false, false, false])
})

t.test('search engines are told of series, seasons and episodes', async (t) => {
  const { app, two } = await series(t)
  const dataOf = async (path: string) => {
    const { body } = await app.inject({ url: path, headers: { accept: 'text/html' } })
    const [, json = '{}'] = /ld\+json">(.*?)<\/script>/.exec(body) ?? []
    return JSON.parse(json)
  }
  t.match(await dataOf('/collections/night-shift'), {
    ...{ '@type': 'TVSeries', name: 'Night Shift', numberOfSeasons: 2, numberOfEpisodes: 3 },
    containsSeason: [
      { seasonNumber: 1, name: 'Beginnings', episode: [{ '@type': 'TVEpisode' }, { name: 'Two' }] },
      { seasonNumber: 2, episode: [{ episodeNumber: 1, name: 'Three' }] },
    ],
    trailer: { name: 'Trailer' },
  })
  const { slug } = (await app.inject(`/api/videos/${two}`)).json()
  t.match(await dataOf(`/watch/${slug}`), {
    '@type': 'VideoObject',
    encodesCreativeWork: {
      ...{ '@type': 'TVEpisode', episodeNumber: 2 },
      partOfSeason: { seasonNumber: 1, name: 'Beginnings' },
      partOfSeries: { '@type': 'TVSeries', name: 'Night Shift' },
    },
  })
  t.match((await app.inject('/sitemap.xml')).body, /collections\/night-shift</)
})
