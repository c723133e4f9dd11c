import type { BulkBody, BulkChange, BulkResult, BulkResults } from '../../contract/bulk.ts'
import { mostNames } from '../../contract/catalog.ts'
import type { VideoChange } from '../../contract/studio.ts'
import { say } from '../../contract/words/server.ts'
import { aboutOf } from '../catalog/about.ts'
import type { DatabaseTransaction } from '../clients/database.ts'
import { MatineeError, refusedField } from '../errors.ts'
import type { StudioDeps } from '../services.ts'
import { addVideoTo, takeVideoFrom } from './collection-films.ts'
import { lockCollection } from './collections.ts'
import { differing } from './differing.ts'
import { toStudioVideo, type VideoRow } from './studio-video.ts'
import { explain, lockVideo, storeChange } from './videos.ts'

function withNames(before: readonly string[], more: readonly string[] = []): string[] {
  const names = [...new Set([...before, ...more])]
  if (names.length <= mostNames) return names
  throw new MatineeError('CONFLICT', { detail: say('bulk.tooManyNames', { most: mostNames }) })
}

/** What the change means for this film. */
function changeOf(video: VideoRow, change: BulkChange): VideoChange {
  const { published, visibility, archived, access, addCategories, addTags } = change
  const { categories, tags } = aboutOf(video)
  return {
    ...(published !== undefined && { published }),
    ...(visibility !== undefined && { visibility }),
    ...(archived !== undefined && { archived }),
    ...(access !== undefined && {
      access: {
        ...access,
        ...(access.planIds !== undefined && { planIds: access.planIds.toSorted() }),
      },
    }),
    ...((addCategories ?? addTags) !== undefined && {
      about: {
        ...(addCategories && { categories: withNames(categories, addCategories) }),
        ...(addTags && { tags: withNames(tags, addTags) }),
      },
    }),
  }
}

/** Held before the film, as whoever changes a collection holds them. */
async function lockCollections(tx: DatabaseTransaction, change: BulkChange): Promise<void> {
  const { addToCollection, takeFromCollection } = change
  const ids = [addToCollection, takeFromCollection].filter((id) => id !== undefined).sort()
  for (const id of ids) await lockCollection(tx, id)
}

/** All of it or nothing, in one transaction. @returns whether anything was otherwise before */
async function changeOne(
  deps: StudioDeps,
  tx: DatabaseTransaction,
  actorId: string,
  id: string,
  change: BulkChange,
): Promise<boolean> {
  await lockCollections(tx, change)
  const before = await lockVideo(tx, id)
  const { addToCollection, takeFromCollection } = change
  const wanted = changeOf(before, change)
  const isOther = differing(await toStudioVideo(deps, before), wanted).length > 0
  if (isOther) await storeChange(deps, tx, actorId, before, wanted)
  const added =
    addToCollection !== undefined && (await addVideoTo(tx, actorId, addToCollection, id))
  const taken =
    takeFromCollection !== undefined && (await takeVideoFrom(tx, actorId, takeFromCollection, id))
  return isOther || added || taken
}

/** What is asked of no film in particular. @throws BAD_REQUEST */
async function checkChange({ database }: StudioDeps, change: BulkChange): Promise<void> {
  for (const name of ['addToCollection', 'takeFromCollection'] as const) {
    const id = change[name]
    if (id !== undefined && (await database.collection.count({ where: { id } })) === 0) {
      throw refusedField(`change.${name}`, say('none.collection'))
    }
  }
  const planIds = change.access?.planIds ?? []
  const known = await database.plan.count({ where: { id: { in: planIds } } })
  if (known < planIds.length) throw refusedField('change.access.planIds', say('none.plan'))
}

/**
 * Changes films one after the other, each wholly or not at all, and says of each what became of it.
 *
 * @throws BAD_REQUEST for a change that no film can have
 */
export async function changeVideos(
  deps: StudioDeps,
  actorId: string,
  { videoIds, change }: BulkBody,
): Promise<BulkResults> {
  await checkChange(deps, change)
  const rows = await deps.database.video.findMany({
    where: { id: { in: videoIds } },
    select: { id: true, title: true },
  })
  const titles = new Map(rows.map(({ id, title }) => [id, title]))
  const results: BulkResult[] = []
  for (const id of videoIds) {
    const title = titles.get(id) ?? null
    try {
      const isOther = await deps.database.$transaction((tx) =>
        changeOne(deps, tx, actorId, id, change),
      )
      results.push({ id, title, outcome: isOther ? 'done' : 'unchanged', reason: null })
    } catch (error) {
      results.push({ id, title, outcome: 'refused', reason: reasonOf(deps, error) })
    }
  }
  return { results }
}

function reasonOf({ log }: Pick<StudioDeps, 'log'>, error: unknown): string {
  const known = explain(error)
  if (known instanceof MatineeError) return known.message
  log.error({ err: error }, 'one of several films could not be changed')
  return say('bulk.failed')
}
