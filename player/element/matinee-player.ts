import type { PlaybackSession } from '../../contract/playback.ts'
import { noteCramped } from './cramped.ts'
import { storage } from './device.ts'
import type { Elsewhere } from './elsewhere/elsewhere.ts'
import { elsewhereFor } from './elsewhere/elsewhere-for.ts'
import { startOf } from './engine/film-end.ts'
import { engineFor } from './engine/native.ts'
import { RenditionList } from './engine/renditions.ts'
import { SoundList } from './engine/sounds.ts'
import { followPage } from './page-life.ts'
import { Messages } from './panels/messages.ts'
import { element } from './panels/overlay.ts'
import { panelActions } from './panels/panel-actions.ts'
import { Playback } from './playback.ts'
import { initialView, nextView, type View, type ViewEvent } from './states.ts'
import { sheet } from './styles/sheet.ts'
import { thisBrowser } from './this-browser.ts'
import { showPoster } from './tools/controls.ts'
import type { FollowingFilm, NextFilm } from './tools/end-screen.ts'
import { setExtras, setTextTracks } from './tools/text-tracks.ts'
import { ViewerTools } from './tools/viewer-tools.ts'
import { listenToVideo } from './video-events.ts'

const styleSheet = sheet()

/** By now the access token that the page was loaded with may have run out. */
let pageHasOpened = false

/**
 * Plays one film of Matinee wherever it is placed, as far as the viewer may watch it.
 *
 * @attr video-id  the film's id or slug; setting it begins
 * @attr api       where Matinee is, such as `https://films.example`, on a page that is not its own; the
 *                 player then opens a tab to sign in and to pay. Set it before `video-id`
 * @attr poster    address of the picture shown until the first frame
 * @attr crossorigin  asks for that picture as an `<img>` with this attribute does, so that a page that has shown
 *                 it so has it already; set it before `poster`
 * @attr autoplay  begins to play without a click, where the browser lets it
 * @attr engine    `native` or `hls.js`, to overrule the choice made by what the browser can do
 * @attr start     the second at which it begins, instead of where the viewer was last time
 * @attr film-title  told to lock screens, and on top of a full screen
 * @attr link      address of the film's page: offers to copy the link at a time
 * @attr page-keys  the player's keys work wherever the focus is on the page, but in fields
 * @attr own-notices  the page itself says that a payment is due
 * @attr state     (read) idle, opening, ready, playing, paused, buffering, ended or stopped
 *
 * @prop session   a playback session that the page has opened already; set it before `video-id`
 * @prop renewSignIn  how the page renews an access token that has run out: `() => Promise<boolean>`;
 *                    without it the player asks the API itself
 * @prop video     the video element inside
 * @prop more      films to go on with at the end: `{href, title, posterUrl}[]`
 * @prop next      what follows in its series: `{href, title, posterUrl, plays}`; counted down to at the end
 *                 and chosen by itself where `plays` says that the viewer may watch it
 * @prop view      what is shown beside the picture
 *
 * @fires matinee-state    `{view}` whenever the state changes
 * @fires matinee-session  `{session}` when a playback session was opened
 * @fires matinee-begun    `{videoId}` when its play has begun and counts: a rental's time runs from now on
 * @fires matinee-offer    `{videoId, offer, priceId, currency?}`: the viewer chose a way to pay
 * @fires matinee-sign-in  `{videoId}`: the viewer wants to sign in
 *                         With `api` set, a page that deals with these two itself prevents the default
 * @fires matinee-choose   `{film}`: `next`, or one of `more`, was chosen; `preventDefault` keeps the link from being followed
 * @fires matinee-ended    the film has been played to its end
 *
 * All events bubble out of shadow trees.
 */
export class MatineePlayer extends HTMLElement {
  static readonly observedAttributes = ['video-id', 'poster', 'film-title']

  readonly video = element('video', { playsinline: '', crossorigin: 'anonymous', preload: 'auto' })
  session: PlaybackSession | undefined
  renewSignIn: (() => Promise<boolean>) | undefined
  #view: View = initialView
  #playback: Playback | undefined
  #elsewhere: Elsewhere | undefined
  #stopFollowing: () => void = () => undefined
  readonly #tools: ViewerTools
  readonly #messages = new Messages(
    panelActions({
      videoId: () => this.getAttribute('video-id'),
      emit: (type, detail) => this.#emit(type, detail),
      reload: (position) => this.reload(position),
      elsewhere: () => this.#elsewhere,
      api: () => this.#playback?.source.api,
    }),
  )
  readonly #renditions = new RenditionList((index) => this.#playback?.engine.select(index))
  readonly #sounds = new SoundList((index) => this.#playback?.hear(index))

  constructor() {
    super()
    Object.assign(this.video, { videoRenditions: this.#renditions })
    // Few browsers have a list of their own.
    if (!('audioTracks' in this.video)) Object.assign(this.video, { audioTracks: this.#sounds })
    this.#tools = new ViewerTools({
      host: this,
      video: this.video,
      store: storage(),
      renditions: this.#renditions,
      view: () => this.#view,
      press: (play) => this.#playback?.press(play) ?? false,
      onChoose: (film) => !this.#emit('matinee-choose', { film }),
    })
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true })
    root.adoptedStyleSheets = [styleSheet, this.#tools.captions.sheet]
    const over = [...this.#messages.elements, ...this.#tools.elements]
    root.append(this.#tools.controls, ...over)
    noteCramped(this, over)
    listenToVideo(this.video, {
      playback: () => this.#playback,
      view: () => this.#view,
      tell: (event) => this.#tell(event),
      onEnded: () => this.#emit('matinee-ended', {}),
    })
  }

  /** Films to go on with once this one has ended. */
  get more(): readonly NextFilm[] {
    return this.#tools.more
  }

  set more(films: readonly NextFilm[]) {
    this.#tools.more = films
    this.#tools.draw(this.#view)
  }

  /** What follows in its series or collection; it plays by itself unless the viewer has chosen otherwise. */
  get next(): FollowingFilm | null {
    return this.#tools.next
  }

  set next(film: FollowingFilm | null) {
    this.#tools.next = film
    this.#tools.draw(this.#view)
  }

  get view(): View {
    return this.#view
  }

  connectedCallback(): void {
    this.#stopFollowing = followPage({
      hidden: () => this.#playback?.rest(),
      back: () => this.#playback?.comeBack(),
      online: () => {
        this.#playback?.source.hurry()
        if (this.#view.panel?.kind === 'unavailable') this.#reopen()
      },
    })
    this.#tools.connect()
    if (this.#playback === undefined) this.#open()
  }

  disconnectedCallback(): void {
    this.#stopFollowing()
    this.#tools.disconnect()
    this.#playback?.destroy()
    this.#playback = undefined
    this.#elsewhere?.destroy()
    this.#elsewhere = undefined
  }

  attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (before === value) return
    if (name === 'poster') showPoster(this.#tools.controls, value, this.getAttribute('crossorigin'))
    if (name !== 'video-id') this.#tools.describe()
    else if (this.isConnected) this.#open()
  }

  /** The viewer wants it played again, at the same place unless told otherwise: after a payment, or after trouble. */
  reload(position?: number): void {
    this.#open(position ?? this.#place, true)
  }

  /** Begins again by itself: at the same place, and to play only where that was wanted before. */
  #reopen(): void {
    this.#open(this.#place, this.#playback?.engine.wantsPlay)
  }

  get #place(): number | undefined {
    return this.#playback?.engine.position || undefined
  }

  #open(position?: number, play = this.hasAttribute('autoplay')): void {
    this.#playback?.destroy()
    this.#playback = undefined
    const videoId = this.getAttribute('video-id')
    if (videoId === null) return
    const engine = engineFor(this.video, this.getAttribute('engine'))
    const elsewhere = this.#wayElsewhere(videoId)
    this.#playback = new Playback({
      video: this.video,
      videoId,
      ...thisBrowser(),
      fetch: elsewhere?.fetch ?? fetch.bind(window),
      api: elsewhere?.origin,
      engine,
      renewSignIn: this.renewSignIn ?? elsewhere?.renewSignIn,
      isAgain: pageHasOpened,
      tell: (event) => this.#tell(event),
      onSilenced: () => this.#tools.silence(),
      onSession: (session) => {
        this.#tools.describe(session.chapters)
        // Where the browser plays by itself it finds the captions in the playlist.
        const captions = engine === 'native' ? [] : session.captions
        setTextTracks(this.video, { ...session, captions })
        this.#emit('matinee-session', { session })
      },
      onBegun: () => this.#emit('matinee-begun', { videoId }),
      onExtras: (extras) => setExtras(this.video, extras),
      onRenditions: (renditions, isNew) => this.#renditions.fill(renditions, isNew),
      onSounds: (sounds, playing) => this.#sounds.fill(sounds, playing),
    })
    pageHasOpened = true
    const { session } = this
    this.session = undefined
    void this.#playback.start(position ?? startOf(this.getAttribute('start')), session)
    if (play) this.#playback.play()
  }

  #tell(event: ViewEvent): void {
    const before = this.#view
    this.#view = nextView(before, event)
    this.#draw(before)
    this.#emit('matinee-state', { view: this.#view })
  }

  #draw(before: View): void {
    this.setAttribute('state', this.#view.phase)
    const hadFocus = this.matches(':focus-within')
    this.#tools.draw(this.#view)
    this.#messages.draw(this.#view, before, hadFocus)
    this.#tools.keepFocus(hadFocus)
  }

  /** Where the page is not Matinee's own: the way there, kept as long as the film is the same. */
  #wayElsewhere(videoId: string): Elsewhere | undefined {
    const onAccess = () => this.reload()
    const onKnown = () => this.#reopen()
    const api = this.getAttribute('api')
    this.#elsewhere = elsewhereFor(this.#elsewhere, { api, videoId, onAccess, onKnown })
    return this.#elsewhere
  }

  /** @returns whether nobody has prevented what follows by itself */
  #emit(type: string, detail: object): boolean {
    const options = { detail, bubbles: true, composed: true, cancelable: true }
    return this.dispatchEvent(new CustomEvent(type, options))
  }
}
