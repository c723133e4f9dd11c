import t from 'tap'
import type { FrontRowKind } from '../../contract/front.ts'
import { arrangeFront } from '../../server/catalog/arrange-front.ts'
import { cardOf } from '../player/site/fake-front.ts'
import { aVideo } from '../player/site/fake-videos.ts'

const films = Array.from({ length: 30 }, (_, n) => cardOf(aVideo({ id: `${n}` })))
const some = (...ids: number[]) => films.filter(({ id }) => ids.includes(Number(id)))

function arranged(
  kinds: FrontRowKind[],
  changes: Partial<Parameters<typeof arrangeFront>[0]> = {},
) {
  const rows = kinds.map((kind) => ({ kind, videos: films }))
  const { hero, lists } = arrangeFront({
    ...{ leading: [], newest: films, paidIds: ['0', '1'], rows },
    ...changes,
  })
  return [hero?.id, ...lists.map((list) => list.map(({ id }) => Number(id)).join(' '))]
}

t.test('what leads is there once, and what is new is not among all again', async (t) => {
  t.same(arranged([], { newest: [] }), [undefined])
  t.same(arranged(['new', 'all']), [
    '0',
    '1 2 3 4',
    films
      .slice(5, 24)
      .map(({ id }) => id)
      .join(' '),
  ])
  t.same(arranged(['new', 'continue'], { leading: some(2) }), [
    '2',
    '0 1 3 4',
    '0 1 3 4 5 6 7 8 9 10 11 12',
  ])
  t.same(arranged(['watchlist', 'films'])[1]?.split(' ').length, 29, 'these are shown whole')
})

t.test('a handful is no row of new films, unless nothing shows all', async (t) => {
  const newest = films.slice(0, 9)
  t.same(arranged(['new'], { newest }), ['0', '1 2 3 4'])
  const rows = (['new', 'all'] as const).map((kind) => ({ kind, videos: newest }))
  t.same(arranged([], { newest, rows }), ['0', '', '1 2 3 4 5 6 7 8'])
})

t.test('free films are a row where there is something else beside what leads', async (t) => {
  t.match(arranged(['free'])[1], /^1 2 /)
  t.same(arranged(['free'], { paidIds: ['0'] }), ['0', ''])
  t.same(arranged(['free'], { paidIds: [] }), ['0', ''])
})
