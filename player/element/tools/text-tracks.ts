import type { Chapter } from '../../../contract/catalog.ts'
import type { Caption, PlaybackExtras, PlaybackSession } from '../../../contract/playback.ts'

/**
 * Gives the video its captions, preview pictures and chapters. Called again under a new session it
 * renews the addresses and leaves the viewer's choice of captions as it is.
 */
export function setTextTracks(video: HTMLVideoElement, session: PlaybackSession): void {
  setExtras(video, session)
  setChapters(video, session.chapters)
}

/** Captions and preview pictures, which may be others than before while the film goes on. */
export function setExtras(
  video: HTMLVideoElement,
  { captions, storyboardUrl }: Pick<PlaybackExtras, 'captions' | 'storyboardUrl'>,
): void {
  setCaptions(video, captions)
  setStoryboard(video, storyboardUrl)
}

function setCaptions(video: HTMLVideoElement, captions: Caption[]): void {
  const old = [...video.querySelectorAll<HTMLTrackElement>('track[kind="subtitles"]')]
  for (const { language, label, url } of captions) {
    const known = old.find((one) => one.srclang === language)
    const fresh = () => track({ kind: 'subtitles', srclang: language, label, src: url })
    if (known === undefined) {
      video.append(fresh())
    } else if (known.label !== label || versionOf(known.src) !== versionOf(url)) {
      takePlace(fresh(), known)
    } else if (known.readyState !== HTMLTrackElement.LOADED) {
      known.src = url
    }
  }
  const wanted = new Set(captions.map(({ language }) => language))
  for (const one of old) if (!wanted.has(one.srclang)) one.remove()
}

/** Tells captions that took the place of others from these, whatever the session. */
const versionOf = (url: string) => new URL(url, location.href).searchParams.get('v')

/** Captions that are shown go on being shown. */
function takePlace(fresh: HTMLTrackElement, old: HTMLTrackElement): void {
  const { mode } = old.track
  old.replaceWith(fresh)
  fresh.track.mode = mode
}

/** Its pictures lie beside it, so it has to be read anew under each session. */
function setStoryboard(video: HTMLVideoElement, url: string | null): void {
  video.querySelector('track[label="thumbnails"]')?.remove()
  if (url === null) return
  video.append(track({ kind: 'metadata', label: 'thumbnails', src: url, default: '' }))
}

function track(attributes: Record<string, string>): HTMLTrackElement {
  const element = document.createElement('track')
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  return element
}

function setChapters(video: HTMLVideoElement, chapters: Chapter[]): void {
  const known = [...video.textTracks].find(({ kind }) => kind === 'chapters')
  if (known === undefined && chapters.length === 0) return
  const list = known ?? video.addTextTrack('chapters')
  // The browser takes no track back that was added so: those of the film before give up their place in it.
  for (const cue of [...(list.cues ?? [])]) list.removeCue(cue)
  chapters.forEach(({ startSeconds, title }, index) => {
    const end = chapters[index + 1]?.startSeconds ?? Number.MAX_SAFE_INTEGER
    list.addCue(new VTTCue(startSeconds, end, title))
  })
  // The change of mode is what tells the controls that the cues are there, or others.
  list.mode = 'disabled'
  list.mode = 'hidden'
}
