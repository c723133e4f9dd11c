import type { Config } from '../config.ts'

/** When a session must have been seen to still hold its place. */
export const aliveSince = (config: Config, now: Date): Date =>
  new Date(now.getTime() - config.STREAM_LEASE_SECONDS * 1000)
