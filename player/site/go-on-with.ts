import type { CollectionFilm } from '../../contract/collections.ts'

/** Where to go on: at what was begun, else behind what was seen last, else at the beginning. */
export function goOnWith(videos: readonly CollectionFilm[]): CollectionFilm | undefined {
  const begun = videos.find(({ resumeSeconds }) => resumeSeconds)
  const seen = videos.findLastIndex(({ watched }) => watched)
  return begun ?? videos[seen + 1] ?? videos[0]
}
