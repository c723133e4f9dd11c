import type { Page } from 'playwright-core'
import t from 'tap'
import { openPlayer } from '../../fixtures/player/player.ts'
import { problem } from '../../fixtures/player/service.ts'

const known = (page: Page) =>
  page.evaluate(() => {
    const { title, artwork } = navigator.mediaSession.metadata ?? {}
    return { title, poster: artwork?.[0] && new URL(artwork[0].src).pathname }
  })

t.test('the lock screen follows the film, and seeks while it is not stopped', async (t) => {
  const player = await openPlayer(t)
  const { page } = player
  await page.addInitScript(() => {
    const handlers: Record<string, unknown> = {}
    Object.assign(window, { handlers })
    navigator.mediaSession.setActionHandler = (action, handler) => {
      handlers[action] = handler
    }
  })
  const seekTo = (seekTime: number) =>
    page.evaluate((seekTime) => {
      const { handlers } = window as unknown as { handlers: Record<string, (to: object) => void> }
      handlers.seekto?.({ seekTime })
    }, seekTime)
  await player.load({ 'film-title': 'Night Ferry', poster: '/ferry.jpg' })
  await player.watch(1)
  t.same(await known(page), { title: 'Night Ferry', poster: '/ferry.jpg' })
  await page.evaluate(() => {
    const element = document.querySelector('matinee-player')
    element?.setAttribute('film-title', 'Night Train')
    element?.setAttribute('poster', '/train.jpg')
  })
  t.match(await known(page), { title: 'Night Train' })
  await player.watch(1)
  t.same(await known(page), { title: 'Night Train', poster: '/train.jpg' })
  await seekTo(20)
  await player.until('the place', ({ time }) => time >= 20 && time < 30)
  player.service.end(problem(410, 'PLAYBACK_ENDED', { reason: 'kicked' }))
  await player.seek(50)
  await player.panel('ended')
  const { time } = await player.glimpse()
  await seekTo(5)
  t.equal((await player.glimpse()).time, time, 'a panel stands over it')
})
