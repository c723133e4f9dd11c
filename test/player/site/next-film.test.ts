import t, { type Test } from 'tap'
import type { MatineePlayer } from '../../../player/element/define.ts'
import { startFakeApi } from './fake-api.ts'
import { allowed, aVideo, member } from './fake-videos.ts'
import { open, visitor } from './visit.ts'

/** A visitor, not on a page yet, and the way from one film to the next. */
async function twoFilms(t: Test) {
  const videos = ['One', 'Two'].map((title) => aVideo({ title, access: allowed('free') }))
  const api = await startFakeApi(t, { me: member(), videos })
  const { page, complaints } = await visitor(t, api)
  const player = page.locator('matinee-player')
  const goOn = async () => {
    await player.evaluate((element) => {
      const detail = { film: { href: '/watch/two' } }
      element.dispatchEvent(new CustomEvent('matinee-choose', { detail, cancelable: true }))
    })
    await page.locator('matinee-player[film-title=Two]').waitFor()
  }
  return { api, videos, page, complaints, player, goOn }
}

t.test('where there is no full screen each film has a page of its own', async (t) => {
  const { page, player, goOn } = await twoFilms(t)
  await page.addInitScript(() => Reflect.deleteProperty(Document.prototype, 'fullscreenElement'))
  await open(page, '/watch/one')
  await player.evaluate((element) => {
    element.dataset.mark = 'the first'
  })
  await goOn()
  t.equal(await player.evaluate((element) => element.dataset.mark), undefined)
})

t.test('in full screen a film has no picture of the one before', async (t) => {
  const { videos, page, player, goOn } = await twoFilms(t)
  Object.assign(videos[1] ?? {}, { posterUrl: null, posterSizes: [] })
  await open(page, '/watch/one')
  await page.locator('matinee-player[poster]').waitFor()
  await player.evaluate((element) => element.requestFullscreen())
  await goOn()
  t.equal(await player.getAttribute('poster'), null)
})

t.test('the chapter that plays is marked, of each film its own', async (t) => {
  const { page, player, goOn } = await twoFilms(t)
  await open(page, '/watch/one')
  await player.waitFor()
  const current = page.locator('.chapters [aria-current]')
  t.match(await current.textContent(), /The last house/)
  await player.evaluate((element) => {
    const { video } = element as MatineePlayer
    Object.defineProperty(video, 'currentTime', { value: 1300, writable: true })
    video.dispatchEvent(new Event('timeupdate'))
  })
  await current.getByText('Over the pass').waitFor()
  await player.evaluate((element) => element.requestFullscreen())
  await goOn()
  await current.getByText('The last house').waitFor({ state: 'attached' })
  t.equal(await current.count(), 1)
})
