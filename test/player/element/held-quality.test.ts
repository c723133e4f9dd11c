import t from 'tap'
import { playerWords } from '../../../contract/words/player.ts'
import type { MatineePlayer } from '../../../player/element/matinee-player.ts'
import { playing } from '../../fixtures/player/player.ts'

t.test('a chosen quality that stalls again says so, and automatic is a press away', async (t) => {
  const { page } = await playing(t)
  const stall = () =>
    page.evaluate(() => {
      const { video } = document.querySelector('matinee-player') as MatineePlayer
      video.dispatchEvent(new Event('waiting'))
    })
  const chosen = () =>
    page.evaluate(() => {
      const { video } = document.querySelector('matinee-player') as MatineePlayer
      const { videoRenditions: all } = video as unknown as {
        videoRenditions: { selectedIndex: number }
      }
      return all.selectedIndex
    })
  const choose = (index: number) =>
    page.evaluate((index) => {
      const { video } = document.querySelector('matinee-player') as MatineePlayer
      Object.assign((video as unknown as { videoRenditions: object }).videoRenditions, {
        selectedIndex: index,
      })
    }, index)
  const banner = page.locator('matinee-player .held')
  await page.waitForFunction(() => {
    const { video } = document.querySelector('matinee-player') as MatineePlayer
    return video.currentTime > 0
  })
  await stall()
  await stall()
  t.notOk(await banner.isVisible(), 'automatic needs no advice')
  await choose(0)
  t.equal(await chosen(), 0)
  await stall()
  t.notOk(await banner.isVisible(), 'once is no habit')
  await stall()
  await banner.waitFor()
  t.match(await banner.textContent(), /too slow for \d+p/)
  await banner.getByRole('button', { name: playerWords('close') }).click()
  t.notOk(await banner.isVisible())
  await stall()
  await stall()
  await banner.getByRole('button', { name: playerWords('setAutomatic') }).click()
  t.equal(await chosen(), -1)
  t.notOk(await banner.isVisible())
})
