import { inFullScreen } from '../screen.ts'

/** A finger that rests on the picture for so long is no tap. */
const holdMs = 500
const fastSpeed = 2
/** Pixels that a resting finger may tremble, and that one has to go for a swipe. */
const trembles = 10
const swipes = 60

export interface HoldsOptions {
  video: HTMLVideoElement
  controls: HTMLElement
  isOnPicture: (event: Event) => boolean
  /** Says on screen at what speed it plays now. */
  saySpeed: () => void
  leaveFullScreen: () => void
}

/**
 * What a finger does on the picture besides tapping. While it rests there the film plays at double speed;
 * drawn down in full screen it ends that.
 */
export function listenToHolds(options: HoldsOptions): void {
  const { video, controls, isOnPicture, saySpeed, leaveFullScreen } = options
  let down: { x: number; y: number; timer: ReturnType<typeof setTimeout> } | undefined
  /** The speed before, while a finger rests. */
  let before: number | undefined

  const letGo = () => {
    clearTimeout(down?.timer)
    down = undefined
    if (before === undefined) return
    video.playbackRate = before
    before = undefined
    saySpeed()
  }
  const rests = () => {
    if (video.paused) return
    before = video.playbackRate
    video.playbackRate = fastSpeed
    saySpeed()
  }
  controls.addEventListener('pointerdown', (event) => {
    const isSecondFinger = down !== undefined
    letGo()
    if (isSecondFinger || event.pointerType !== 'touch' || !isOnPicture(event)) return
    down = { x: event.clientX, y: event.clientY, timer: setTimeout(rests, holdMs) }
  })
  controls.addEventListener('pointermove', (event) => {
    if (down === undefined) return
    const far = Math.hypot(event.clientX - down.x, event.clientY - down.y)
    if (far > trembles) clearTimeout(down.timer)
  })
  controls.addEventListener('pointerup', (event) => {
    if (down !== undefined && before === undefined && inFullScreen()) {
      const [right, on] = [event.clientX - down.x, event.clientY - down.y]
      if (on > swipes && on > 2 * Math.abs(right)) leaveFullScreen()
    }
    letGo()
  })
  controls.addEventListener('pointercancel', letGo)
  // A resting finger would open the browser's menu.
  controls.addEventListener('contextmenu', (event) => {
    if (down !== undefined) event.preventDefault()
  })
}
