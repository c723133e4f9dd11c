import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { openNotifications } from '../clients/notify.ts'
import type { Services } from '../services.ts'

const looks = 250
const pauseMs = 20

/** Counts looks and not time: a process that is busy itself hears late, and not for the database's sake. */
async function comesTrue(look: () => boolean): Promise<boolean> {
  for (let looked = 0; looked < looks; looked++) {
    if (look()) return true
    await delay(pauseMs)
  }
  return look()
}

/**
 * A revocation reaches every process as a message of the database, on a connection that listens. A
 * pooler that gives each transaction another connection swallows them, and says nothing.
 *
 * @throws when a message of one connection does not arrive at another
 */
export async function lookAtMessages({ database, config, log, clock }: Services): Promise<string> {
  const channel = `matinee_doctor_${randomUUID()}`
  const notifications = openNotifications({ databaseUrl: config.DATABASE_URL, log, clock })
  let heard = false
  try {
    // A database that is not there fails here, by its own reason.
    await database.$queryRaw`select 1`
    notifications.listen(channel, () => {
      heard = true
    })
    if (!(await comesTrue(() => notifications.listeningSince() !== null))) {
      throw new Error(
        'no connection that listens can be made in time: Postgres or this machine has too much to do, or no connection is left there.',
      )
    }
    await database.$queryRaw`select pg_notify(${channel}, '')::text`
    if (await comesTrue(() => heard)) {
      return 'arrive, so that what is taken away ends within a second'
    }
    throw new Error(
      'they do not arrive: DATABASE_URL leads to a pooler that shares connections between transactions. Give it the address of Postgres itself, or set pool_mode=session, or what is taken away from a viewer ends late.',
    )
  } finally {
    await notifications.close()
  }
}
