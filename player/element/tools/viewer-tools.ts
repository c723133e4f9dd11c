import type { Chapter } from '../../../contract/catalog.ts'
import { playerWords } from '../../../contract/words/player.ts'
import type { RenditionList } from '../engine/renditions.ts'
import { element } from '../panels/overlay.ts'
import type { View } from '../states.ts'
import { Captions } from './caption-look.ts'
import { Commands } from './commands.ts'
import { createControls } from './controls.ts'
import { EndScreen, type FollowingFilm, type NextFilm } from './end-screen.ts'
import { Feedback } from './feedback.ts'
import { isOnPicture, listenToGestures } from './gestures.ts'
import { HeldQuality } from './held-quality.ts'
import { listenToHolds } from './holds.ts'
import { KeySheet } from './key-sheet.ts'
import type { Command } from './keys.ts'
import { saidOf } from './language.ts'
import { soundsOf } from './liked-sound.ts'
import { describeFilm, obeyMediaKeys } from './media-session.ts'
import { listenToKeys } from './page-keys.ts'
import { Likings } from './preferences.ts'
import { Settings } from './settings.ts'
import { turnInFullScreen } from './turned.ts'
import { keepAwake } from './wake-lock.ts'

export interface ViewerToolsOptions {
  host: HTMLElement
  video: HTMLVideoElement
  store: Storage | undefined
  renditions: RenditionList
  view: () => View
  /** Plays or pauses, by default the other of the two. Answers which. */
  press: (play?: boolean) => boolean
  onChoose: (film: NextFilm) => boolean
}

/** All that a viewer does with a film besides choosing it: by button, key, gesture and lock screen. */
export class ViewerTools {
  readonly controls: HTMLElement
  readonly likings: Likings
  readonly captions: Captions
  /** To be placed over the controls, in this order. */
  readonly elements: HTMLElement[]
  more: readonly NextFilm[] = []
  next: FollowingFilm | null = null
  readonly #options: ViewerToolsOptions
  readonly #commands: Commands
  readonly #feedback = new Feedback()
  readonly #sheet = new KeySheet(() => this.#cover(this.#options.view()))
  readonly #settings: Settings
  readonly #end: EndScreen
  readonly #soundOn = element('button', { type: 'button', class: 'sound-on', hidden: '' })
  #chapters: readonly Chapter[] | undefined
  #stop: (() => void)[] = []

  constructor(options: ViewerToolsOptions) {
    const { host, video, store, renditions, press, onChoose } = options
    this.#options = options
    this.controls = createControls(video, host, {
      press,
      captions: () => this.run({ kind: 'captions' }),
    })
    this.likings = new Likings(video, store)
    this.captions = new Captions(video, this.controls, this.likings.now.look)
    this.#commands = new Commands({
      ...{ video, press },
      controls: this.controls,
      say: (text) => this.#feedback.say(text),
      captionLanguages: () => this.#captionLanguages(),
    })
    this.#settings = new Settings({
      video,
      renditions,
      sounds: soundsOf(video),
      likings: this.likings,
      onLook: (look) => {
        this.captions.look = look
      },
      link: () => host.getAttribute('link'),
      onClose: (hadFocus) => this.#settingsClosed(hadFocus),
    })
    this.#end = new EndScreen({
      onReplay: () => this.#replay(),
      onChoose,
      byItself: () => this.likings.now.nextByItself,
      onByItself: (wanted) => {
        this.likings.nextByItself = wanted
      },
    })
    this.#soundOn.textContent = playerWords('turnSoundOn')
    this.#soundOn.addEventListener('click', () => {
      video.muted = false
      this.#soundOn.hidden = true
    })
    video.addEventListener('volumechange', () => {
      if (!video.muted) this.#soundOn.hidden = true
    })
    this.#gear?.addEventListener('click', () => this.#toggleSettings())
    listenToGestures(this.controls, (command) => this.run(command))
    listenToHolds({
      ...{ video, controls: this.controls, isOnPicture },
      saySpeed: () => this.#feedback.say(playerWords('speedIs', { speed: video.playbackRate })),
      leaveFullScreen: () => this.run({ kind: 'full-screen' }),
    })
    turnInFullScreen(host, video)
    // A press may hide what was pressed.
    host.addEventListener('click', () => this.keepFocus(false))
    this.elements = [
      this.#feedback.element,
      this.#soundOn,
      new HeldQuality(video, renditions).element,
      this.#settings.element,
      this.#end.element,
      this.#sheet.element,
    ]
  }

  connect(): void {
    const { host, video, press } = this.#options
    const everywhere = () => host.hasAttribute('page-keys')
    this.#stop = [
      listenToKeys({ host, everywhere, run: (command) => this.run(command) }),
      obeyMediaKeys(video, press, (command) => this.run(command)),
      keepAwake(video),
    ]
  }

  disconnect(): void {
    for (const stop of this.#stop) stop()
    this.#stop = []
    this.#chapters = undefined
    this.#end.stop()
  }

  /** What the lock screen and the top of a full screen say of the film, once there is one. */
  describe(chapters = this.#chapters): void {
    this.#chapters = chapters
    if (chapters === undefined) return
    const { host, video } = this.#options
    const title = host.getAttribute('film-title') ?? ''
    const line = this.controls.querySelector('.film-title')
    if (line !== null) line.textContent = title
    if (title !== '')
      describeFilm(video, { title, posterUrl: host.getAttribute('poster'), chapters })
  }

  /** The browser lets the film begin only without sound: one press turns it on. */
  silence(): void {
    this.likings.silence()
    this.#soundOn.hidden = false
  }

  /** Answers whether the command was one for now. */
  run(command: Command): boolean {
    if (command.kind === 'close') return this.#close()
    if (this.#options.view().panel !== null) return false
    if (command.kind === 'keys') {
      this.#settings.close()
      this.#sheet.toggle()
      return true
    }
    this.#commands.run(command)
    return true
  }

  draw(view: View): void {
    const isOver = view.phase === 'ended'
    const covered = [this.controls, this.#settings.element, this.#sheet.element]
    // What has the focus is covered, and loses it.
    const movesFocus = isOver && covered.some((one) => one.matches(':focus-within'))
    if (view.panel !== null || isOver) this.#settings.close()
    // At the end it may be opened again.
    if (view.panel !== null || (isOver && this.#end.element.hidden)) this.#sheet.close()
    this.#end.draw(isOver, this.more, this.next)
    this.#cover(view)
    if (movesFocus) this.#end.element.focus()
  }

  /**
   * What is gone leaves the focus to the button to play rather than to the page.
   *
   * @param had the player had the focus before what has just happened
   */
  keepFocus(had: boolean): void {
    const holder = this.#options.host.shadowRoot?.activeElement ?? null
    // The browser takes the focus from what is hidden only later.
    const isLost = holder === null ? had : holder.getClientRects().length === 0
    if (isLost) this.#focusPlay()
  }

  #focusPlay(): void {
    this.controls.querySelector<HTMLElement>('.bottom media-play-button')?.focus()
  }

  /** What cannot be seen cannot have the focus either. */
  #cover({ phase, panel }: View): void {
    this.controls.inert = panel !== null || phase === 'ended' || this.#sheet.isOpen
  }

  #replay(): void {
    const { video } = this.#options
    video.currentTime = 0
    void video.play().catch(() => undefined)
    // The button that was pressed goes.
    this.controls.inert = false
    this.#focusPlay()
  }

  get #gear(): HTMLElement | null {
    return this.controls.querySelector('.gear:not(.captions)')
  }

  #close(): boolean {
    if (this.#sheet.isOpen) this.#sheet.close()
    else if (this.#settings.isOpen) this.#settings.close()
    else return this.#end.stop()
    return true
  }

  #toggleSettings(): void {
    if (this.#settings.isOpen) {
      this.#settings.close()
      return
    }
    // The controls stay while something is chosen.
    this.controls.setAttribute('autohide', '-1')
    this.#gear?.setAttribute('aria-expanded', 'true')
    this.#settings.open()
  }

  #settingsClosed(hadFocus: boolean): void {
    this.controls.removeAttribute('autohide')
    this.#gear?.removeAttribute('aria-expanded')
    if (hadFocus) this.#gear?.focus()
  }

  /** The viewer's own choice, then what is read here, then what the browser is set to, then what is heard. */
  #captionLanguages(): string[] {
    const heard = [...(soundsOf(this.#options.video) ?? [])].find(({ enabled }) => enabled)
    const first = [this.likings.now.lastCaptions, saidOf(document)]
    return [...first, ...navigator.languages, heard?.language].filter((tag) => !!tag) as string[]
  }
}
