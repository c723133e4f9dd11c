import { type Logger, pino } from 'pino'
import { type Clock, systemClock } from './clients/clock.ts'
import { type Database, openDatabase } from './clients/database.ts'
import type { Config } from './config.ts'

/** Everything outside the process that the domains use, opened once and closed once. */
export interface Services {
  config: Config
  clock: Clock
  log: Logger
  database: Database
  close(): Promise<void>
}

/** Parts that tests replace. */
export type Overrides = Partial<Pick<Services, 'clock' | 'log'>>

/** Opens all parts. Connections are made on first use, so that a part that is down does not stop the start. */
export async function openServices(config: Config, overrides: Overrides = {}): Promise<Services> {
  const log = overrides.log ?? pino({ level: config.LOG_LEVEL })
  const clock = overrides.clock ?? systemClock
  const database = openDatabase({ url: config.DATABASE_URL })
  return {
    config,
    clock,
    log,
    database,
    close: async () => {
      await database.$disconnect()
    },
  }
}
