import { uuid } from '../../contract/uuid.ts'
import { say } from '../../contract/words/server.ts'
import type { Database } from '../clients/database.ts'
import { MatineeError } from '../errors.ts'

/** A film by its id, or by the name in its address. */
export const named = (idOrSlug: string): { id: string } | { slug: string } =>
  uuid.test(idOrSlug) ? { id: idOrSlug } : { slug: idOrSlug }

/**
 * The id of the film that is called so; an id is taken at its word.
 *
 * @throws NOT_FOUND for a slug that no film has
 */
export async function videoIdOf(database: Database, idOrSlug: string): Promise<string> {
  if (uuid.test(idOrSlug)) return idOrSlug
  const where = { slug: idOrSlug }
  const video = await database.video.findUnique({ where, select: { id: true } })
  if (video === null) throw new MatineeError('NOT_FOUND', { detail: say('none.film') })
  return video.id
}
