import { MediaUIEvents } from 'media-chrome/constants'
import { playerWords } from '../../contract/words/player.ts'
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
import 'media-chrome/menu/media-audio-track-menu'
import 'media-chrome/menu/media-captions-menu'
import 'media-chrome/menu/media-captions-menu-button'
import 'media-chrome/menu/media-playback-rate-menu'
import 'media-chrome/menu/media-rendition-menu'
import 'media-chrome/menu/media-settings-menu'
import 'media-chrome/menu/media-settings-menu-button'
import 'media-chrome/menu/media-settings-menu-item'

const bar = () => `
<media-loading-indicator slot="centered-chrome" noautohide></media-loading-indicator>
<media-play-button slot="centered-chrome" class="first-play" notooltip></media-play-button>
<media-settings-menu hidden anchor="auto">
  <media-settings-menu-item>
    ${playerWords('speed')}
    <media-playback-rate-menu slot="submenu" hidden rates="0.5 0.75 1 1.25 1.5 1.75 2">
      <div slot="title">${playerWords('speed')}</div>
    </media-playback-rate-menu>
  </media-settings-menu-item>
  <media-settings-menu-item class="sound" hidden>
    ${playerWords('sound')}
    <media-audio-track-menu slot="submenu" hidden>
      <div slot="title">${playerWords('sound')}</div>
    </media-audio-track-menu>
  </media-settings-menu-item>
  <media-settings-menu-item class="quality">
    ${playerWords('quality')}
    <media-rendition-menu slot="submenu" hidden>
      <div slot="title">${playerWords('quality')}</div>
    </media-rendition-menu>
  </media-settings-menu-item>
</media-settings-menu>
<media-captions-menu hidden anchor="auto"></media-captions-menu>
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
  <media-time-display showduration></media-time-display>
  <span class="spacer"></span>
  <media-captions-menu-button class="captions"></media-captions-menu-button>
  <media-settings-menu-button></media-settings-menu-button>
  <media-airplay-button></media-airplay-button>
  <media-pip-button class="roomy"></media-pip-button>
  <media-fullscreen-button></media-fullscreen-button>
</media-control-bar>
</div>`

/**
 * The controls around a video element: play, seek with previews, time, volume, captions, quality,
 * speed, AirPlay, picture in picture and full screen, and the usual keys while the focus is inside.
 *
 * @param host what the controls are in, and what fills the screen
 */
export function createControls(video: HTMLVideoElement, host: HTMLElement): MediaController {
  const controller = new MediaController()
  controller.setAttribute('breakpoints', 'sm:480 md:768')
  controller.setAttribute('nosubtitleslangpref', '')
  controller.innerHTML = bar()
  video.slot = 'media'
  controller.prepend(video)
  toggleWhatIs(controller, video)
  hearEveryKey(controller, host)
  controller.fullscreenElement = host
  return controller
}

/**
 * Every request to play or to pause is a press for the other of the two. The controls know which is
 * which from the video element's events; where those come late, on a busy page, they would ask for
 * what is so already, and the press would be lost.
 */
function toggleWhatIs(controller: MediaController, video: HTMLVideoElement): void {
  const toggle = (event: Event) => {
    event.stopImmediatePropagation()
    if (video.paused) video.play().catch(() => undefined)
    else video.pause()
  }
  for (const type of [MediaUIEvents.MEDIA_PLAY_REQUEST, MediaUIEvents.MEDIA_PAUSE_REQUEST]) {
    controller.addEventListener(type, toggle, { capture: true })
  }
}

/**
 * A key acts when it is released, and the controls wait for one release at a time: of keys that
 * overlap, as they do under quick fingers, only the first would act. So as long as another key is
 * down they are told of it again. `host` hears of a release after they do.
 */
function hearEveryKey(controller: MediaController, host: HTMLElement): void {
  const down = new Set<string>()
  controller.addEventListener('keydown', ({ key, altKey, metaKey }) => {
    if (!altKey && !metaKey) down.add(key)
  })
  controller.addEventListener('focusout', () => down.clear())
  host.addEventListener('keyup', ({ key }) => {
    down.delete(key)
    const still = [...down].at(-1)
    if (still !== undefined) controller.dispatchEvent(new KeyboardEvent('keydown', { key: still }))
  })
}
