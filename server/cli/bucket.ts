import {
  bucketStanding,
  type OwnerDeps,
  standingSentence,
  takeBucket,
} from '../catalog/bucket-owner.ts'
import { walkBucket } from '../retention/walk-bucket.ts'
import type { Terminal } from './terminal.ts'

export const bucketHelp = `matinee bucket         whose the bucket is, as far as this database knows
matinee bucket take    make it this database's: nobody else may be using it
matinee bucket walk    move to trash/ what no row speaks for; goes on where it broke off`

/**
 * `matinee bucket …`: whose bucket it is.
 *
 * @param args what stands behind "bucket"
 * @throws Error whose message is the sentence to show
 */
export async function runBucketCommand(deps: OwnerDeps & Terminal, args: string[]): Promise<void> {
  const [verb, ...rest] = args
  if (rest.length > 0 || (verb !== undefined && verb !== 'take' && verb !== 'walk'))
    throw new Error(bucketHelp)
  if (verb === 'take') {
    await takeBucket(deps)
    deps.say('The bucket is this database’s now. What it does not know will go to trash/.')
    return
  }
  const standing = await bucketStanding(deps)
  if (verb === 'walk') {
    if (standingSentence(standing) !== null) throw new Error(`${standingSentence(standing)}`)
    const walk = await walkBucket(deps)
    const moved = `${walk?.moved ?? 0} objects that nothing here speaks for are in trash/ now.`
    deps.say(walk?.done ? moved : `${moved} Another process goes on with it.`)
    return
  }
  deps.say(
    standingSentence(standing) ??
      (standing === 'ours' ? 'The bucket is this database’s.' : 'The bucket is nobody’s yet.'),
  )
}
