import type Hls from 'hls.js'
import type { HlsConfig, Level, MediaPlaylist } from 'hls.js'
import { playerWords } from '../../../contract/words/player.ts'
import { type FragmentLoading, fragmentLoader } from '../source/fragment-loader.ts'
import { type PlaylistLoading, playlistLoader } from '../source/playlist-loader.ts'
import { isAv1 } from './codecs.ts'
import { beforeEnd } from './film-end.ts'
import type { Rendition } from './renditions.ts'
import type { Sound } from './sounds.ts'

/** Something that feeds the video element. */
export interface Engine {
  /** What is buffered stays. hls.js fetches no more; the browser's own player is only paused. */
  stop(): void
  destroy(): void
  /** Chooses a quality by its place in the list given to `onRenditions`; -1 leaves it to the engine. */
  select(index: number): void
  /** Chooses a sound track by its place in the list given to `onSounds`. */
  hear(index: number): void
}

export interface EngineOptions {
  video: HTMLVideoElement
  url: string
  /** Seconds from the beginning at which play starts. */
  position: number
  /** The rendition whose segments are already on their way. */
  firstRendition: string | undefined
  fragments: FragmentLoading
  playlists: PlaylistLoading
  /** @param isNew nothing has been chosen among them yet */
  onRenditions: (renditions: Rendition[], isNew: boolean) => void
  onSounds: (sounds: Sound[], playing: number) => void
  /** It cannot go on. `isMedia`: for what it was given; else there was nothing to be had. */
  onBroken: (details: string, isMedia: boolean) => void
}

/** Seconds of film kept ahead. No more, or segments would be fetched long before they are watched. */
const bufferSeconds = 30
/** Films of a few pictures. */
const shortSeconds = 0.5
const recoveriesAllowed = 3
const recoveriesWithinMs = 60_000

/** hls.js decides what to load and when; how it is loaded is decided here. */
const configOf = ({ fragments, playlists }: EngineOptions): Partial<HlsConfig> => ({
  autoStartLoad: false,
  // Until play is pressed, no more than the segment that it begins with.
  maxBufferLength: 1,
  maxMaxBufferLength: 1,
  backBufferLength: bufferSeconds,
  fLoader: fragmentLoader(fragments),
  pLoader: playlistLoader(playlists),
  // CMAF needs no transmuxing, and a worker would need `worker-src blob:`.
  enableWorker: false,
  // Analytics in the query would break the signature.
  cmcd: undefined,
  testBandwidth: false,
  abrEwmaDefaultEstimate: 2_000_000,
  // Captions are tracks of the video element, beside the playlists' own.
  subtitleStreamController: undefined,
  subtitleTrackController: undefined,
  timelineController: undefined,
  enableInterstitialPlayback: false,
})

/** Attaches hls.js to the video element and starts it. */
export function startHls(HlsClass: typeof Hls, options: EngineOptions): Engine {
  const { video, url, position, firstRendition, onRenditions, onSounds, onBroken } = options
  const { Events, ErrorTypes } = HlsClass
  const hls = new HlsClass(configOf(options))
  let recoveries: number[] = []

  const fillBuffer = () => {
    Object.assign(hls.config, { maxBufferLength: bufferSeconds, maxMaxBufferLength: bufferSeconds })
  }
  // Once: where the browser has no room for so much, hls.js keeps less from then on.
  if (video.paused) video.addEventListener('play', fillBuffer, { once: true })
  else fillBuffer()
  // What is on its way is shown, also where the player is too small for it: nothing is there sooner.
  const fitPlayer = (_event: unknown, { frag }: { frag: { type: string } }) => {
    if (frag.type !== 'main') return
    hls.off(Events.FRAG_BUFFERED, fitPlayer)
    hls.capLevelToPlayerSize = true
  }
  hls.on(Events.FRAG_BUFFERED, fitPlayer)

  hls.on(Events.MANIFEST_PARSED, () => {
    keepOneCodec(hls, isAv1(firstRendition))
    const first = hls.levels.findIndex((level) => level.uri.includes(`/${firstRendition}/`))
    hls.startLevel = first === -1 ? hls.firstLevel : first
    onRenditions(hls.levels.map(toRendition), true)
    // What the device turns out not to play is taken out, and the places of the others change.
    hls.on(Events.LEVELS_UPDATED, () => onRenditions(hls.levels.map(toRendition), false))
    hls.startLoad(position)
  })

  let pictureSeconds = Number.POSITIVE_INFINITY
  let restart: ReturnType<typeof setTimeout> | undefined
  // Before the press the segment that it begins with is all there is, as at the end of the film.
  let opening: { start: number; end: number } | undefined
  const goBeyond = () => {
    opening = undefined
  }
  video.addEventListener('play', goBeyond)
  hls.on(Events.LEVEL_LOADED, (_event, { details }) => {
    const isFirst = pictureSeconds === Number.POSITIVE_INFINITY
    pictureSeconds = details.edge
    if (isFirst && video.paused)
      opening = details.fragments.find(({ start, end }) => start <= position && position < end)
    const from = beforeEnd(position, pictureSeconds)
    if (!isFirst || from >= position) return
    // hls.js has begun to load at the place asked for. That one has to have ended before the one within the
    // film begins: its end, which comes later, would be taken for the other's, and the segment be sent for again.
    hls.stopLoad()
    restart = setTimeout(() => hls.startLoad(from))
  })
  // hls.js tells the browser of the end only once it has seen the sound play, and with so few pictures
  // the browser plays nothing until it knows of the end.
  const whole = new Set<string>()
  hls.on(Events.FRAG_BUFFERED, (_event, { frag }) => {
    if (frag.endList !== true || pictureSeconds > shortSeconds) return
    whole.add(frag.type)
    if (whole.size > Math.min(hls.audioTracks.length, 1))
      for (const type of ['video', 'audio'] as const) hls.trigger(Events.BUFFER_EOS, { type })
  })
  const endFrom = (at: number) =>
    opening && opening.start <= at && at < opening.end
      ? Math.min(opening.end, pictureSeconds)
      : pictureSeconds
  const keepWithin = () => {
    const within = beforeEnd(video.currentTime, endFrom(video.currentTime))
    if (within < video.currentTime && !video.ended) video.currentTime = within
  }
  video.addEventListener('seeking', keepWithin)

  // Both groups of sound have what is in stereo alone: it is one choice.
  const sounds = () => hls.audioTracks.filter(({ url }, index, all) => index === firstOf(all, url))
  const tellSounds = () => {
    const playing = hls.audioTracks[hls.audioTrack]?.url
    onSounds(sounds().map(toSound), firstOf(sounds(), playing))
  }
  hls.on(Events.AUDIO_TRACKS_UPDATED, tellSounds)
  hls.on(Events.AUDIO_TRACK_SWITCHING, tellSounds)

  hls.on(Events.ERROR, (_event, { fatal, type, details }) => {
    if (!fatal) return
    const now = performance.now()
    recoveries = [...recoveries.filter((at) => now - at < recoveriesWithinMs), now]
    const isHopeless = recoveries.length > recoveriesAllowed || isAv1(firstRendition)
    const isMedia = type === ErrorTypes.MEDIA_ERROR
    if (!isMedia || isHopeless) return onBroken(details, isMedia)
    const wasPlaying = !video.paused
    hls.recoverMediaError()
    if (wasPlaying) video.play().catch(() => undefined)
  })

  hls.attachMedia(video)
  hls.loadSource(url)
  return {
    stop: () => {
      clearTimeout(restart)
      hls.stopLoad()
    },
    destroy: () => {
      clearTimeout(restart)
      video.removeEventListener('seeking', keepWithin)
      video.removeEventListener('play', fillBuffer)
      video.removeEventListener('play', goBeyond)
      hls.destroy()
    },
    select: (index) => {
      if (index === -1) hls.loadLevel = -1
      else hls.nextLevel = index
    },
    hear: (index) => {
      const track = firstOf(hls.audioTracks, sounds()[index]?.url)
      if (track !== -1 && track !== hls.audioTrack) hls.audioTrack = track
    },
  }
}

/** A film goes on in the codec that it began with: no device changes it without a break. */
function keepOneCodec(hls: Hls, av1: boolean): void {
  for (let index = hls.levels.length - 1; index >= 0; index--) {
    const inAv1 = hls.levels[index]?.videoCodec?.startsWith('av01') ?? false
    if (inAv1 !== av1) hls.removeLevel(index)
  }
}

/** Called by the folder that its playlist lies in: the name that the API has for it. */
const toRendition = ({ uri, width, height, bitrate }: Level): Rendition => ({
  id: uri.split('/').at(-2) ?? uri,
  width,
  height,
  bitrate,
})

const firstOf = (tracks: readonly { url: string }[], url: string | undefined): number =>
  tracks.findIndex((track) => track.url === url)

const toSound = ({ url, name, lang, channels }: MediaPlaylist): Sound => ({
  id: url,
  label: Number(channels) > 2 ? playerWords('surround', { name }) : name,
  language: lang ?? '',
})
