import type { PlaybackExtras } from '../../contract/playback.ts'
import { markOf, type PlayableVideo } from './playable-video.ts'
import { captionRendition } from './playlist-renditions.ts'

/** What a film has beside picture and sound, under one viewer's token. */
export function extrasOf(
  { extras, captions, storyboard }: Pick<PlayableVideo, 'extras' | 'captions' | 'storyboard'>,
  token: string,
): PlaybackExtras {
  return {
    extras,
    captions: captions.map(({ language, label, key }) => ({
      language,
      label,
      // Captions that take the place of others have an address of their own.
      url: `/play/${token}/${captionRendition(language)}/0.vtt?v=${markOf(key)}`,
    })),
    storyboardUrl: storyboard === null ? null : `/play/${token}/storyboard.vtt`,
  }
}
