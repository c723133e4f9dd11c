import type { PlaybackExtras } from '../../contract/playback.ts'
import { markOf, type PlayableVideo } from './playable-video.ts'
import { captionRendition } from './playlist-renditions.ts'
import type { LiveSession } from './sessions.ts'

type Reach = Pick<LiveSession, 'teaserSeconds'>

/** Who has seen a preview is to fetch anew what it had only the beginning of. */
const marked = (mark: string, { teaserSeconds }: Reach): string =>
  teaserSeconds === null ? mark : `${mark}-preview`

/** Another one whenever captions or preview pictures are others than they were. */
export const extrasMark = ({ extras }: Pick<PlayableVideo, 'extras'>, reach: Reach): string =>
  marked(extras, reach)

/** What a film has beside picture and sound, under one viewer's token. */
export function extrasOf(
  video: Pick<PlayableVideo, 'extras' | 'captions' | 'storyboard'>,
  token: string,
  reach: Reach,
): PlaybackExtras {
  return {
    extras: extrasMark(video, reach),
    captions: video.captions.map(({ language, label, key }) => ({
      language,
      label,
      // Captions that take the place of others have an address of their own.
      url: `/play/${token}/${captionRendition(language)}/0.vtt?v=${marked(markOf(key), reach)}`,
    })),
    storyboardUrl: video.storyboard === null ? null : `/play/${token}/storyboard.vtt`,
  }
}
