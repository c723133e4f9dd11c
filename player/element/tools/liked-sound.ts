/** The list of sounds that the browser, or the player in its stead, keeps. */
export interface Sounds
  extends EventTarget,
    Iterable<{ label: string; language: string; enabled: boolean }> {
  readonly length: number
}

/** What a viewer chose to hear. Two sounds of one language, such as a description of the picture, differ in their names. */
export interface LikedSound {
  language: string
  label: string
}

export const soundsOf = (video: HTMLVideoElement): Sounds | undefined =>
  (video as { audioTracks?: Sounds }).audioTracks

/** Without the region: "de" for "de-AT". */
export const languageOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? ''

/** Which of a film's sounds is the one that is liked, or else is in its language; -1 where none is. */
export function likedAmong(sounds: readonly LikedSound[], liked: LikedSound): number {
  const isSame = ({ language }: LikedSound) => languageOf(language) === languageOf(liked.language)
  const same = sounds.findIndex((sound) => isSame(sound) && sound.label === liked.label)
  if (same !== -1 || liked.language === '') return same
  return sounds.findIndex(isSame)
}

/** Has the sound heard that is liked, where the film has it. */
export function hearLiked(sounds: Sounds, liked: LikedSound): void {
  const all = [...sounds]
  const wanted = likedAmong(all, liked)
  if (wanted === -1) return
  for (const [index, sound] of all.entries()) sound.enabled = index === wanted
}
