import type { EndReason } from '../../contract/problems.ts'
import type { Database } from '../clients/database.ts'

/** Every write of the rows of playback sessions but for when they were last seen. */

export interface StreamLimits {
  maxStreams: number
  /** Who was not seen since then has given up their place. */
  aliveSince: Date
}

export interface NewLease {
  id: string
  tokenHash: Uint8Array
  userId: string | null
  familyId: string | null
  videoId: string
  encodeId: string
  deviceId: string
  deviceName: string | null
  /** Set when only the beginning may be watched. */
  teaserSeconds: number | null
  startedAt: Date
}

export interface StartOptions extends StreamLimits {
  /** Whether the video may be played though it is not published. */
  unpublishedToo: boolean
  /** A rental whose watch window begins with this. */
  rentalId: string | null
}

/** What the answer to whoever opens a playback needs. */
export interface Start {
  encodeId: string
  chapters: unknown
  positionSeconds: number | null
}

/** Null when there is no such video to be played. */
export async function readStart(
  database: Database,
  {
    userId,
    videoId,
    unpublishedToo,
  }: { userId: string | null; videoId: string; unpublishedToo: boolean },
): Promise<Start | null> {
  const [start] = await database.$queryRaw<Start[]>`
    select v."encodeId", v.chapters, p."positionSeconds"
    from "Video" v
    left join "WatchProgress" p on p."userId" = ${userId}::uuid and p."videoId" = v.id
    where v.id = ${videoId}::uuid and v."encodeId" is not null
      and (v.published or ${unpublishedToo}::boolean)`
  return start ?? null
}

/**
 * Stores a session that begins, if the viewer has a place left, and starts the rental's clock with it.
 *
 * @returns false when the viewer's places are taken or the session has ended before, null when there is
 * no such video to be played
 */
export async function startLease(
  database: Database,
  lease: NewLease,
  { maxStreams, aliveSince, unpublishedToo, rentalId }: StartOptions,
): Promise<boolean | null> {
  const row = JSON.stringify({
    ...lease,
    tokenHash: `\\x${Buffer.from(lease.tokenHash).toString('hex')}`,
    lastSeenAt: lease.startedAt,
  })
  const [started] = await database.$queryRaw<{ held: boolean }[]>`
    with lease as (
      select hold_stream(jsonb_populate_record(null::"PlaybackSession", ${row}::jsonb),
        ${maxStreams}::int, ${aliveSince}::timestamptz) as held
      from "Video" v
      where v.id = ${lease.videoId}::uuid and v."encodeId" is not null
        and (v.published or ${unpublishedToo}::boolean)
    ), rental as (
      update "Purchase" set "firstPlayedAt" = ${lease.startedAt}::timestamptz
      where id = ${rentalId} and "firstPlayedAt" is null
        and exists (select 1 from lease where held)
    )
    select held from lease`
  return started?.held ?? null
}

/**
 * Keeps a session's place or takes one anew.
 *
 * @param change what becomes of the row; `teaserSeconds: null` turns a teaser into the whole film, and
 * another `deviceId` makes it count as another device
 * @returns false when the viewer's places are taken or the session has ended meanwhile
 */
export async function holdLease(
  database: Database,
  sessionId: string,
  change: { lastSeenAt: Date; teaserSeconds?: null; deviceId?: string },
  { maxStreams, aliveSince }: StreamLimits,
): Promise<boolean> {
  const [answer] = await database.$queryRaw<{ held: boolean }[]>`
    select hold_stream(jsonb_populate_record(s, ${JSON.stringify(change)}::jsonb),
      ${maxStreams}::int, ${aliveSince}::timestamptz) as held
    from "PlaybackSession" s where s.id = ${sessionId}::uuid`
  return answer?.held ?? false
}

/** Ends a session for good. The first reason stands. */
export async function endLease(
  database: Database,
  sessionId: string,
  reason: EndReason,
  now: Date,
): Promise<void> {
  await database.playbackSession.updateMany({
    where: { id: sessionId, endedAt: null },
    data: { endedAt: now, endReason: reason },
  })
}

/** Ends the session of a token because its player is done. False for a token that is unknown. */
export async function endLeaseOfToken(
  database: Database,
  tokenHash: Uint8Array<ArrayBuffer>,
  now: Date,
): Promise<boolean> {
  const [row] = await database.$queryRaw<unknown[]>`
    update "PlaybackSession"
    set "endReason" = case when "endedAt" is null then 'stopped' else "endReason" end,
      "endedAt" = coalesce("endedAt", ${now}::timestamptz)
    where "tokenHash" = ${tokenHash} returning id`
  return row !== undefined
}
