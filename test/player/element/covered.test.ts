import type { Page } from 'playwright-core'
import t from 'tap'
import { playerWords } from '../../../contract/words/player.ts'
import { openPlayer, playing } from '../../fixtures/player/player.ts'
import { problem } from '../../fixtures/player/service.ts'

const focused = (page: Page) =>
  page.evaluate(() => {
    const inside = document.querySelector('matinee-player')?.shadowRoot?.activeElement
    return inside?.className || (inside?.localName ?? document.activeElement?.localName)
  })

t.test('what is covered has no focus: that goes to what covers it, and comes back', async (t) => {
  const player = await playing(t)
  const { page } = player
  const mute = page.locator('matinee-player media-mute-button')
  await mute.focus()
  await page.keyboard.press('?')
  t.equal(await focused(page), 'layer keys')
  t.equal(await page.locator('matinee-player media-controller').getAttribute('inert'), '')
  await page.keyboard.press('Escape')
  t.equal(await focused(page), 'media-mute-button')

  await player.seek(63)
  await player.until('the end', ({ view }) => view.phase === 'ended')
  t.equal(await focused(page), 'layer end')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await player.until('the film again', ({ view }) => view.phase === 'playing')
  t.equal(await focused(page), 'media-play-button')
})

t.test('a panel takes the place of the keys, and its button gives the focus back', async (t) => {
  const player = await playing(t)
  const { page } = player
  const sheet = page.locator('matinee-player .keys')
  await page.locator('matinee-player media-mute-button').focus()
  await page.keyboard.press('?')
  await sheet.waitFor()
  player.service.end(problem(410, 'PLAYBACK_ENDED', { reason: 'kicked' }))
  await player.seek(50)
  await player.panel('ended')
  t.equal(await sheet.isVisible(), false)
  t.equal(await focused(page), 'panel')
  await page.keyboard.press('?')
  t.equal(await sheet.isVisible(), false, 'no key acts now')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await player.until('the film again', ({ view }) => view.phase === 'playing')
  t.equal(await focused(page), 'media-play-button')
  await page.keyboard.press('?')
  await player.seek(63)
  await player.until('the end', ({ view }) => view.phase === 'ended')
  t.equal(await sheet.isVisible(), false)
  t.equal(await focused(page), 'layer end')
})

t.test('what is put away leaves the focus in the player', async (t) => {
  const player = await openPlayer(t)
  player.service.session = {
    notice: { kind: 'payment_failed', graceUntil: '2031-05-10T12:00:00Z' },
  }
  await player.load()
  await player.watch(1)
  await player.page
    .locator('matinee-player .banner')
    .getByRole('button', { name: playerWords('close') })
    .focus()
  await player.page.keyboard.press('Enter')
  t.equal(await focused(player.page), 'media-play-button')
})

t.test('the settings close with the film, and take no focus that is elsewhere', async (t) => {
  const player = await playing(t)
  const { page } = player
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<input id="note">'))
  await page.locator('matinee-player .gear:not(.captions)').click()
  await page.locator('#note').focus()
  await player.seek(63)
  await player.until('the end', ({ view }) => view.phase === 'ended')
  t.equal(await page.locator('matinee-player .settings').isVisible(), false)
  t.equal(await focused(page), 'input')
})

t.test('a film runs from left to right on a page that is read from right to left', async (t) => {
  const { page } = await playing(t)
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl'
  })
  const x = async (name: string) =>
    (await page.locator(`matinee-player .buttons ${name}`).boundingBox())?.x ?? Number.NaN
  t.ok((await x('media-play-button')) < (await x('media-time-display')))
  t.ok((await x('media-time-display')) < (await x('media-fullscreen-button')))
})
