import type { Codec } from '../../contract/playback.ts'
import type { PlayableRendition } from './playable-video.ts'
import { defaultAudio, defaultVideo, isAv1 } from './playlist-renditions.ts'
import { segmentAt } from './timeline.ts'

/** What a player may fetch of a film before anyone has pressed play. */
export const beforePlayBytes = 300_000

/**
 * What play begins with: the best picture, up to what a first-time viewer's line is taken to carry,
 * whose beginning is fetched before play is pressed; the lightest where none is that light.
 *
 * @param codecs what the device decodes with ease beside H.264
 * @param from the second at which play begins
 */
export function firstRenditions(
  renditions: readonly PlayableRendition[],
  codecs: readonly Codec[],
  from: number,
): PlayableRendition[] {
  const bytesOf = ({ timeline, segmentBytes }: PlayableRendition) =>
    segmentBytes[segmentAt(timeline, from)] ?? 0
  const best =
    (codecs.includes('av1') && defaultVideo(renditions, true)) || defaultVideo(renditions)
  const sound = defaultAudio(renditions)
  const left = beforePlayBytes - (sound === undefined ? 0 : bytesOf(sound))
  const lighter = renditions
    .filter(({ kind }) => kind === 'video')
    .filter((one) => best !== undefined && isAv1(one) === isAv1(best))
    .filter((one) => one.averageBandwidth <= (best?.averageBandwidth ?? 0))
    .toSorted((a, b) => b.averageBandwidth - a.averageBandwidth)
  const picture = lighter.find((one) => bytesOf(one) <= left) ?? lighter.at(-1)
  return [picture, sound].filter((rendition) => rendition !== undefined)
}
