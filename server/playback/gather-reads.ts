import { batched } from '../clients/batcher.ts'
import type { Clock } from '../clients/clock.ts'
import type { Database } from '../clients/database.ts'
import type { Config } from '../config.ts'
import { type Asked, loadFactsOfMany } from '../entitlements/facts.ts'
import type { AccessFacts } from '../entitlements/types.ts'
import { aliveSince } from './alive-since.ts'
import { type LeaseRow, readLeases } from './read-leases.ts'

/**
 * Reads what sessions are judged by. What many of them ask for within a few milliseconds is read in one
 * statement, so that one more viewer is one more row and not one more round trip.
 */
export interface GatheredReads {
  /** Null for a hash that is unknown. @throws ENTITLEMENTS_UNAVAILABLE */
  lease(tokenHash: Uint8Array<ArrayBuffer>): Promise<LeaseRow | null>
  /** Null for a video that is unknown. @throws ENTITLEMENTS_UNAVAILABLE */
  facts(asked: Asked): Promise<AccessFacts | null>
}

export interface ReadDeps {
  config: Config
  clock: Clock
  database: Database
}

/** All fail together: it is the database that fails. */
const options = { atOnce: 2, most: 200, everyMs: 25, singly: false }

export function openGatheredReads(deps: ReadDeps): GatheredReads {
  const { config, clock, database } = deps
  return {
    lease: batched(
      (hashes: Uint8Array<ArrayBuffer>[]) =>
        readLeases(database, hashes, aliveSince(config, clock.now())),
      options,
    ),
    facts: batched((asked: Asked[]) => loadFactsOfMany(deps, asked), options),
  }
}
