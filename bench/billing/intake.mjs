// The webhook's intake, verified, stored and durable, against the least that storing can cost: a
// bare INSERT of one row with the same bytes, by the same driver, over as many connections, into the
// same database.
import { createHmac, randomBytes } from 'node:crypto'
import pg from 'pg'
import { openInbox } from '../../dist/server/billing/inbox/inbox.js'
import { parseEvent } from '../../dist/server/billing/inbox/stripe-event.js'
import { isSigned } from '../../dist/server/billing/inbox/webhook-signature.js'
import { interleave, median, round, table } from '../measure.mjs'
import { openSetup, webhookSecret } from './setup.mjs'

const connections = 10
const inFlight = 32

/** An event of ordinary size that asks for nothing to be fetched. */
function newEvent() {
  const id = `evt_${randomBytes(12).toString('hex')}`
  const padding = 'x'.repeat(2_500)
  const created = Math.floor(Date.now() / 1000)
  const object = { id: 'po_1', object: 'payout', description: padding }
  const event = { id, object: 'event', type: 'payout.paid', livemode: true, created }
  const payload = Buffer.from(JSON.stringify({ ...event, api_version: null, data: { object } }))
  const signature = createHmac('sha256', webhookSecret).update(`${created}.`).update(payload)
  return { id, payload, header: `t=${created},v1=${signature.digest('hex')}` }
}

/** How many a second `take` takes, of events made beforehand. */
async function rate(count, take) {
  const events = Array.from({ length: count }, newEvent)
  const begun = performance.now()
  const worker = async () => {
    for (let event = events.pop(); event !== undefined; event = events.pop()) await take(event)
  }
  await Promise.all(Array.from({ length: inFlight }, worker))
  return (count / (performance.now() - begun)) * 1000
}

export async function measureIntake({ rounds = 7, count = 2_000 } = {}) {
  const { url, services, close } = await openSetup()
  const { database, stripe, clock } = services
  const pool = new pg.Pool({ connectionString: url, max: connections })
  await pool.query('create table bare (id text primary key, payload bytea not null)')
  const inbox = openInbox(services)
  const contenders = {
    'a bare INSERT, node-postgres': ({ id, payload }) =>
      pool.query({
        name: 'bare',
        text: 'insert into bare (id, payload) values ($1, $2)',
        values: [id, payload],
      }),
    'a bare INSERT, through Prisma': ({ id, payload }) =>
      database.$executeRaw`insert into bare (id, payload) values (${id}, ${payload})`,
    "the webhook's intake": async ({ payload, header }) => {
      if (!isSigned(stripe, payload, header, [webhookSecret], clock.now()))
        throw new Error('forged')
      const isNew = await inbox.receive(parseEvent(payload), payload)
      if (!isNew) throw new Error('it was there already')
    },
  }
  const timed = Object.fromEntries(
    Object.entries(contenders).map(([name, take]) => [name, () => rate(count, take)]),
  )
  await interleave(timed, 1)
  const results = await interleave(timed, rounds)
  const stored = await database.stripeEvent.count()
  if (stored !== count * (rounds + 1)) throw new Error(`only ${stored} were stored`)
  await inbox.close()
  await pool.end()
  await close()
  const medians = Object.entries(results).map(([name, values]) => [name, median(values)])
  const intake = Object.fromEntries(medians)["the webhook's intake"]
  return table(
    ['rows a second', 'median', 'intake / it', 'target', ''],
    medians.map(([name, value]) => {
      const share = intake / value
      // Matinee's driver is node-postgres under Prisma; the bare one is the harder peer.
      const judged = name.startsWith('a bare')
        ? ['≥ 0.5', share >= 0.5 ? 'pass' : 'MISS']
        : ['', '']
      return [name, round(value, 0), round(share, 2), ...judged]
    }),
  )
}
