// A film from the real transcode with captions, in a real browser: what lies in the private bucket
// beside the picture reaches who may watch.
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import t from 'tap'
import { captionKey } from '../../server/catalog/object-keys.ts'
import { readCaptions } from '../../server/transcode/captions/read-captions.ts'
import { putCaptions, storeCaption } from '../../server/transcode/captions/take-captions.ts'
import { readyVideo } from '../fixtures/media.ts'
import { openStudio } from '../fixtures/studio.ts'
import { play, watchFor } from './watching.ts'

const srt = '1\n00:00:00,000 --> 00:00:20,000\nGuten Tag\n'

interface Tracks {
  said: string[]
  previews: number
}

/** What is said at this moment, once captions are chosen, and how many preview pictures are known. */
const tracks = (page: Page): Promise<Tracks> =>
  page.evaluate(() => {
    const player = document.querySelector('matinee-player') as { video?: HTMLVideoElement } | null
    const all = [...(player?.video?.textTracks ?? [])]
    const captions = all.find(({ kind, language }) => kind === 'subtitles' && language === 'de')
    if (captions) captions.mode = 'showing'
    const said = [...(captions?.activeCues ?? [])].map((cue) => (cue as VTTCue).text)
    return { said, previews: all.find(({ label }) => label === 'thumbnails')?.cues?.length ?? 0 }
  })

t.test('captions are said and preview pictures are shown over the timeline', async (t) => {
  const { page, services } = await openStudio(t)
  const video = await readyVideo(t, services, { size: '640x360', seconds: 12 })
  const key = captionKey(video.id, randomUUID())
  await putCaptions(services, key, readCaptions(Buffer.from(srt)))
  const caption = { videoId: video.id, language: 'de', label: 'Deutsch', key, fromFile: false }
  await services.database.$transaction((transaction) => storeCaption(transaction, caption))
  const shown = { published: true, publishedAt: services.clock.now() }
  await services.database.video.update({ where: { id: video.id }, data: shown })

  const sheet = page.waitForResponse(
    (answer) => answer.url().includes('/storyboard/0.jpg?') && answer.status() === 200,
  )
  await page.goto(`/watch/${video.slug}`)
  await play(page)
  await watchFor(page, 1)
  await page.waitForFunction(() => {
    const player = document.querySelector('matinee-player') as { video?: HTMLVideoElement } | null
    for (const track of player?.video?.textTracks ?? []) {
      if (track.kind === 'subtitles') track.mode = 'showing'
      if (track.kind === 'subtitles' && (track.activeCues?.length ?? 0) > 0) return true
    }
    return false
  })
  t.same(await tracks(page), { said: ['Guten Tag'], previews: 6 })

  const range = await page.locator('media-time-range').first().boundingBox()
  if (range === null) throw new Error('the controls are there')
  await page.mouse.move(range.x + range.width / 3, range.y + range.height / 2)
  await page.mouse.move(range.x + range.width / 2, range.y + range.height / 2)
  t.ok((await sheet).url().includes('X-Amz-Signature'), 'the sheet comes signed from the bucket')
})
