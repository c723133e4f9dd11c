// Every GET route of the OpenAPI document on the database of a large house: p50 and p95.
//
//   node database/run.mjs [--quick] [--keep] [--scale 0.1]
//
// On a Postgres of its own, or on an empty database that DATABASE_URL names (its owner a superuser).
// With --keep a database that was filled before is asked again.
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { operations } from '../../dist/contract/operations.js'
import { migrate } from '../../dist/server/clients/migrate.js'
import { sumViewings } from '../../dist/server/retention/sum-viewings.js'
import { percentile, round, table, verdict } from '../measure.mjs'
import { openApp, openMatinee, openSetup, signIn } from '../playback/setup.mjs'
import { postgresMs, postgresOf } from '../postgres-time.mjs'
import { countsAt, fill } from './fill.mjs'
import { notMeasured, requests, slower } from './routes.mjs'
import { addPlaybacks, pick, rowsOf } from './rows.mjs'

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    scale: { type: 'string' },
    only: { type: 'string' },
    rounds: { type: 'string' },
  },
})
const scale = Number(options.scale ?? (options.quick ? 0.005 : 1))
const rounds = Number(options.rounds ?? (options.quick ? 10 : 60))
const wanted = { usual: 50, slower: 300 }
const say = (text) => process.stderr.write(`${text}\n`)

/** A database to measure on. */
async function open() {
  const url = process.env.DATABASE_URL
  if (url === undefined) return openSetup()
  if (!options.keep) await migrate(url, new URL('../../prisma', import.meta.url).pathname)
  return { url, close: async () => undefined }
}

const setup = await open()
const counts = countsAt(scale)
if (!options.keep) await fill(setup.url, counts, say)
const services = await openMatinee(setup.url)
const { database, reports } = services
if (!options.keep) {
  const began = performance.now()
  await sumViewings(reports, new Date())
  say(`days summed: ${round((performance.now() - began) / 1000)} s`)
}
await database.siteSetting.upsert({
  where: { only: true },
  create: {
    ...{ version: 1, name: 'Bench', description: '', currency: 'usd', language: 'en', address: '' },
    ...{ legal: [{ slug: 'privacy', title: 'Privacy', text: 'Nothing.' }], updatedAt: new Date() },
    openedAt: new Date(),
  },
  update: {},
})
const tokens = await addPlaybacks(database, rowsOf(counts, []), Math.min(1000, counts.films >> 2))
const rows = rowsOf(counts, tokens)
const { app, url } = await openApp(services)
const cookieOf = (n) => signIn({ userId: rows.person(n), familyId: rows.family(n) })
const who = {
  operator: () => cookieOf(counts.admin),
  viewer: () => cookieOf(pick(counts.people - 1)),
  collector: () => cookieOf(1),
}

async function ask({ path, as }) {
  const headers = as === undefined ? {} : { cookie: who[as]() }
  const began = performance.now()
  const answer = await fetch(url + path, { headers, redirect: 'manual' })
  const body = await answer.arrayBuffer()
  const ms = performance.now() - began
  if (answer.status >= 400 && answer.status !== 404) {
    throw new Error(`${path}: ${answer.status} ${Buffer.from(body).toString().slice(0, 300)}`)
  }
  return { ms, bytes: body.byteLength }
}

const client = new pg.Client(setup.url)
await client.connect()
const postgres = await postgresOf(client)

const known = requests(rows)
const lines = []
let missed = 0
for (const [route, { id }] of Object.entries(operations)) {
  if (!route.startsWith('GET ')) continue
  if (options.only && !id.includes(options.only)) continue
  if (id in notMeasured) {
    lines.push([route.slice(4), '', '', '', '', '', notMeasured[id]])
    continue
  }
  if (known[id] === undefined) throw new Error(`routes.mjs does not say how ${id} is asked`)
  for (const next of known[id]) {
    const times = []
    let largest = 0
    const shape = next().path
    await ask(next())
    const before = await postgresMs(postgres)
    for (let count = 0; count < rounds; count++) {
      const { ms, bytes } = await ask(next())
      times.push(ms)
      largest = Math.max(largest, bytes)
    }
    const used = ((await postgresMs(postgres)) - before) / rounds
    const goal = slower.has(id) ? wanted.slower : wanted.usual
    const p95 = percentile(times, 0.95)
    if (p95 > goal) missed++
    const query = shape.includes('?') ? `?${shape.split('?')[1].replace(/user:.*/, 'user:…')}` : ''
    lines.push([
      route.slice(4) + query,
      round(percentile(times, 0.5), 1),
      round(p95, 1),
      round(used, 1),
      round(largest / 1000, 0),
      round(goal, 0),
      verdict(p95 <= goal),
    ])
    if (p95 > goal) say(`${id} ${shape}: ${round(p95, 0)} ms`)
  }
}
console.log(table(['route', 'p50 ms', 'p95 ms', 'Postgres’ ms', 'kB', 'wanted', ''], lines))
say(`${missed} missed; load ${loadavg()[0].toFixed(1)} at the end`)
await client.end()
await app.close()
await services.close()
await setup.close()
