import '../../../player/element/define.ts'

const player = document.createElement('matinee-player')
player.video.muted = true
player.video.requestVideoFrameCallback(() => {
  window.firstFrameAt = performance.now()
})
player.setAttribute('autoplay', '')
player.setAttribute('engine', 'hls.js')
player.setAttribute('video-id', document.body.dataset.video)
document.body.append(player)
