import { mostFilms } from '../../contract/collections.ts'
import { say } from '../../contract/words/server.ts'
import { audit } from '../audit/audit.ts'
import type { DatabaseTransaction } from '../clients/database.ts'
import { MatineeError } from '../errors.ts'
import { lockCollection } from './collections.ts'

/** Held until the transaction ends. @throws CONFLICT for a series, whose films have numbers */
async function lockPlain(tx: DatabaseTransaction, id: string) {
  const collection = await lockCollection(tx, id)
  if (!collection.series) return collection
  throw new MatineeError('CONFLICT', { detail: say('collections.isSeries') })
}

async function store(
  tx: DatabaseTransaction,
  actorId: string,
  id: string,
  details: Record<string, string>,
): Promise<void> {
  await tx.collection.update({ where: { id }, data: { version: { increment: 1 } } })
  await audit(tx, { actorId, action: 'collection.changed', subject: `collection:${id}`, details })
}

/** Puts a film at its end. False: it was there. @throws NOT_FOUND, CONFLICT */
export async function addVideoTo(
  tx: DatabaseTransaction,
  actorId: string,
  collectionId: string,
  videoId: string,
): Promise<boolean> {
  const { videos } = await lockPlain(tx, collectionId)
  if (videos.some((one) => one.videoId === videoId)) return false
  if (videos.length >= mostFilms) {
    throw new MatineeError('CONFLICT', { detail: say('collections.full', { most: mostFilms }) })
  }
  const position = (videos.at(-1)?.position ?? -1) + 1
  await tx.collectionVideo.create({ data: { collectionId, videoId, position } })
  await store(tx, actorId, collectionId, { added: videoId })
  return true
}

/** Takes a film out of it. False: it was not there. @throws NOT_FOUND, CONFLICT */
export async function takeVideoFrom(
  tx: DatabaseTransaction,
  actorId: string,
  collectionId: string,
  videoId: string,
): Promise<boolean> {
  await lockPlain(tx, collectionId)
  const { count } = await tx.collectionVideo.deleteMany({ where: { collectionId, videoId } })
  if (count > 0) await store(tx, actorId, collectionId, { taken: videoId })
  return count > 0
}
