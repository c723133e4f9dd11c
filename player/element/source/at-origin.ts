import type { PlaybackExtras } from '../../../contract/playback.ts'

/** A whole address, for a page of another origin. */
export const whole = (path: string, api: string | undefined) =>
  api === undefined ? path : new URL(path, api).href

/** What lies at the API's origin, for the same page. */
export function atOrigin<E extends PlaybackExtras>(extras: E, api: string | undefined): E {
  const { captions, storyboardUrl } = extras
  return {
    ...extras,
    captions: captions.map((caption) => ({ ...caption, url: whole(caption.url, api) })),
    storyboardUrl: storyboardUrl && whole(storyboardUrl, api),
  }
}
