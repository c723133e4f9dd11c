import type { Codec } from '../../contract/playback.ts'
import type { PlayableRendition } from './playable-video.ts'
import { defaultAudio, defaultVideo, isAv1 } from './playlist-renditions.ts'
import { segmentAt } from './timeline.ts'

/** What a player may fetch of a film before anyone has pressed play. */
const beforePlayBytes = 300_000

/** How long a line may be busy with the beginning of a film. */
const beginningSeconds = 0.75
/** How much of a line a film may take: it does not always carry what it once did. */
const heldShare = 0.8

/** For whom a film begins. */
export interface Beginner {
  /** What the device decodes with ease beside H.264. */
  codecs: readonly Codec[]
  /** What the line carries, in bits per second; undefined: not known. */
  bandwidth?: number | undefined
}

/**
 * What play begins with: the best picture, up to what a first-time viewer's line is taken to carry,
 * that this line holds and whose beginning is fetched before play is pressed; the lightest where none
 * is that light.
 *
 * @param from the second at which play begins
 */
export function firstRenditions(
  renditions: readonly PlayableRendition[],
  { codecs, bandwidth = Number.POSITIVE_INFINITY }: Beginner,
  from: number,
): PlayableRendition[] {
  const bytesOf = ({ timeline, segmentBytes }: PlayableRendition) =>
    segmentBytes[segmentAt(timeline, from)] ?? 0
  const best =
    (codecs.includes('av1') && defaultVideo(renditions, true)) || defaultVideo(renditions)
  const sound = defaultAudio(renditions)
  const mostBytes = Math.min(beforePlayBytes, (bandwidth / 8) * beginningSeconds)
  const isLight = (one: PlayableRendition) =>
    bytesOf(one) + (sound ? bytesOf(sound) : 0) <= mostBytes &&
    one.averageBandwidth + (sound?.averageBandwidth ?? 0) <= bandwidth * heldShare
  const lighter = renditions
    .filter(({ kind }) => kind === 'video')
    .filter((one) => best !== undefined && isAv1(one) === isAv1(best))
    .filter((one) => one.averageBandwidth <= (best?.averageBandwidth ?? 0))
    .toSorted((a, b) => b.averageBandwidth - a.averageBandwidth)
  const picture = lighter.find(isLight) ?? lighter.at(-1)
  return [picture, sound].filter((rendition) => rendition !== undefined)
}
