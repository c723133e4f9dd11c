import type { ActiveStream } from '../../contract/playback.ts'
import type { EndReason } from '../../contract/problems.ts'
import type { Database } from '../clients/database.ts'
import { MatineeError } from '../errors.ts'
import type { Opening } from './opening.ts'

/** Every read and write of the rows of playback sessions but for when they were last seen. */

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
  hasStoryboard: boolean
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
    select v."encodeId", v.chapters, v.storyboard is not null as "hasStoryboard",
      p."positionSeconds"
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

export interface LeaseRow {
  id: string
  userId: string | null
  videoId: string
  encodeId: string
  deviceId: string
  lastSeenAt: Date
  endedAt: Date | null
  endReason: string | null
  teaserSeconds: number | null
  published: boolean
  /** The sign-in that started it was signed out. */
  signedOut: boolean
  /** The viewer's other devices that play and began earlier. */
  devicesBefore: number
}

/**
 * Sessions by the hashes of their tokens, in one round trip.
 *
 * @returns in the order of the hashes
 * @throws ENTITLEMENTS_UNAVAILABLE when the database cannot be read
 */
export async function readLeases(
  database: Database,
  tokenHashes: readonly Uint8Array<ArrayBuffer>[],
  aliveSince: Date,
): Promise<(LeaseRow | null)[]> {
  const asked = tokenHashes.map((hash) => Buffer.from(hash).toString('hex'))
  try {
    const rows = await database.$queryRaw<(LeaseRow & { hash: string })[]>`
      select asked.hash, s.id, s."userId", s."videoId", s."encodeId", s."deviceId", s."lastSeenAt", s."endedAt",
        s."endReason", s."teaserSeconds", v.published,
        s."familyId" is not null and not exists (select 1 from "RefreshFamily" f
          where f.id = s."familyId" and f."revokedAt" is null) as "signedOut",
        (select count(distinct o."deviceId")::int from "PlaybackSession" o
          where o."userId" = s."userId" and o."deviceId" <> s."deviceId" and o."endedAt" is null
            and o."teaserSeconds" is null and o."lastSeenAt" > ${aliveSince}::timestamptz
            and o."startedAt" < s."startedAt") as "devicesBefore"
      from unnest(${asked}::text[]) as asked(hash)
      join "PlaybackSession" s on s."tokenHash" = decode(asked.hash, 'hex')
      join "Video" v on v.id = s."videoId"`
    const found = new Map(rows.map(({ hash, ...row }) => [hash, row]))
    return asked.map((hash) => found.get(hash) ?? null)
  } catch (cause) {
    throw new MatineeError('ENTITLEMENTS_UNAVAILABLE', { cause })
  }
}

/** @throws ENTITLEMENTS_UNAVAILABLE when the database cannot be read */
export async function readLease(
  database: Database,
  tokenHash: Uint8Array<ArrayBuffer>,
  aliveSince: Date,
): Promise<LeaseRow | null> {
  const [row = null] = await readLeases(database, [tokenHash], aliveSince)
  return row
}

/** As readLease, of a playback that was opened and has not begun. Null when its video or viewer is gone. */
export async function readOpening(
  database: Database,
  id: string,
  { userId, familyId, videoId, encodeId, deviceId, openedAt, isTeaser }: Opening,
): Promise<LeaseRow | null> {
  try {
    const [row] = await database.$queryRaw<Pick<LeaseRow, 'published' | 'signedOut'>[]>`
      select v.published, ${familyId}::uuid is not null and not exists (
          select 1 from "RefreshFamily" f where f.id = ${familyId}::uuid and f."revokedAt" is null
        ) as "signedOut"
      from "Video" v where v.id = ${videoId}::uuid and (
        ${userId}::uuid is null or exists (select 1 from "User" u where u.id = ${userId}::uuid))`
    if (row === undefined) return null
    const device = { deviceId, devicesBefore: 0 }
    const open = { endedAt: null, endReason: null, teaserSeconds: isTeaser ? 0 : null }
    return { id, userId, videoId, encodeId, lastSeenAt: openedAt, ...device, ...open, ...row }
  } catch (cause) {
    throw new MatineeError('ENTITLEMENTS_UNAVAILABLE', { cause })
  }
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
