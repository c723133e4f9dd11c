import t from 'tap'
import { checkAnswer } from '../fixtures/player/as-told.ts'
import { frontOf } from './site/fake-front.ts'
import { aVideo, member, plans } from './site/fake-videos.ts'

const route = 'GET /api/videos/:idOrSlug'

t.test('a stand-in may answer what the wire has', async (t) => {
  t.doesNotThrow(() => checkAnswer(route, 200, aVideo()))
  t.doesNotThrow(() => checkAnswer('GET /api/me', 200, member()))
  t.doesNotThrow(() => checkAnswer('GET /api/plans', 200, { plans }))
  const coming = aVideo({ comingAt: '2031-05-03T12:00:00Z' })
  const front = frontOf([aVideo(), aVideo(), coming], new Set())
  t.same(
    front.rows.map(({ kind }) => kind),
    ['coming', 'all'],
  )
  t.doesNotThrow(() => checkAnswer('GET /api/front', 200, front))
  t.doesNotThrow(() => checkAnswer('PUT /api/videos/:idOrSlug/progress', 204, undefined))
})

t.test(
  'a member that the wire has not, one that is left out, or a word of none is told',
  async (t) => {
    const { slug: _slug, ...without } = aVideo()
    t.throws(() => checkAnswer(route, 200, without), /slug/)
    t.throws(() => checkAnswer(route, 200, { ...aVideo(), rating: 5 }), /rating/)
    const because = { ...aVideo().access, because: 'of_another_year' }
    t.throws(() => checkAnswer(route, 200, { ...aVideo(), access: because }), /because/)
    t.throws(() => checkAnswer('GET /api/none', 200, {}), /not in the contract/)
  },
)

t.test('problems are held to their form as well', async (t) => {
  const problem = { type: 'about:blank', title: 'Not found', status: 404, detail: 'None.' }
  t.doesNotThrow(() => checkAnswer(route, 404, { ...problem, code: 'NOT_FOUND' }))
  t.throws(() => checkAnswer(route, 404, { ...problem, code: 'LOST' }), /code/)
  t.throws(() => checkAnswer(route, 404, { ...problem, code: 'NOT_FOUND', reasons: [] }), /reasons/)
})
