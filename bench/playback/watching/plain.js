// What most people would write: hls.js with its own settings, on a public bucket.
import Hls from 'hls.js'

const video = document.createElement('video')
video.muted = true
document.body.append(video)
video.requestVideoFrameCallback(() => {
  window.firstFrameAt = performance.now()
})
const hls = new Hls({ enableWorker: false })
hls.loadSource(document.body.dataset.video)
hls.attachMedia(video)
video.play().catch(() => undefined)
