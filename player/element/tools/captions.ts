import { languageOf } from './liked-sound.ts'

/** The captions that there are for the film. */
export const captionsOf = (video: HTMLVideoElement): TextTrack[] =>
  [...video.textTracks].filter(({ kind }) => kind === 'subtitles' || kind === 'captions')

/** The language of the captions that are shown; null while there are none. */
export const shownCaptions = (video: HTMLVideoElement): string | null =>
  captionsOf(video).find(({ mode }) => mode === 'showing')?.language ?? null

/** The captions in a language: as the tag says, else of another region. */
export const captionsIn = (video: HTMLVideoElement, tag: string): TextTrack | undefined =>
  captionsOf(video).find(({ language }) => language === tag) ??
  captionsOf(video).find(({ language }) => languageOf(language) === languageOf(tag))

/** The captions in the first of the languages wanted that there are any in, else the first of all. */
export function captionsFor(
  video: HTMLVideoElement,
  wanted: readonly string[],
): TextTrack | undefined {
  for (const tag of wanted) {
    const found = captionsIn(video, tag)
    if (found !== undefined) return found
  }
  return captionsOf(video)[0]
}

/** Shows the captions of one language; none for null, or where there are none in it. */
export function showCaptions(video: HTMLVideoElement, language: string | null): void {
  const tracks = captionsOf(video)
  const wanted = tracks.find((track) => track.language === language)
  for (const track of tracks) {
    const mode = track === wanted ? 'showing' : 'disabled'
    if (track.mode !== mode) track.mode = mode
  }
}
