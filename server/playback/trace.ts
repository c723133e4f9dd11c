import { uuid } from '../../contract/uuid.ts'
import type { Database } from '../clients/database.ts'
import { type Delivery, sessionParameter } from '../clients/delivery/types.ts'
import type { Genuineness } from '../clients/verify-signed-url.ts'

export interface TraceDeps {
  database: Database
  delivery: Pick<Delivery, 'verify'>
}

/** Whose playback a signed URL was made for. */
export interface Trace {
  sessionId: string
  genuineness: Genuineness
  /** Null: a stranger. */
  email: string | null
  video: string
  deviceId: string
  deviceName: string | null
  startedAt: Date
  lastSeenAt: Date
  endReason: string | null
}

/** Null when the URL names no session that is known. */
export async function traceUrl(deps: TraceDeps, address: string): Promise<Trace | null> {
  const url = new URL(address)
  const sessionId = url.searchParams.get(sessionParameter) ?? ''
  if (!uuid.test(sessionId)) return null
  const session = await deps.database.playbackSession.findUnique({
    where: { id: sessionId },
    include: { user: { select: { email: true } }, video: { select: { title: true } } },
  })
  if (session === null) return null
  const { deviceId, deviceName, startedAt, lastSeenAt, endReason } = session
  return {
    sessionId,
    genuineness: await deps.delivery.verify(url),
    email: session.user?.email ?? null,
    video: session.video.title,
    deviceId,
    deviceName,
    startedAt,
    lastSeenAt,
    endReason,
  }
}
