import { mayDestroy } from '../../catalog/bucket-owner.ts'
import {
  besidePoster,
  encodePrefix,
  uploadedPosters,
  videoPrefixes,
} from '../../catalog/object-keys.ts'
import type { TakenJob } from '../../clients/queue.ts'
import type { TranscodeDeps } from '../../services.ts'
import type { ObjectSweepJob, SweepJob, VideoSweepJob } from './queue.ts'

type SweepDeps = Pick<TranscodeDeps, 'database' | 'storage' | 'log'>

/** Removes what an encode left in the bucket and in the tables, unless it is the one that plays. */
export async function runSweepJob(
  deps: SweepDeps,
  { data: { videoId, encodeId } }: Pick<TakenJob<SweepJob>, 'data'>,
): Promise<void> {
  const { database, storage, log } = deps
  const video = await database.video.findUnique({ where: { id: videoId } })
  if (video?.encodeId === encodeId) return
  const mine = await mayDestroy(deps)
  const objects = mine ? await storage.deletePrefix(encodePrefix(videoId, encodeId)) : 0
  await database.rendition.deleteMany({ where: { videoId, encodeId } })
  log.info({ videoId, encodeId, objects }, 'removed an encode that nobody plays')
}

/** Removes all that a deleted film left in the bucket; does nothing to a film that is still there. */
export async function runVideoSweepJob(
  deps: SweepDeps,
  { data: { videoId } }: Pick<TakenJob<VideoSweepJob>, 'data'>,
): Promise<void> {
  const { database, storage, log } = deps
  if ((await database.video.count({ where: { id: videoId } })) > 0) return
  if (!(await mayDestroy(deps))) return
  for (const prefix of videoPrefixes(videoId)) {
    const objects = await storage.deletePrefix(prefix)
    log.info({ videoId, prefix, objects }, 'removed what a deleted film had in the bucket')
  }
}

/** Removes a poster or captions that have been replaced, unless they are in use again. */
export async function runObjectSweepJob(
  deps: SweepDeps,
  { data: { videoId, key } }: Pick<TakenJob<ObjectSweepJob>, 'data'>,
): Promise<void> {
  const { database, storage, log } = deps
  const [posters, captions] = await Promise.all([
    database.video.count({ where: { id: videoId, posterKey: key } }),
    database.caption.count({ where: { videoId, key } }),
  ])
  if (posters + captions > 0 || !(await mayDestroy(deps))) return
  await storage.delete(key)
  if (key.startsWith(uploadedPosters(videoId))) {
    for (const beside of besidePoster(key)) await storage.delete(beside)
  }
  log.info({ videoId, key }, 'removed what had been replaced')
}
