import type { ActiveStream } from '../../contract/playback.ts'
import type { EndReason } from '../../contract/problems.ts'
import type { Database } from '../clients/database.ts'

/** What takes up the viewer's places, the newest of each device. */
export async function listStreams(
  database: Database,
  userId: string,
  { aliveSince, exceptDevice = '' }: { aliveSince: Date; exceptDevice?: string },
): Promise<ActiveStream[]> {
  const sessions = await database.playbackSession.findMany({
    where: {
      userId,
      endedAt: null,
      teaserSeconds: null,
      lastSeenAt: { gt: aliveSince },
      deviceId: { not: exceptDevice },
    },
    orderBy: { startedAt: 'desc' },
    distinct: ['deviceId'],
    select: { id: true, deviceName: true, startedAt: true, video: { select: { title: true } } },
  })
  return sessions.map(({ id, deviceName, startedAt, video }) => ({
    id,
    deviceName,
    title: video.title,
    startedAt: startedAt.toISOString(),
  }))
}

/** Ends all that a device of the viewer plays, told by any of its sessions. Answers how many. */
export async function stopStream(
  database: Database,
  userId: string,
  sessionId: string,
  now: Date,
): Promise<number> {
  const named = await database.playbackSession.findFirst({
    where: { id: sessionId, userId },
    select: { deviceId: true },
  })
  if (named === null) return 0
  const { count } = await database.playbackSession.updateMany({
    where: { userId, deviceId: named.deviceId, endedAt: null },
    data: { endedAt: now, endReason: 'taken_over' satisfies EndReason },
  })
  return count
}
