import { type Logger, pino } from 'pino'
import { type Clock, systemClock } from './clients/clock.ts'
import { type Database, openDatabase } from './clients/database.ts'
import { type Ffmpeg, openFfmpeg } from './clients/ffmpeg.ts'
import { openQueue, type Queue } from './clients/queue.ts'
import type { Config } from './config.ts'

/** Everything outside the process that the domains use, opened once and closed once. */
export interface Services {
  config: Config
  clock: Clock
  log: Logger
  database: Database
  queue: Queue
  ffmpeg: Ffmpeg
  close(): Promise<void>
}

/** Parts that tests replace. */
export type Overrides = Partial<Pick<Services, 'clock' | 'log'>>

/** Opens all parts. Connections are made on first use, so that a part that is down does not stop the start. */
export async function openServices(config: Config, overrides: Overrides = {}): Promise<Services> {
  const log = overrides.log ?? pino({ level: config.LOG_LEVEL })
  const clock = overrides.clock ?? systemClock
  const database = openDatabase({ url: config.DATABASE_URL })
  const queue = openQueue({ databaseUrl: config.DATABASE_URL, log })
  const ffmpeg = openFfmpeg({ ffmpegPath: config.FFMPEG_PATH, ffprobePath: config.FFPROBE_PATH })
  return {
    config,
    clock,
    log,
    database,
    queue,
    ffmpeg,
    close: async () => {
      await queue.close()
      await database.$disconnect()
    },
  }
}
