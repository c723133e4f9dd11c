import type { Live } from '../../contract/analytics.ts'
import type { EndReason } from '../../contract/problems.ts'
import { audit } from '../audit/audit.ts'
import type { Database } from '../clients/database.ts'

const shown = 200

interface Row {
  id: string
  videoId: string
  title: string
  userId: string | null
  email: string | null
  device: string | null
  startedAt: Date
  isPreview: boolean
}

/** What plays now, or of one person: who was seen within the lease. */
export async function whatPlays(
  database: Database,
  { aliveSince, userId = null }: { aliveSince: Date; userId?: string | null },
): Promise<Live> {
  const [{ count }] = await database.$queryRaw<[{ count: number }]>`
    select count(*)::int as count from "PlaybackSession"
    where "lastSeenAt" > ${aliveSince}::timestamptz and "endedAt" is null
      and (${userId}::uuid is null or "userId" = ${userId}::uuid)`
  const rows = await database.$queryRaw<Row[]>`
    select s.id, s."videoId", v.title, s."userId", u.email, s."deviceName" as device, s."startedAt",
      s."teaserSeconds" is not null as "isPreview"
    from (
      select * from "PlaybackSession"
      where "lastSeenAt" > ${aliveSince}::timestamptz and "endedAt" is null
        and (${userId}::uuid is null or "userId" = ${userId}::uuid)
      order by "startedAt" desc, id desc limit ${shown}
    ) s join "Video" v on v.id = s."videoId" left join "User" u on u.id = s."userId"
    order by s."startedAt" desc, s.id desc`
  return {
    count,
    sessions: rows.map(({ userId, email, startedAt, ...row }) => ({
      ...row,
      person: userId === null || email === null ? null : { id: userId, email },
      startedAt: startedAt.toISOString(),
    })),
  }
}

/** Ends a playback, and tells who did. Answers false where it does not play. */
export const stopPlaying = (
  database: Database,
  id: string,
  { actorId, now }: { actorId: string; now: Date },
): Promise<boolean> =>
  database.$transaction(async (tx) => {
    const [ended] = await tx.$queryRaw<{ userId: string | null; videoId: string }[]>`
      update "PlaybackSession" set "endedAt" = ${now}::timestamptz,
        "endReason" = ${'kicked' satisfies EndReason}
      where id = ${id}::uuid and "endedAt" is null returning "userId", "videoId"`
    if (ended === undefined) return false
    const { userId, videoId } = ended
    await audit(tx, {
      ...{ actorId, action: 'playback.stopped' },
      subject: userId === null ? `video:${videoId}` : `user:${userId}`,
      details: { session: id, video: videoId },
    })
    return true
  })
