import type { Device } from '../../contract/accounts.ts'
import { say } from '../../contract/words/server.ts'
import { audit } from '../audit/audit.ts'
import type { Database } from '../clients/database.ts'
import { MatineeError } from '../errors.ts'

export interface Asking {
  userId: string
  /** The sign-in that asks. */
  familyId: string
}

/**
 * Where someone is signed in, the latest first.
 *
 * @param aliveSince a stream that was not seen since then plays no more
 */
export async function listDevices(
  database: Database,
  { userId, familyId }: Asking,
  { now, aliveSince }: { now: Date; aliveSince: Date },
): Promise<Device[]> {
  const families = await database.refreshFamily.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: now }, deviceId: { not: null } },
    include: {
      device: true,
      playbackSessions: {
        where: { endedAt: null, lastSeenAt: { gt: aliveSince } },
        include: { video: { select: { title: true } } },
        orderBy: { lastSeenAt: 'desc' },
        take: 1,
      },
    },
  })
  const devices = new Map<string, Device>()
  for (const { id, device, playbackSessions } of families) {
    if (device === null) continue
    const known = devices.get(device.id)
    devices.set(device.id, {
      id: device.id,
      name: device.name,
      lastSeenAt: device.lastSeenAt.toISOString(),
      current: known?.current === true || id === familyId,
      playing: playbackSessions[0]?.video.title ?? known?.playing ?? null,
    })
  }
  return [...devices.values()].sort((a, b) => (a.lastSeenAt < b.lastSeenAt ? 1 : -1))
}

/**
 * Signs a device out, which ends what it plays. It is new when it comes again.
 *
 * @throws NOT_FOUND
 */
export function dropDevice(
  database: Database,
  userId: string,
  deviceId: string,
  now: Date,
): Promise<void> {
  return database.$transaction(async (tx) => {
    const device = await tx.device.findFirst({ where: { id: deviceId, userId } })
    if (device === null) throw new MatineeError('NOT_FOUND', { detail: say('none.device') })
    await tx.refreshFamily.updateMany({
      where: { deviceId, revokedAt: null },
      data: { revokedAt: now, revokedReason: 'device-dropped' },
    })
    await tx.device.delete({ where: { id: deviceId } })
    const about = { action: 'user.device-signed-out', subject: `user:${userId}` } as const
    await audit(tx, { actorId: userId, ...about, details: { deviceId } })
  })
}
