import t from 'tap'
import { openPlayer } from '../../fixtures/player/player.ts'
import { problem } from '../../fixtures/player/service.ts'

for (const [start, segment] of [
  ['3.9', 0],
  ['15.9', 3],
  ['15.99', 3],
  ['63.95', 15],
  ['64', 15],
] as const) {
  t.test(`begun at ${start} s, one segment is enough to be ready`, async (t) => {
    const player = await openPlayer(t)
    await player.load({ autoplay: undefined, start })
    const { time } = await player.until('ready', ({ view }) => view.phase === 'ready')
    t.ok(Math.abs(time - Number(start)) <= 0.5, `it stands at ${time}`)
    const first = ['360p/init.mp4', 'audio/init.mp4', `360p/${segment}.m4s`, `audio/${segment}.m4s`]
    t.same(player.service.bucket.served().toSorted(), first.toSorted())
    await player.page.locator('matinee-player .first-play').click()
    await player.until('it to play on', (now) => now.time > time + 0.3)
    t.same(player.complaints, [])
  })
}

for (const [start, segment] of [
  ['4', 1],
  ['12', 3],
  ['20', 5],
  ['60', 15],
] as const) {
  t.test(`begun at ${start} s, where a segment begins, it is ready`, async (t) => {
    const player = await openPlayer(t)
    await player.load({ autoplay: undefined, start })
    const { time } = await player.until('ready', ({ view }) => view.phase === 'ready')
    t.ok(Math.abs(time - Number(start)) <= 0.1, `it stands at ${time}`)
    const served = player.service.bucket.served()
    const pictures = served.filter((path) => path.startsWith('360p/'))
    t.same(pictures.toSorted(), ['360p/init.mp4', `360p/${segment}.m4s`].toSorted())
    t.ok(served.length <= 5, `no more than the sound that is needed: ${served}`)
    t.equal(player.service.requests.filter((route) => route.endsWith('/urls')).length, 0)
    await player.page.locator('matinee-player .first-play').click()
    await player.until('it to play on', (now) => now.time > time + 0.3)
    t.same(player.complaints, [])
  })
}

t.test('the viewer was last at the end of a segment', async (t) => {
  const player = await openPlayer(t)
  player.service.resumeSeconds = 15.9
  await player.load({ autoplay: undefined })
  await player.until('ready', ({ view }) => view.phase === 'ready')
  t.same(player.complaints, [])
})

for (const [what, teaserSeconds, start] of [
  ['the film', null, '53'],
  ['a preview', 20, '9'],
] as const) {
  t.test(
    `what came with the session reaches to the end of ${what}: nothing beyond is asked for`,
    async (t) => {
      const player = await openPlayer(t)
      const { service } = player
      service.teaserSeconds = teaserSeconds
      await player.load({ start })
      const end = teaserSeconds ?? 64
      await player.until('it to have all to the end', (now) => now.time + now.ahead > end - 0.5)
      // Of the sound there is a frame more than came.
      t.equal(service.count('GET /play/:token/360p/urls'), 0)
      t.same(player.complaints, [])
    },
  )
}

t.test('who may not begin asks for nothing more', async (t) => {
  const player = await openPlayer(t)
  const { service } = player
  service.fault = (route) =>
    route.endsWith('/begin') ? problem(409, 'STREAM_TAKEN_OVER') : undefined
  await player.load()
  await player.panel('taken-over')
  const asked = (end: string) => service.requests.filter((route) => route.endsWith(end)).length
  t.equal(asked('/urls'), 0)
  await player.page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')))
  await player.until('the session given back', () => asked('DELETE /play/:token') === 1)
  t.equal(asked('/beacon'), 0, 'nor does it tell of a play that the API knows nothing of')
})
