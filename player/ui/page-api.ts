import { createApi } from './api.ts'
import { forget, recall, remember } from './memory.ts'
import { askForProof } from './proof.ts'
import { createRenewal } from './renewal.ts'

// Browsers offer locks only to pages served by https or from this machine; without them, two tabs
// that renew in the same instant rely on the server's own tolerance for that race.
const exclusively = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks === undefined ? work() : navigator.locks.request('matinee.renewal', work)

// A browser that keeps nothing still has to see its own renewals.
let own: string | null = null

let whenEnded: () => void = () => undefined

/** Has `listener` called once a renewal was refused: nobody is signed in any more. */
export function onSessionEnd(listener: () => void): void {
  whenEnded = listener
}

/** This page's renewal of its session, shared with all tabs. */
export const renewal = createRenewal({
  fetch: (...request) => fetch(...request),
  exclusively,
  now: () => Date.now(),
  ended: () => whenEnded(),
  stamp: {
    read: () => recall('renewed') ?? own,
    write: (stamp) => {
      own = stamp
      if (stamp === null) forget('renewed')
      else remember('renewed', stamp)
    },
  },
})

/** This page's way to the API. */
export const api = createApi({
  fetch: (...request) => fetch(...request),
  renewal,
  prove: askForProof,
})
