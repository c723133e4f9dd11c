import type { PlaybackDeps } from './viewing.ts'

interface Refusal {
  userId: string
  videoId: string
  /** As the problem that they are answered has it. */
  reason: string
}

/**
 * Keeps in mind that someone might not watch, for whoever helps them. They are refused as well where that
 * cannot be stored.
 */
export async function noteRefusal(
  { database, clock, log }: Pick<PlaybackDeps, 'database' | 'clock' | 'log'>,
  { userId, videoId, reason }: Refusal,
): Promise<void> {
  const now = clock.now()
  try {
    await database.$executeRaw`
      insert into "PlayRefusal" ("userId", "videoId", "day", "reason", "at")
      values (${userId}::uuid, ${videoId}::uuid, (${now}::timestamptz at time zone 'UTC')::date,
        ${reason}, ${now}::timestamptz)
      on conflict ("userId", "videoId", "day", "reason")
        do update set "times" = "PlayRefusal"."times" + 1, "at" = excluded."at"`
  } catch (err) {
    log.warn({ err, userId, videoId }, 'a refused playback could not be noted')
  }
}
