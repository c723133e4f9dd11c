import type { Card, VideoDetails } from '../../../contract/catalog.ts'
import type { Front, FrontRowKind } from '../../../contract/front.ts'
import { arrangeFront, pageSize } from '../../../server/catalog/arrange-front.ts'
import { usualFront } from '../../../server/catalog/usual-front.ts'

/** What lists tell of a film. */
export const cardOf = ({
  description: _d,
  teaserSeconds: _t,
  comingAt: _c3,
  chapters: _c,
  about: _a,
  captionLanguages: _c2,
  soundLanguages: _s,
  within: _w,
  ...card
}: VideoDetails): Card => card

/** Those on show, the newest first. */
export const onShow = (videos: readonly VideoDetails[]): VideoDetails[] =>
  videos.filter(({ comingAt }) => comingAt === null)

export const begunOf = (videos: readonly VideoDetails[]): VideoDetails[] =>
  onShow(videos).filter(({ resumeSeconds }) => resumeSeconds)

/**
 * The front page where nobody has arranged anything.
 *
 * @param kept ids of the watchlist; null for a stranger, who has begun nothing either
 */
export function frontOf(videos: readonly VideoDetails[], kept: ReadonlySet<string> | null): Front {
  const all = onShow(videos)
  const isFree = ({ access }: VideoDetails) => access.because === 'free'
  const found: Partial<Record<FrontRowKind, VideoDetails[]>> = {
    ...(kept && { continue: begunOf(videos), watchlist: all.filter(({ id }) => kept.has(id)) }),
    free: all.filter(isFree),
    all,
  }
  const coming = videos
    .filter(({ comingAt }) => comingAt !== null)
    .toSorted((a, b) => Date.parse(a.comingAt ?? '') - Date.parse(b.comingAt ?? ''))
    .map((video) => ({ ...cardOf(video), comingAt: video.comingAt }))
  const kinds = usualFront.rows.map(({ kind }) => kind)
  const { hero, lists } = arrangeFront({
    leading: (found.continue ?? []).map(cardOf),
    newest: all.map(cardOf),
    paidIds: all.filter((video) => !isFree(video)).map(({ id }) => id),
    rows: kinds.map((kind) => ({
      kind,
      videos: kind === 'coming' ? coming : (found[kind] ?? []).map(cardOf),
    })),
  })
  const goesOn = all.length > pageSize ? `${pageSize}` : null
  const rows = kinds.map((kind, index) => ({
    ...{ kind, title: '', collection: null, category: null },
    videos: [...(lists[index] ?? [])],
    nextCursor: kind === 'all' ? goesOn : null,
  }))
  return { hero, rows: rows.filter(({ videos }) => videos.length > 0) }
}
