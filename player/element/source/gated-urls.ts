import type { BatchUrls } from './batch-urls.ts'
import type { BeforePlay } from './before-play.ts'
import type { BeyondPreview } from './beyond-preview.ts'
import type { FragmentLoading } from './fragment-loader.ts'

export interface Gates {
  before: BeforePlay
  beyond: BeyondPreview
  /** How long the preview is; null when all may be watched. */
  teaserSeconds: () => number | null
}

/** The URLs of a film as hls.js gets them: few before play is pressed, and none beyond a preview. */
export const gatedUrls = (
  urls: BatchUrls,
  { before, beyond, teaserSeconds }: Gates,
): FragmentLoading['urls'] => ({
  init: (rendition) => before.init(() => urls.init(rendition)),
  segment: (rendition, index, span) =>
    before.segment({ rendition, index, span }, () =>
      beyond.has(span, teaserSeconds())
        ? beyond.admit().then(() => urls.segment(rendition, index))
        : urls.segment(rendition, index),
    ),
  forget: (url) => urls.forget(url),
  renewalHelped: () => urls.renewalHelped(),
})
