import type { Clock } from '../clients/clock.ts'
import { tooMany } from '../errors.ts'
import { openWindowCounts } from '../plugins/window-counts.ts'

/** How often, in a minute, people who are not signed in may open a playback and begin one. */
export interface Strangers {
  /** @throws TOO_MANY_REQUESTS */
  open(network: string): void
  /** @throws TOO_MANY_REQUESTS */
  begin(network: string): void
}

/** A school behind one address opens many pages; each that begins is a row. */
const most = { opens: { each: 120, all: 12_000 }, begins: { each: 60, all: 3_000 } }
const everyone = 'all'

export function openStrangers(clock: Clock): Strangers {
  const limit = ({ each, all }: { each: number; all: number }) => {
    const counts = [openWindowCounts(clock, each), openWindowCounts(clock, all)]
    return (network: string) => {
      const keys = [network, everyone]
      const wait = Math.max(...counts.map((count, index) => count.wait(keys[index] ?? '')))
      if (wait > 0) throw tooMany(wait)
      counts.forEach((count, index) => {
        count.begin(keys[index] ?? '')
      })
    }
  }
  return { open: limit(most.opens), begin: limit(most.begins) }
}
