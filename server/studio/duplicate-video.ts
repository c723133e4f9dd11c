import type { StudioVideo } from '../../contract/studio.ts'
import { say } from '../../contract/words/server.ts'
import type { StudioDeps } from '../services.ts'
import { toStudioVideo } from './studio-video.ts'
import { beginVideo, lockVideo } from './videos.ts'

const longestTitle = 200

/**
 * A draft with everything that was said of a film, and what it costs. Files are left behind: what the
 * bucket holds of a film goes when that film is deleted.
 *
 * @throws NOT_FOUND
 */
export async function duplicateVideo(
  deps: StudioDeps,
  actorId: string,
  id: string,
): Promise<StudioVideo> {
  const before = await deps.database.$transaction((tx) => lockVideo(tx, id))
  const { description, visibility, alsoAv1, free, teaserSeconds, currency } = before
  const { rentAmount, buyAmount, rentStartDays, rentWatchHours } = before
  const title = say('films.copyOf', { title: before.title })
  const copy = await beginVideo(
    deps,
    actorId,
    {
      title: title.length > longestTitle ? before.title : title,
      ...{ description, visibility, alsoAv1, free, teaserSeconds, currency },
      ...{ rentAmount, buyAmount, rentStartDays, rentWatchHours },
      about: before.about ?? {},
      chapters: before.chapters ?? [],
      plans: { create: before.plans.map(({ planId }) => ({ planId })) },
    },
    { copyOf: id },
  )
  return toStudioVideo(deps, copy)
}
