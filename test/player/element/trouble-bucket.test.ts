import t from 'tap'
import { playerWords } from '../../../contract/words/player.ts'
import { openPlayer, playing } from '../../fixtures/player/player.ts'
import { assertUnseen, fullBuffer } from '../../fixtures/player/unseen.ts'
import type { Glimpse } from '../../fixtures/player/viewer.ts'

for (const [what, fault] of [
  ['refused', { status: 403 }],
  ['dropped without an answer', 'drop'],
  ['broken off in the middle', 'break'],
  ['answered with 500', { status: 500 }],
  ['answered with 503', { status: 503 }],
  ['answered with a page', 'portal'],
  ['cut in half', 'half'],
] as const) {
  t.test(`every third segment ${what}`, async (t) => {
    const player = await openPlayer(t)
    let hit = 0
    player.service.bucket.fault = (_key, count) => {
      if (count % 3 !== 0) return undefined
      hit++
      return fault
    }
    await player.load()
    await fullBuffer(player)
    await player.watch(1)
    assertUnseen(t, player)
    t.ok(hit > 0, 'it happened')
  })
}

t.test('the bucket fails for a while: the buffer plays on', async (t) => {
  const player = await playing(t)
  const { time } = await fullBuffer(player)
  let failed = 0
  let since: number | undefined
  player.service.bucket.fault = () => {
    since ??= performance.now()
    if (performance.now() - since > 5_000) return undefined
    failed++
    return { status: 500 }
  }
  await player.seek(time + 10)
  await player.watch(7)
  await player.until('the buffer full again', ({ ahead }) => ahead > 24)
  t.ok(failed > 0, 'it happened')
  assertUnseen(t, player)
})

t.test('a slow bucket is waited for', async (t) => {
  const player = await openPlayer(t)
  player.service.bucket.delayMs = 1500
  await player.load()
  await player.watch(6)
  assertUnseen(t, player)
})

t.test('a portal in the way for ten seconds: it says so, and goes on without a gap', async (t) => {
  const player = await playing(t)
  const since = performance.now()
  player.service.bucket.fault = () => (performance.now() - since < 10_000 ? 'portal' : undefined)
  await player.seek(40)
  const waiting = await player.until('a note', ({ view }) => view.note !== null)
  t.match(waiting.view.note, /connection is lost/)
  const after = await player.until('playing', ({ view, time }) => view.note === null && time > 41)
  t.ok(after.time < 45, 'nothing was skipped')
  t.same(player.panels, [])
})

t.test('a bucket that refuses everything is asked little, and so is the API', async (t) => {
  const player = await playing(t)
  await fullBuffer(player)
  player.service.bucket.fault = () => ({ status: 403 })
  const { requests } = player.service
  const signed = () => requests.filter((route) => route.endsWith('/urls')).length
  const before = { signed: signed(), fetched: player.service.bucket.requests.length }
  await player.seek(50)
  const since = performance.now()
  const { view } = await player.until('a note', (now) => now.view.note !== null)
  const notes = new Set([view.note])
  const lasts = ({ view: now }: Glimpse) => {
    notes.add(now.note)
    return performance.now() - since > 20_000
  }
  await player.until('twenty seconds', lasts, 30)
  const seconds = (performance.now() - since) / 1000
  t.same([...notes], [playerWords('takesLong')], 'the word stays')
  const asked = signed() - before.signed
  const fetched = player.service.bucket.requests.length - before.fetched
  t.ok(fetched >= 4, `it went on trying: ${fetched} requests to the bucket`)
  t.ok(fetched <= seconds, `${fetched} requests to the bucket in ${seconds} s`)
  t.ok(asked <= 8, `${asked} requests to the API, those for a seek included`)
  t.equal((await player.glimpse()).view.phase, 'buffering')
  player.service.bucket.fault = () => undefined
  await player.until('playing', (now) => now.view.phase === 'playing' && now.time > 51)
  t.equal((await player.glimpse()).view.note, null)
  t.same(player.panels, [])
})
