import type { Database } from '../clients/database.ts'
import { MatineeError } from '../errors.ts'
import type { Opening } from './opening.ts'

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
