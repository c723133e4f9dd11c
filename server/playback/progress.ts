import { say } from '../../contract/words/server.ts'
import { batched } from '../clients/batcher.ts'
import type { Clock } from '../clients/clock.ts'
import type { Database } from '../clients/database.ts'
import { MatineeError } from '../errors.ts'
import { isFinished, isWorthResuming } from './resume.ts'

export interface Progress {
  userId: string
  videoId: string
  positionSeconds: number
}

/** @throws NOT_FOUND for an unknown video */
export type SaveProgress = (progress: Progress) => Promise<void>

const keyOf = ({ userId, videoId }: Progress) => `${userId} ${videoId}`

/**
 * Remembers where many viewers stopped, or forgets it where there is nothing to go on with. Of several
 * positions of one viewer in one film the last counts.
 *
 * @returns in their order, false for a video that is unknown
 */
async function storeProgress(
  database: Database,
  all: readonly Progress[],
  now: Date,
): Promise<boolean[]> {
  const ids = [...new Set(all.map(({ videoId }) => videoId))]
  const videos = await database.$queryRaw<{ id: string; durationSeconds: number | null }[]>`
    select id, "durationSeconds" from "Video" where id = any(${ids}::uuid[])`
  const durations = new Map(
    videos.map(({ id, durationSeconds }) => [id, durationSeconds ?? Number.POSITIVE_INFINITY]),
  )
  const last = new Map(all.map((one) => [keyOf(one), one]))
  // In one order everywhere, so that no two writers wait for each other.
  const keys = [...last.keys()].sort()
  const rows = keys.flatMap((key) => {
    const one = last.get(key)
    const duration = durations.get(one?.videoId ?? '')
    if (one === undefined || duration === undefined) return []
    const { positionSeconds } = one
    const stays = isWorthResuming(positionSeconds, duration)
    return [{ ...one, stays, isFinished: isFinished(positionSeconds, duration) }]
  })
  await write(database, rows, now)
  return all.map(({ videoId }) => durations.has(videoId))
}

async function write(
  database: Database,
  rows: (Progress & { stays: boolean; isFinished: boolean })[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return
  const [kept, gone] = [rows.filter(({ stays }) => stays), rows.filter(({ stays }) => !stays)]
  const finished = gone.filter(({ isFinished }) => isFinished)
  const users = (of: Progress[]) => of.map(({ userId }) => userId)
  const videos = (of: Progress[]) => of.map(({ videoId }) => videoId)
  await database.$executeRaw`
    with gone as (
      delete from "WatchProgress" p
      using unnest(${users(gone)}::uuid[], ${videos(gone)}::uuid[]) as g("userId", "videoId")
      where p."userId" = g."userId" and p."videoId" = g."videoId"
    ), there as (
      -- A player may go on for a while after its viewer's account has gone.
      select id from "User" where id = any(${users(rows)}::uuid[]) and "deletedAt" is null
    ), finished as (
      insert into "FinishedVideo" ("userId", "videoId", "finishedAt")
      select f.*, ${now}::timestamptz
      from unnest(${users(finished)}::uuid[], ${videos(finished)}::uuid[]) as f("userId", "videoId")
      join there on there.id = f."userId"
      on conflict ("userId", "videoId") do update set "finishedAt" = excluded."finishedAt"
    )
    insert into "WatchProgress" ("userId", "videoId", "positionSeconds", "updatedAt")
    select k.*, ${now}::timestamptz from unnest(${users(kept)}::uuid[], ${videos(kept)}::uuid[],
      ${kept.map(({ positionSeconds }) => positionSeconds)}::float8[]) as k("userId", "videoId", seconds)
    join there on there.id = k."userId"
    on conflict ("userId", "videoId") do update
      set "positionSeconds" = excluded."positionSeconds", "updatedAt" = excluded."updatedAt"`
}

/** Players save every few seconds of film: what comes within some milliseconds is written together. */
export function openProgress({
  database,
  clock,
}: {
  database: Database
  clock: Clock
}): SaveProgress {
  const save = batched((all: Progress[]) => storeProgress(database, all, clock.now()), {
    ...{ atOnce: 1, most: 500, everyMs: 50 },
  })
  return async (progress) => {
    if (!(await save(progress))) {
      throw new MatineeError('NOT_FOUND', { detail: say('none.film') })
    }
  }
}
