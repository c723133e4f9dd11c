import type { Command } from './keys.ts'

/** Two taps count as one gesture within so many milliseconds. */
const doubleMs = 300
/** The middle of the picture, where two taps are two taps. */
const sides = 0.4

/** Double click: full screen. Double tap on either side: ten seconds back or on. */
export function listenToGestures(controls: HTMLElement, run: (command: Command) => void): void {
  let last: { at: number; side: number } | undefined
  let isTouch = false
  controls.addEventListener('pointerup', (event) => {
    isTouch = event.pointerType === 'touch'
    if (!isTouch || !isOnPicture(event)) return
    const { left, width } = controls.getBoundingClientRect()
    const side = sideOf((event.clientX - left) / width)
    const isSecond =
      last !== undefined && event.timeStamp - last.at < doubleMs && last.side === side
    last = { at: event.timeStamp, side }
    if (isSecond && side !== 0) run({ kind: 'seek-by', seconds: side * 10 })
  })
  controls.addEventListener('dblclick', (event) => {
    if (!isTouch && isOnPicture(event)) run({ kind: 'full-screen' })
  })
}

const sideOf = (share: number) => (share < sides ? -1 : share > 1 - sides ? 1 : 0)

const onPicture = new Set(['video', 'media-gesture-receiver', 'media-controller', 'slot'])

/** Whether it happens on the picture, and not on a button over it. */
export function isOnPicture(event: Event): boolean {
  const [target] = event.composedPath() as Element[]
  if (target === undefined) return false
  const host = (target.getRootNode() as ShadowRoot).host?.localName
  return (
    onPicture.has(target.localName) ||
    host === 'media-gesture-receiver' ||
    host === 'media-controller'
  )
}
