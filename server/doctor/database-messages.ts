import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { openNotifications } from '../clients/notify.ts'
import type { Services } from '../services.ts'

const patienceMs = 5_000

/**
 * A revocation reaches every process as a message of the database, on a connection that listens. A
 * pooler that gives each transaction another connection swallows them, and says nothing.
 *
 * @throws when a message of one connection does not arrive at another
 */
export async function lookAtMessages({ database, config, log, clock }: Services): Promise<string> {
  const channel = `matinee_doctor_${randomUUID()}`
  const notifications = openNotifications({ databaseUrl: config.DATABASE_URL, log, clock })
  const heard = new EventTarget()
  const signal = AbortSignal.timeout(patienceMs)
  try {
    const arrival = once(heard, 'message', { signal })
    arrival.catch(() => undefined)
    notifications.listen(channel, () => heard.dispatchEvent(new Event('message')))
    while (notifications.listeningSince() === null) await delay(20, undefined, { signal })
    await database.$queryRaw`select pg_notify(${channel}, '')::text`
    await arrival
    return 'arrive, so that what is taken away ends within a second'
  } catch (error) {
    if (!signal.aborted) throw error
    throw new Error(
      'they do not arrive: DATABASE_URL leads to a pooler that shares connections between transactions. Give it the address of Postgres itself, or set pool_mode=session, or what is taken away from a viewer ends late.',
    )
  } finally {
    await notifications.close()
  }
}
