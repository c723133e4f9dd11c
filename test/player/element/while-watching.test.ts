// What is added to a film or replaced in it while somebody watches, with the real API, database and bucket.
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import type { MatineePlayer } from '../../../player/element/matinee-player.ts'
import { captionKey, encodePrefix, uploadedPosterKey } from '../../../server/catalog/object-keys.ts'
import { readCaptions } from '../../../server/transcode/captions/read-captions.ts'
import { putCaptions, storeCaption } from '../../../server/transcode/captions/take-captions.ts'
import { cleanPoster } from '../../../server/transcode/posters/clean-poster.ts'
import { takePoster } from '../../../server/transcode/posters/take-poster.ts'
import { runSweepJob } from '../../../server/transcode/queue/sweep-job.ts'
import type { Viewer } from '../../fixtures/player/viewer.ts'
import { openApi } from '../../fixtures/player/with-api.ts'
import { scratch } from '../../fixtures/scratch.ts'
import { until } from '../../fixtures/until.ts'

async function watching(t: Test) {
  const api = await openApi(t)
  const video = await api.video({ free: true })
  const viewer = await api.viewer()
  await viewer.load({ 'video-id': video.id })
  await viewer.watch(1)
  return { api, video, viewer }
}

const seek = ({ page }: Viewer, seconds: number) =>
  page.evaluate((to) => {
    const { video } = document.querySelector('matinee-player') as MatineePlayer
    video.currentTime = to
  }, seconds)

/** The captions as the browser has them. */
const captions = ({ page }: Viewer) =>
  page.evaluate(() => {
    const { video } = document.querySelector('matinee-player') as MatineePlayer
    return [...video.textTracks]
      .filter(({ kind }) => kind === 'subtitles')
      .map(({ label, mode, cues }) => ({
        ...{ label, mode },
        said: [...(cues ?? [])].map((cue) => (cue as VTTCue).text),
      }))
  })

type Api = Awaited<ReturnType<typeof openApi>>

/** As the worker does it with what an operator has uploaded. */
async function giveCaptions({ deps }: Api, videoId: string, language: string, said: string) {
  const key = captionKey(videoId, randomUUID())
  const text = `WEBVTT\n\n00:00.000 --> 01:00.000\n${said}\n`
  await putCaptions(deps, key, readCaptions(Buffer.from(text)))
  const label = { de: 'Deutsch', en: 'English' }[language] ?? language
  const caption = { videoId, language, label, key, fromFile: false }
  await deps.database.$transaction((transaction) => storeCaption(transaction, caption))
}

t.test('captions that are added are in the list, those that are replaced are said', async (t) => {
  const api = await openApi(t)
  const video = await api.video({ free: true })
  const viewer = await api.viewer()
  // Not played yet, or a slow machine has all the URLs that it needs before there are captions.
  await viewer.load({ 'video-id': video.id, autoplay: undefined })
  await viewer.until('ready', ({ view }) => view.phase === 'ready')
  t.same(await captions(viewer), [])
  await giveCaptions(api, video.id, 'de', 'Guten Tag')
  await giveCaptions(api, video.id, 'fr', 'Bonjour')
  await viewer.play()
  await seek(viewer, 40)
  await until('the new captions', async () => (await captions(viewer)).length === 2)
  await viewer.page.evaluate(() => {
    const { video } = document.querySelector('matinee-player') as MatineePlayer
    for (const track of video.textTracks) if (track.language === 'de') track.mode = 'showing'
  })
  const shows = (said: string) =>
    until(`"${said}" to be said`, async () => (await captions(viewer))[0]?.said[0] === said)
  await shows('Guten Tag')

  await giveCaptions(api, video.id, 'de', 'Guten Abend')
  await giveCaptions(api, video.id, 'en', 'Good evening')
  await api.deps.database.caption.deleteMany({ where: { videoId: video.id, language: 'fr' } })
  // Nothing more of this size is needed; of another all is.
  await viewer.page.evaluate(() => {
    const { video } = document.querySelector('matinee-player') as MatineePlayer
    const { videoRenditions } = video as unknown as {
      videoRenditions: Iterable<{ height: number }> & { selectedIndex: number }
    }
    videoRenditions.selectedIndex = [...videoRenditions].findIndex(({ height }) => height === 180)
  })
  await shows('Guten Abend')
  const now = (await captions(viewer)).map(({ label, mode }) => [label, mode])
  t.same(now, [
    ['Deutsch', 'showing'],
    ['English', 'disabled'],
  ])
  await viewer.until('play goes on', ({ time, paused }) => time > 41 && !paused)
  t.same([viewer.panels, viewer.complaints], [[], []])
})

t.test('a film that is encoded anew plays on, also when the old one is gone', async (t) => {
  const { api, video, viewer } = await watching(t)
  const { database } = api.deps
  const encodes: string[] = []
  viewer.page.on('request', (request) => {
    const [, encodeId] = /\/([0-9a-f-]{36})\/\w+\/\d+\.m4s\?/.exec(request.url()) ?? []
    if (encodeId !== undefined && encodes.at(-1) !== encodeId) encodes.push(encodeId)
  })
  const encodeId = await api.encode(video.id)
  await database.video.update({ where: { id: video.id }, data: { encodeId } })
  await seek(viewer, 40)
  await viewer.until('play goes on', ({ time, paused }) => time > 41 && !paused)
  t.same(encodes, [video.encodeId], 'with what it began with')

  await runSweepJob(api.deps, { data: { videoId: video.id, encodeId: video.encodeId ?? '' } })
  for await (const { key } of api.deps.storage.list(encodePrefix(video.id, video.encodeId ?? ''))) {
    t.fail(`${key} is still there`)
  }
  await seek(viewer, 5)
  await viewer.until('play goes on', ({ time, paused }) => time > 6 && time < 20 && !paused)
  t.equal(encodes.at(-1), encodeId)
  t.same([viewer.panels, viewer.complaints], [[], []])
})

/** As an upload and the worker do it: a picture of one colour, so many pixels wide. */
async function givePoster({ deps }: Api, videoId: string, width: number) {
  const cwd = await scratch(t)
  const picture = ['-f', 'lavfi', '-i', `color=teal:s=${width}x360`, '-frames:v', '1', 'poster.png']
  await deps.ffmpeg.run(picture, { cwd })
  const key = uploadedPosterKey(videoId, randomUUID())
  const bytes = await readFile(join(cwd, 'poster.png'))
  await deps.storage.putBytes(key, bytes, { contentType: 'image/png' })
  await cleanPoster(deps, key, key)
  await takePoster(deps, { videoId, key }, [])
}

/** The film's poster as the page's browser is given it now, and how wide each of some pictures is there. */
const posters = ({ page }: Viewer, videoId: string, more: string[] = []) =>
  page.evaluate(
    async ([id, ...others]) => {
      const { posterUrl } = await (await fetch(`/api/videos/${id}`)).json()
      const widths: number[] = []
      for (const address of [posterUrl, ...others]) {
        const image = new Image()
        image.src = address
        await image.decode()
        widths.push(image.naturalWidth)
      }
      return { address: String(posterUrl), widths }
    },
    [videoId, ...more],
  )

t.test('a poster that is replaced shows up, and the one before stays for who has it', async (t) => {
  const { api, video, viewer } = await watching(t)
  await givePoster(api, video.id, 640)
  const first = await posters(viewer, video.id)
  t.same(first.widths, [640])
  await givePoster(api, video.id, 800)
  const second = await posters(viewer, video.id, [first.address])
  t.not(second.address, first.address)
  t.same(second.widths, [800, 640])
  t.equal((await fetch(first.address)).status, 200, 'its address holds')
  await seek(viewer, 40)
  await viewer.until('play goes on', ({ time, paused }) => time > 41 && !paused)
  t.same([viewer.panels, viewer.complaints], [[], []])
})
