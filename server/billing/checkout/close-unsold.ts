import type { BillingDeps } from '../../services.ts'
import { closePage } from './close-page.ts'
import { bundlesSold } from './sell-bundle.ts'
import { videosSold } from './sell-video.ts'

/**
 * Closes the payment pages of what is sold no more: a film that was taken off show, archived or deleted, one
 * that is not rented or not sold now, a bundle that is off. Nobody is to pay on a page from yesterday for what
 * they cannot watch. A changed price closes none: who saw the old one may pay it.
 *
 * @returns how many were closed
 * @throws what the Stripe SDK throws; the others were tried before
 */
export const closeUnsold = (deps: BillingDeps, signal?: AbortSignal): Promise<number> =>
  deps.locks.hold('unsold pages', async () => {
    const { database, stripe, clock } = deps
    const now = clock.now()
    const open = await database.checkoutSession.findMany({
      where: { expiresAt: { gt: now }, subject: { not: 'plan' } },
      select: { id: true, subject: true, terms: true },
    })
    if (open.length === 0) return 0
    const videos = await videosSold(database, idsAfter('video:', open), now)
    const bundles = await bundlesSold(database, idsAfter('bundle:', open))
    const sold = new Set([
      ...videos.map(({ id, kind }) => `video:${id} ${kind}`),
      ...bundles.map((id) => `bundle:${id} bundle`),
    ])
    const unsold = open.filter(({ subject, terms }) => !sold.has(`${subject} ${kindIn(terms)}`))
    const failures: unknown[] = []
    let closed = 0
    for (const { id } of unsold.slice(0, mostAtOnce)) {
      if (signal?.aborted) break
      try {
        // What was paid at the last moment is told by its event, as any sale.
        if ((await closePage(stripe, id)) === 'expired') closed += 1
        await database.checkoutSession.deleteMany({ where: { id } })
      } catch (error) {
        failures.push(error)
      }
    }
    if (failures.length > 0) throw failures[0]
    return closed
  })

/** Each is a call to Stripe, and others wait for the lock; the next round goes on. */
const mostAtOnce = 200

/** What was asked for on a page: "rent", "buy" or "bundle". */
const kindIn = (terms: string) => terms.slice(0, terms.indexOf(':'))

const idsAfter = (prefix: string, open: readonly { subject: string }[]) => [
  ...new Set(
    open.flatMap(({ subject }) =>
      subject.startsWith(prefix) ? [subject.slice(prefix.length)] : [],
    ),
  ),
]
