import { say } from '../../../contract/words/server.ts'
import { MatineeError } from '../../errors.ts'
import type { TranscodeDeps } from '../../services.ts'
import { failEncode } from './fail-encode.ts'

/** The encode of a film that is waited for; older ones do not count. */
export const underWay = { finishedAt: null, failedAt: null, supersededAt: null }

/**
 * Gives up the encode that a film waits for. Workers notice within a second and stop; what they have
 * made is removed, unless the film plays it already.
 *
 * @throws CONFLICT when none is under way
 */
export async function cancelEncode(deps: TranscodeDeps, videoId: string): Promise<void> {
  const encode = await deps.database.encode.findFirst({ where: { videoId, ...underWay } })
  if (encode === null) {
    throw new MatineeError('CONFLICT', { detail: say('films.notEncoding') })
  }
  await failEncode(deps, encode.id, say('encodes.cancelled'))
}
