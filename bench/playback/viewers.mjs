// How many viewers one process of API serves: simulated players at the pace of real ones, more of them
// each step, until the 99th percentile of a batch passes 100 ms. Postgres, the server and the players
// share this machine's processors.
import pg from 'pg'
import { isMain, percentile, round, table } from '../measure.mjs'
import { postgresMs } from '../postgres-time.mjs'
import { openLine } from './players-line.mjs'
import { openServer } from './requests.mjs'
import { openSetup } from './setup.mjs'

/** A player asks for 8 segments of 4 seconds, for picture and sound. */
const everySeconds = 32
const mostMs = 100

/** Of half an hour of watching, one turn begins and ends a playback. */
const startsShare = everySeconds / 1800

/** Answered 503, as where the database is too slow: counted, while anything else ends the run. */
class Refusal extends Error {}

function demand(wanted, { status, text }, what) {
  if (status === 503) throw new Refusal(what)
  if (status !== wanted) throw new Error(`${what} was answered ${status} ${text}`)
}

/** Somebody presses play, and leaves again. */
async function come(line, { videoId, cookies }, number) {
  const cookie = cookies[number % cookies.length]
  const body = JSON.stringify({ deviceId: `device-${number}` })
  const opened = await line.ask(`/api/videos/${videoId}/playback`, { method: 'POST', body, cookie })
  demand(201, opened, 'play')
  const { token } = JSON.parse(opened.text)
  demand(204, await line.ask(`/play/${token}/begin`, { method: 'POST' }), 'its beginning')
  await line.ask(`/play/${token}`, { method: 'DELETE' })
}

const report = JSON.stringify({
  startUpMs: 400,
  watchedSeconds: 600,
  stallCount: 0,
  stallMs: 0,
  errorCode: null,
})

/** One viewer's turn: picture and sound, now and then a seek or a report. */
async function turn(line, server, number, times) {
  const token = server.tokens[number]
  const at = Math.floor(Math.random() * 300) * 8
  const batch = async (rendition, from) => {
    const answer = await line.ask(`/play/${token}/${rendition}/urls?from=${from}&count=8`)
    times.push(answer.ms)
    demand(200, answer, 'a batch')
  }
  await Promise.all([batch('720p', at), batch('audio', at)])
  const chance = Math.random()
  if (Math.random() < startsShare) await come(line, server, number)
  // Where one is, every eight seconds of film.
  const body = JSON.stringify({ positionSeconds: 20 + at })
  const save = async (path, cookie) => {
    demand(204, await line.ask(`${path}/progress`, { method: 'PUT', body, cookie }), 'a position')
  }
  for (let count = 0; count < 4; count++) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    await save(`/play/${token}`)
  }
  // A seek or a pause about every five minutes; a report when the page is hidden or left.
  if (chance < 0.1) {
    await batch('720p', Math.floor(Math.random() * 300) * 8)
    await save(`/api/videos/${server.videoId}`, server.cookies[number % server.cookies.length])
  }
  if (chance > 0.98) await line.ask(`/play/${token}/beacon`, { method: 'POST', body: report })
}

/** `count` viewers for so long, evenly spread over time. */
async function watch(server, count, seconds) {
  const line = openLine(server.matinee, { most: 512 })
  const times = []
  const turns = []
  const began = performance.now()
  const perMs = count / everySeconds / 1000
  let sent = 0
  let refused = 0
  let failed
  while (performance.now() - began < seconds * 1000 && failed === undefined) {
    const due = Math.floor((performance.now() - began) * perMs)
    for (; sent < due; sent++) {
      const one = turn(line, server, sent % count, times).catch((error) => {
        if (error instanceof Refusal) refused++
        else failed ??= error
      })
      turns.push(one)
    }
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  await Promise.all(turns)
  line.close()
  if (failed) throw failed
  return { times, refused }
}

const statementsOf = async (client) => {
  const { rows } = await client.query(
    'select sum(xact_commit)::float8 as sum from pg_stat_database where datname = current_database()',
  )
  return rows[0].sum
}

/** What everybody has used so far. */
async function usage({ server, client, postgres }) {
  const { user, system } = process.cpuUsage()
  return {
    at: performance.now(),
    statements: await statementsOf(client),
    api: await server.usage(),
    postgres: await postgresMs(postgres),
    players: (user + system) / 1000,
  }
}

/** Everybody once, so that what is measured is people who watch, not people who come; then the measured part. */
async function step(parts, count, seconds) {
  await watch(parts.server, count, everySeconds)
  const before = await usage(parts)
  const { times, refused } = await watch(parts.server, count, seconds)
  const after = await usage(parts)
  const ms = after.at - before.at
  const cores = (name) => (after[name] - before[name]) / ms
  const p99 = percentile(times, 0.99)
  const percent = (name) => `${round(cores(name) * 100, 0)} %`
  const row = [
    round(count, 0),
    round((times.length / ms) * 1000, 0),
    round(percentile(times, 0.5), 1),
    round(p99, 1),
    ...['api', 'postgres', 'players'].map(percent),
    round(count / cores('api'), 0),
    round(count / (cores('api') + cores('postgres')), 0),
    round(refused, 0),
    round(((after.statements - before.statements) / ms) * 1000, 0),
  ]
  return { row, p99 }
}

export async function measureViewers({
  steps = [10_000, 20_000, 30_000, 40_000, 50_000, 60_000, 80_000],
  seconds = 40,
} = {}) {
  const setup = await openSetup()
  const server = await openServer(setup.url, Math.max(...steps), 2_700)
  const client = new pg.Client(setup.url)
  await client.connect()
  const rows = []
  try {
    for (const count of steps) {
      const { row, p99 } = await step({ server, client, postgres: setup.pid }, count, seconds)
      rows.push(row)
      process.stderr.write(`${row.join('  ')}\n`)
      if (p99 > mostMs) break
    }
  } finally {
    await client.end()
    await server.close()
    await setup.close()
  }
  return table(
    [
      'viewers',
      'batches a second',
      'p50 ms',
      'p99 ms',
      'API, of a core',
      'Postgres',
      'players',
      'viewers a core of API',
      'with Postgres',
      'turns refused',
      'transactions a second',
    ],
    rows,
  )
}

if (isMain(import.meta)) {
  const steps = process.argv.find((text) => /^[\d,]+$/.test(text))
  const some = steps && { steps: steps.split(',').map(Number) }
  const quick = { steps: [500, 1_000], seconds: 5 }
  console.log(await measureViewers(process.argv.includes('--quick') ? quick : { ...some }))
}
