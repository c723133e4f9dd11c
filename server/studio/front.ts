import type { FrontChange, FrontDraft, FrontRow, StudioFront } from '../../contract/front.ts'
import { say } from '../../contract/words/server.ts'
import { audit } from '../audit/audit.ts'
import { frontOf, type StoredFront } from '../catalog/usual-front.ts'
import type { Database } from '../clients/database.ts'
import type { Prisma } from '../clients/prisma/client.ts'
import { MatineeError } from '../errors.ts'
import type { Services } from '../services.ts'
import { lockSettings, storeSettings } from '../site/save-settings.ts'

export type FrontDeps = Pick<Services, 'database' | 'clock' | 'settings'>

const idsOf = ({ hero, rows }: FrontDraft): string[] => [
  ...(hero.videoId === null ? [] : [hero.videoId]),
  ...rows.flatMap(({ videoIds, collectionId }) => [
    ...videoIds,
    ...(collectionId === null ? [] : [collectionId]),
  ]),
]

async function answer(
  database: Pick<Database, 'video' | 'collection'>,
  front: StoredFront,
): Promise<StudioFront> {
  const find = { where: { id: { in: idsOf(front) } }, select: { id: true, title: true } }
  const videos = await database.video.findMany(find)
  const collections = await database.collection.findMany(find)
  const { hero, rows, version } = front
  return { hero, rows, version, named: [...videos, ...collections] }
}

/** The front page as it is arranged. */
export async function readStudioFront({ database, settings }: FrontDeps): Promise<StudioFront> {
  return answer(database, frontOf(await settings.read()))
}

const needed: Partial<Record<FrontRow['kind'], (row: FrontRow) => string | undefined>> = {
  category: ({ category }) => (category?.trim() ? undefined : 'category'),
  collection: ({ collectionId }) => (collectionId === null ? 'collectionId' : undefined),
  films: ({ videoIds }) => (videoIds.length === 0 ? 'videoIds' : undefined),
}

/** The sentence by itself: nobody arranges a page by its fields' names. */
const refused = (field: string, message: string): MatineeError =>
  new MatineeError('BAD_REQUEST', { detail: message, members: { fields: [{ field, message }] } })

/** @throws BAD_REQUEST for a row that does not say what it shows, and for one that can be there once only */
export function checkFront({ hero, rows }: FrontDraft): void {
  if (hero.kind === 'film' && hero.videoId === null) {
    throw refused('hero.videoId', say('front.heroMissing'))
  }
  for (const [index, row] of rows.entries()) {
    const nth = { row: index + 1 }
    const missing = needed[row.kind]?.(row)
    if (missing !== undefined) {
      throw refused(`rows.${index}.${missing}`, say('front.rowMissing', nth))
    }
    const isOnce = needed[row.kind] === undefined
    if (isOnce && rows.findIndex(({ kind }) => kind === row.kind) !== index) {
      throw refused(`rows.${index}.kind`, say('front.rowTwice', nth))
    }
  }
}

const bareOf = ({ hero, rows }: FrontDraft) => JSON.stringify([hero, rows])

/**
 * Stores the arrangement. What it names may be gone by now: that is left out when it is shown.
 *
 * @throws BAD_REQUEST as `checkFront`; CONFLICT with what is stored where someone else has saved since
 */
export async function saveFront(
  { database, clock, settings }: FrontDeps,
  actorId: string,
  { version, ...draft }: FrontChange,
): Promise<StudioFront> {
  checkFront(draft)
  const stored = await database.$transaction(async (tx) => {
    const values = await lockSettings(tx)
    const before = frontOf(values)
    if (bareOf(before) === bareOf(draft)) return values
    if (version !== undefined && version !== before.version) {
      const members = { current: await answer(tx, before), differs: ['rows'] }
      throw new MatineeError('CONFLICT', { detail: say('front.stale'), members })
    }
    const front = { ...draft, version: before.version + 1 }
    const details = { from: bareOf(before), to: bareOf(draft) }
    await audit(tx, { actorId, action: 'front.changed', subject: 'site', details })
    const json = front as unknown as Prisma.JsonObject
    return storeSettings(tx, { ...values, front: json }, clock.now())
  })
  settings.learned(stored)
  return answer(database, frontOf(stored))
}
