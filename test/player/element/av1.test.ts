import t, { type Test } from 'tap'
import type { MatineePlayer } from '../../../player/element/matinee-player.ts'
import { enqueueTranscode } from '../../../server/transcode/queue/enqueue.ts'
import { makeClip, settled, untilVideo, uploaded, worker } from '../../fixtures/media.ts'
import type { Viewer } from '../../fixtures/player/viewer.ts'
import { openApi } from '../../fixtures/player/with-api.ts'
import { until } from '../../fixtures/until.ts'

/** Few pictures a second: the encoder is slow, and here only sizes and codecs count. */
const clip = { size: '854x480', rate: '6', seconds: 16 }

/** A free film in both codecs, in two sizes, and whoever comes to watch it. */
const opened = async (t: Test) => {
  const api = await openApi(t)
  const { deps } = api
  const id = await uploaded(deps, await makeClip(t, clip))
  const work = await worker(t, deps, { av1: true })
  await enqueueTranscode(deps, id)
  await untilVideo(deps, id, settled)
  await work.close()
  await deps.database.video.update({ where: { id }, data: { published: true, free: true } })
  return { api, id }
}

/** The renditions of which segments were asked for, in order, each once. */
function watchRequests({ page }: Viewer): string[] {
  const seen: string[] = []
  page.on('request', (request) => {
    const [, name] = /\/([\w-]+)\/\d+\.m4s\?/.exec(request.url()) ?? []
    if (name !== undefined && name !== 'audio' && !seen.includes(name)) seen.push(name)
  })
  return seen
}

const choices = ({ page }: Viewer) =>
  page.evaluate(() => {
    const { video } = document.querySelector('matinee-player') as MatineePlayer
    const { videoRenditions } = video as unknown as {
      videoRenditions: Iterable<{ height: number }>
    }
    return [...videoRenditions].map(({ height }) => height).sort()
  })

t.test('one film, two codecs', async (t) => {
  const { api, id } = await opened(t)

  t.test('a device that decodes AV1 is given it, and changes its size on the way', async (t) => {
    const viewer = await api.viewer()
    const seen = watchRequests(viewer)
    await viewer.load({ 'video-id': id })
    await viewer.watch(1)
    t.same(seen, ['480p-av1'])
    t.same(await choices(viewer), [360, 480], 'each size is one choice')
    await viewer.page.evaluate(() => {
      const { video } = document.querySelector('matinee-player') as MatineePlayer
      const { videoRenditions } = video as unknown as {
        videoRenditions: Iterable<{ height: number }> & { selectedIndex: number }
      }
      const heights = [...videoRenditions].map(({ height }) => height)
      videoRenditions.selectedIndex = heights.indexOf(360)
    })
    await until('the smaller picture', async () => seen.includes('360p-av1'))
    await viewer.until('its end', ({ view }) => view.phase === 'ended', 30)
    t.same(seen, ['480p-av1', '360p-av1'])
    t.same([viewer.panels, viewer.complaints], [[], []])
  })

  t.test('a device that does not is given H.264', async (t) => {
    const viewer = await api.viewer()
    await viewer.page.addInitScript(() => {
      navigator.mediaCapabilities.decodingInfo = () =>
        Promise.resolve({ supported: true, smooth: false, powerEfficient: false } as never)
    })
    const seen = watchRequests(viewer)
    await viewer.load({ 'video-id': id })
    await viewer.watch(2)
    t.notOk(
      seen.some((name) => name.endsWith('av1')),
      seen.join(),
    )
    t.same(await choices(viewer), [360, 480])
    t.same([viewer.panels, viewer.complaints], [[], []])
  })

  t.test('a device that said too much goes on in H.264', async (t) => {
    const viewer = await api.viewer()
    await viewer.page.addInitScript(() => {
      const add = MediaSource.prototype.addSourceBuffer
      MediaSource.prototype.addSourceBuffer = function (type) {
        const buffer = add.call(this, type)
        if (type.includes('av01')) {
          const { appendBuffer } = buffer
          buffer.appendBuffer = () => appendBuffer.call(buffer, new Uint8Array(64).fill(255))
        }
        return buffer
      }
    })
    const seen = watchRequests(viewer)
    await viewer.load({ 'video-id': id })
    await viewer.watch(2)
    t.ok(
      seen.some((name) => /^\d+p$/.test(name)),
      seen.join(),
    )
    t.same(viewer.panels, [])
  })
})
