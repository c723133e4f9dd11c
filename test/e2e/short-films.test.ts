// Films of a few frames, from the real transcode, in a real browser: they play and end.
import t from 'tap'
import { readyVideo } from '../fixtures/media.ts'
import { openStudio } from '../fixtures/studio.ts'
import { play } from './watching.ts'

t.test('films of one to four frames play and end', async (t) => {
  const { page, services } = await openStudio(t)
  for (const frames of [1, 3, 4]) {
    const video = await readyVideo(t, services, {
      ...{ size: '320x180', rate: '24', seconds: 1, sounds: frames === 3 ? ['sine'] : [] },
      options: ['-frames:v', String(frames), '-shortest'],
    })
    const shown = { published: true, publishedAt: services.clock.now() }
    await services.database.video.update({ where: { id: video.id }, data: shown })
    await page.goto(`/watch/${video.slug}`)
    await play(page)
    await page.locator('matinee-player[state="ended"]').waitFor({ timeout: 60_000 })
    t.pass(`${frames} frames`)
  }
})
