import t from 'tap'
import { playerWords } from '../../../contract/words/player.ts'
import { startFakeApi } from './fake-api.ts'
import { allowed, aVideo, member } from './fake-videos.ts'
import { open, visitor } from './visit.ts'

for (const [width, height] of [
  [320, 568],
  [844, 390],
  [1280, 600],
] as const) {
  t.test(`what stands over the picture is read to its end, at ${width}×${height}`, async (t) => {
    const video = aVideo({ title: 'Night Ferry', access: allowed('subscription') })
    const api = await startFakeApi(t, { videos: [video], me: member() })
    // It is not refused yet: a panel would stand over the picture.
    api.hold('POST /api/videos/:idOrSlug/playback')
    const { page } = await visitor(t, api, { width, height })
    await open(page, '/watch/night-ferry')
    await page.locator('matinee-player').waitFor()
    await page.keyboard.press('?')
    const sheet = page.getByRole('dialog', { name: playerWords('keys') })
    const last = sheet.locator('dd').last()
    await last.click({ trial: true, timeout: 5000 })
    t.equal(await last.textContent(), playerWords('key.keys'))
    await page.keyboard.press('Escape')
    t.equal(await sheet.isVisible(), false)
  })
}
