import {
  bucketStanding,
  type OwnerDeps,
  standingSentence,
  takeBucket,
} from '../catalog/bucket-owner.ts'
import type { Terminal } from './terminal.ts'

export const bucketHelp = `matinee bucket         whose the bucket is, as far as this database knows
matinee bucket take    make it this database's: nobody else may be using it`

/**
 * `matinee bucket …`: whose bucket it is.
 *
 * @param args what stands behind "bucket"
 * @throws Error whose message is the sentence to show
 */
export async function runBucketCommand(deps: OwnerDeps & Terminal, args: string[]): Promise<void> {
  const [verb, ...rest] = args
  if (rest.length > 0 || (verb !== undefined && verb !== 'take')) throw new Error(bucketHelp)
  if (verb === 'take') {
    await takeBucket(deps)
    deps.say('The bucket is this database’s now. What it does not know will go to trash/.')
    return
  }
  const standing = await bucketStanding(deps)
  deps.say(
    standingSentence(standing) ??
      (standing === 'ours' ? 'The bucket is this database’s.' : 'The bucket is nobody’s yet.'),
  )
}
