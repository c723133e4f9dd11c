import t, { type Test } from 'tap'
import { openPlayer } from '../../fixtures/player/player.ts'
import { paymentRequired } from '../../fixtures/player/service.ts'

/** A player in a browser that has neither full screen nor small windows. */
async function plainBrowser(t: Test) {
  const player = await openPlayer(t)
  await player.page.addInitScript(() => {
    for (const holder of [Document.prototype, ShadowRoot.prototype]) {
      for (const name of ['fullscreenElement', 'pictureInPictureElement', 'exitPictureInPicture'])
        Reflect.deleteProperty(holder, name)
    }
  })
  return player
}

t.test('a panel needs no small windows to be shown, and told to the page', async (t) => {
  const player = await plainBrowser(t)
  player.service.fault = (route) => (route.endsWith('/playback') ? paymentRequired : undefined)
  await player.load()
  await player.panel('paywall')
  await player.until('the page told', () => player.panels.length > 0)
  t.same(player.panels, ['paywall'])
  t.same(player.complaints, [])
})

t.test('what the browser knows nothing of is not on', async (t) => {
  const player = await plainBrowser(t)
  await player.load({ 'page-keys': '' })
  await player.watch(1)
  const asked = await player.page.evaluateHandle(() => {
    const heard: string[] = []
    for (const what of ['fullscreen', 'pip']) {
      for (const way of ['enter', 'exit']) {
        const type = `media${way}${what}request`
        addEventListener(type, () => heard.push(type), { capture: true })
      }
    }
    return heard
  })
  await player.page.keyboard.press('f')
  await player.page.keyboard.press('i')
  t.same(await asked.jsonValue(), ['mediaenterfullscreenrequest', 'mediaenterpiprequest'])
})
