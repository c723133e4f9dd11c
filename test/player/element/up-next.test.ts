import t, { type Test } from 'tap'
import { playerWords } from '../../../contract/words/player.ts'
import type { MatineePlayer } from '../../../player/element/matinee-player.ts'
import type { FollowingFilm } from '../../../player/element/tools/end-screen.ts'
import { readPreferences } from '../../../player/element/tools/preferences.ts'
import { playing } from '../../fixtures/player/player.ts'
import { findings } from './layers.ts'

const dusk: FollowingFilm = { href: '#dusk', title: 'S1 E2 · Dusk', posterUrl: null, plays: true }

/** At the end of a film, with time standing still. */
async function ended(t: Test, next: FollowingFilm | null, viewport = { width: 960, height: 540 }) {
  const player = await playing(t, { viewport })
  const { page } = player
  await player.seek(63)
  await player.until('the end', ({ view }) => view.phase === 'ended')
  await page.clock.install()
  await page.clock.pauseAt(Date.now() + 60_000)
  await page.evaluate((next) => {
    const player = document.querySelector('matinee-player') as MatineePlayer
    const chosen: string[] = []
    Object.assign(globalThis, { chosen })
    document.addEventListener('matinee-choose', (event) => {
      event.preventDefault()
      chosen.push((event as CustomEvent).detail.film.href)
    })
    player.next = next
    player.more = [
      { href: '#dawn', title: 'Dawn', posterUrl: null },
      { href: '#dusk', title: 'Dusk', posterUrl: null },
    ]
  }, next)
  const chosen = () => page.evaluate(() => (globalThis as unknown as { chosen: string[] }).chosen)
  const count = page.locator('matinee-player .end-count')
  return { player, page, chosen, count }
}

t.test('what follows is counted down to, and begins once', async (t) => {
  const { page, chosen, count } = await ended(t, dusk)
  t.equal(await count.textContent(), playerWords('nextIn', { seconds: 10, title: dusk.title }))
  t.equal(await page.getByRole('link', { name: /Dusk/ }).count(), 1, 'it is there once')
  await page.clock.runFor(9_000)
  t.equal(await count.textContent(), playerWords('nextIn', { seconds: 1, title: dusk.title }))
  t.same(await chosen(), [])
  await page.clock.runFor(1_000)
  t.same(await chosen(), ['#dusk'])
  await page.clock.runFor(60_000)
  t.same(await chosen(), ['#dusk'])
})

t.test('it can be cancelled, by button and by Escape, and begun at once', async (t) => {
  const { page, player, chosen, count } = await ended(t, dusk)
  await page.getByRole('button', { name: playerWords('cancelNext') }).click()
  t.equal(await count.count(), 0)
  await page.clock.runFor(60_000)
  t.same(await chosen(), [])
  await page.evaluate((next) => {
    const player = document.querySelector('matinee-player') as MatineePlayer
    player.next = { ...next }
  }, dusk)
  t.equal(await count.count(), 1)
  await page.keyboard.press('Escape')
  t.equal(await count.count(), 0)
  await page.clock.runFor(60_000)
  t.same(await chosen(), [])
  await page.getByRole('button', { name: playerWords('playNow') }).click()
  t.same(await chosen(), ['#dusk'])
  await page.clock.resume()
  await page.getByRole('button', { name: playerWords('watchAgain') }).click()
  await player.until('it plays again', ({ view }) => view.phase === 'playing')
})

t.test('who does not want it is not asked again', async (t) => {
  const { page, chosen, count } = await ended(t, dusk)
  await page.getByLabel(playerWords('nextByItself')).uncheck()
  t.equal(await count.count(), 0)
  await page.clock.runFor(60_000)
  t.same(await chosen(), [])
  const kept = await page.evaluate(() => localStorage.getItem('matinee-player'))
  t.equal(readPreferences({ getItem: () => kept, setItem: () => undefined }).nextByItself, false)
  await page.evaluate((next) => {
    const player = document.querySelector('matinee-player') as MatineePlayer
    player.next = { ...next }
  }, dusk)
  t.equal(await page.getByLabel(playerWords('nextByItself')).isChecked(), false)
  t.equal(await count.count(), 0)
})

t.test('what may not be watched is offered, and never begins by itself', async (t) => {
  const { page, chosen, count } = await ended(t, { ...dusk, plays: false })
  t.equal(await count.count(), 0)
  t.equal(await page.getByRole('button', { name: playerWords('playNow') }).count(), 0)
  await page.clock.runFor(60_000)
  t.same(await chosen(), [])
  await page.getByRole('link', { name: playerWords('nextOffer', { title: dusk.title }) }).click()
  t.same(await chosen(), ['#dusk'])
})

t.test('a player that is taken away counts no further', async (t) => {
  const { page, chosen } = await ended(t, dusk)
  await page.evaluate(() => document.querySelector('matinee-player')?.remove())
  await page.clock.runFor(60_000)
  t.same(await chosen(), [])
})

t.test('axe finds nothing, and all of it is in reach on a small screen', async (t) => {
  const { page } = await ended(t, dusk, { width: 320, height: 568 })
  await page.clock.resume()
  t.same(await findings(page), [])
  for (const name of [playerWords('playNow'), playerWords('cancelNext')]) {
    const button = page.getByRole('button', { name })
    await button.scrollIntoViewIfNeeded()
    t.ok(((await button.boundingBox())?.height ?? 0) >= 43.5, name)
  }
})
