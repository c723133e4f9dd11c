import { MediaUIEvents } from 'media-chrome/constants'
import { playerWords } from '../../../contract/words/player.ts'
import 'media-chrome/media-airplay-button'
import 'media-chrome/media-control-bar'
import MediaController from 'media-chrome/media-controller'
import 'media-chrome/media-fullscreen-button'
import 'media-chrome/media-loading-indicator'
import 'media-chrome/media-mute-button'
import 'media-chrome/media-pip-button'
import 'media-chrome/media-play-button'
import 'media-chrome/media-seek-backward-button'
import 'media-chrome/media-seek-forward-button'
import 'media-chrome/media-time-display'
import 'media-chrome/media-time-range'
import 'media-chrome/media-volume-range'
import { captionsOf, shownCaptions } from './captions.ts'

/** The largest first. */
export const controlNames = [
  ...['media-time-range', 'media-volume-range', 'media-controller', 'media-play-button'],
  ...['media-mute-button', 'media-seek-backward-button', 'media-seek-forward-button'],
  ...['media-pip-button', 'media-fullscreen-button', 'media-airplay-button'],
  ...['media-control-bar', 'media-loading-indicator', 'media-time-display'],
]

const bar = () => `
<img slot="poster" class="poster" alt="">
<media-loading-indicator slot="centered-chrome" noautohide></media-loading-indicator>
<media-play-button slot="centered-chrome" class="first-play" notooltip></media-play-button>
<div slot="top-chrome" class="film-title"></div>
<div class="bottom">
<media-control-bar class="seek">
  <media-time-range></media-time-range>
</media-control-bar>
<media-control-bar class="buttons">
  <media-play-button></media-play-button>
  <media-seek-backward-button class="roomy" seekoffset="10"></media-seek-backward-button>
  <media-seek-forward-button class="roomy" seekoffset="10"></media-seek-forward-button>
  <media-mute-button></media-mute-button>
  <media-volume-range class="roomy"></media-volume-range>
  <media-time-display showduration notoggle aria-hidden="true"></media-time-display>
  <span class="spacer"></span>
  <button type="button" class="gear captions" hidden aria-pressed="false" aria-label="${playerWords('captions')}">
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M3 5h18v14H3zm3 5v2h5v-2zm7 0v2h5v-2zm-7 4v2h7v-2zm9 0v2h3v-2z" fill-rule="evenodd"/></svg>
  </button>
  <button type="button" class="gear" aria-haspopup="dialog" aria-label="${playerWords('settings')}">
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M19.4 13a7.6 7.6 0 0 0 0-2l2.1-1.6-2-3.5-2.5 1a7.6 7.6 0 0 0-1.7-1L15 3.2h-4l-.4 2.7a7.6 7.6 0 0 0-1.7 1l-2.5-1-2 3.5L6.5 11a7.6 7.6 0 0 0 0 2l-2.1 1.6 2 3.5 2.5-1a7.6 7.6 0 0 0 1.7 1l.4 2.700h4l.4-2.700a7.6 7.6 0 0 0 1.7-1l2.5 1 2-3.500zM13 15.500a3.5 3.5 0 1 1 0-7 3.5 3.5 0 0 1 0 7z"/></svg>
  </button>
  <media-airplay-button></media-airplay-button>
  <media-pip-button class="roomy"></media-pip-button>
  <media-fullscreen-button></media-fullscreen-button>
</media-control-bar>
</div>`

/**
 * The controls around a video element: play, seek with previews, time, volume, captions, settings,
 * AirPlay, picture in picture and full screen.
 *
 * @param host what the controls are in, and what fills the screen
 * @param on what follows when play or pause, or captions, are pressed
 */
export function createControls(
  video: HTMLVideoElement,
  host: HTMLElement,
  on: { press(): void; captions(): void },
): MediaController {
  const controller = new MediaController()
  controller.setAttribute('breakpoints', 'sm:480 md:768')
  controller.setAttribute('nosubtitleslangpref', '')
  controller.setAttribute('nohotkeys', '')
  controller.innerHTML = bar()
  video.slot = 'media'
  controller.prepend(video)
  toggleWhatIs(controller, () => on.press())
  roundTotal(controller.querySelector('media-time-display'))
  const poster = controller.querySelector('.poster')
  poster?.addEventListener('error', () => poster.removeAttribute('src'))
  controller.querySelector('.captions')?.addEventListener('click', () => on.captions())
  noteCaptions(controller, video)
  controller.fullscreenElement = host
  return controller
}

/** The button for captions is there while the film has any. */
function noteCaptions(controls: Element, video: HTMLVideoElement): void {
  const button = controls.querySelector('.captions')
  const look = () => {
    button?.toggleAttribute('hidden', captionsOf(video).length === 0)
    button?.setAttribute('aria-pressed', String(shownCaptions(video) !== null))
  }
  for (const type of ['addtrack', 'removetrack', 'change'])
    video.textTracks.addEventListener(type, look)
  look()
}

/**
 * Shows a picture until the film plays. The video element would ask for it as it asks for the film, under
 * cross-origin rules, which a redirect and a browser's cache of pictures do not keep.
 */
export function showPoster(controls: Element, address: string | null, cors: string | null): void {
  const picture = controls.querySelector<HTMLImageElement>('.poster')
  if (picture) picture.crossOrigin = cors
  if (address) picture?.setAttribute('src', address)
  else picture?.removeAttribute('src')
}

/** A film's length is as it is told elsewhere: to the nearest second, not the last full one. */
function roundTotal(display: Element | null): void {
  if (display === null) return
  Object.defineProperty(display, 'mediaDuration', {
    get: () => Math.round(Number(display.getAttribute('mediaduration') ?? Number.NaN)),
    set: (seconds: number) => display.setAttribute('mediaduration', String(seconds)),
  })
}

/**
 * Every request to play or to pause is a press for the other of the two. The controls know which is
 * which from the video element's events; where those come late, on a busy page, they would ask for
 * what is so already, and the press would be lost.
 */
function toggleWhatIs(controller: MediaController, press: () => void): void {
  const toggle = (event: Event) => {
    event.stopImmediatePropagation()
    press()
  }
  for (const type of [MediaUIEvents.MEDIA_PLAY_REQUEST, MediaUIEvents.MEDIA_PAUSE_REQUEST]) {
    controller.addEventListener(type, toggle, { capture: true })
  }
}
