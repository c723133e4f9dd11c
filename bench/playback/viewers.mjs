// How many viewers one process of API serves: simulated players at the pace of real ones, more of them
// each step, until the 99th percentile of a batch passes 100 ms. Postgres, the server and the players
// share this machine's processors.
import { Agent, request } from 'node:http'
import pg from 'pg'
import { isMain, percentile, round, table } from '../measure.mjs'
import { openServer } from './requests.mjs'
import { openSetup } from './setup.mjs'

/** A player asks for 8 segments of 4 seconds, for picture and sound. */
const everySeconds = 32
const mostMs = 100

/** Of half an hour of watching, one turn begins and ends a playback. */
const startsShare = everySeconds / 1800

function ask(agent, url, path, { method = 'GET', body, cookie } = {}) {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const headers = {
      ...(body && { 'content-type': 'application/json' }),
      ...(cookie && { cookie, origin: 'http://localhost:3000' }),
    }
    const sent = request(url + path, { agent, method, headers }, async (answer) => {
      const chunks = []
      for await (const chunk of answer) chunks.push(chunk)
      const ms = performance.now() - began
      resolve({ status: answer.statusCode, ms, text: Buffer.concat(chunks).toString() })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Somebody presses play, and leaves again. */
async function come(agent, { matinee, videoId, cookies }, number) {
  const cookie = cookies[number % cookies.length]
  const body = JSON.stringify({ deviceId: `device-${number}` })
  const opened = await ask(agent, matinee, `/api/videos/${videoId}/playback`, {
    ...{ method: 'POST', body, cookie },
  })
  if (opened.status !== 201) throw new Error(`play was answered ${opened.status} ${opened.text}`)
  const { token } = JSON.parse(opened.text)
  const { status } = await ask(agent, matinee, `/play/${token}/begin`, { method: 'POST' })
  if (status !== 204) throw new Error(`its beginning was answered ${status}`)
  await ask(agent, matinee, `/play/${token}`, { method: 'DELETE' })
}

const report = JSON.stringify({
  startUpMs: 400,
  watchedSeconds: 600,
  stallCount: 0,
  stallMs: 0,
  errorCode: null,
})

/** One viewer's turn: picture and sound, now and then a seek or a report. */
async function turn(agent, server, number, times) {
  const url = server.matinee
  const token = server.tokens[number]
  const at = Math.floor(Math.random() * 300) * 8
  const batch = async (rendition, from) => {
    const { status, ms } = await ask(
      agent,
      url,
      `/play/${token}/${rendition}/urls?from=${from}&count=8`,
    )
    if (status !== 200) throw new Error(`a batch was answered ${status}`)
    times.push(ms)
  }
  await Promise.all([batch('720p', at), batch('audio', at)])
  const chance = Math.random()
  if (Math.random() < startsShare) await come(agent, server, number)
  // Where one is, every eight seconds of film.
  const cookie = server.cookies[number % server.cookies.length]
  const body = JSON.stringify({ positionSeconds: 20 + at })
  for (let count = 0; count < 4; count++) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    const path = `/api/videos/${server.videoId}/progress`
    const { status } = await ask(agent, url, path, { method: 'PUT', body, cookie })
    if (status !== 204) throw new Error(`a position was answered ${status}`)
  }
  // A seek about every five minutes; a report when the page is hidden or left.
  if (chance < 0.1) await batch('720p', Math.floor(Math.random() * 300) * 8)
  if (chance > 0.98)
    await ask(agent, url, `/play/${token}/beacon`, { method: 'POST', body: report })
}

/** `count` viewers for so long, evenly spread over time. */
async function watch(server, count, seconds) {
  const agent = new Agent({ keepAlive: true, maxSockets: 512 })
  const times = []
  const turns = []
  const began = performance.now()
  const perMs = count / everySeconds / 1000
  let sent = 0
  let failed
  while (performance.now() - began < seconds * 1000 && failed === undefined) {
    const due = Math.floor((performance.now() - began) * perMs)
    for (; sent < due; sent++) {
      const one = turn(agent, server, sent % count, times).catch((error) => {
        failed ??= error
      })
      turns.push(one)
    }
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  await Promise.all(turns)
  agent.destroy()
  if (failed) throw failed
  return times
}

const statementsOf = async (client) => {
  const { rows } = await client.query(
    'select sum(xact_commit)::float8 as sum from pg_stat_database where datname = current_database()',
  )
  return rows[0].sum
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
      // Everybody once, so that what is measured is people who watch, not people who come.
      await watch(server, count, everySeconds)
      const before = { statements: await statementsOf(client), used: await server.usage() }
      const began = performance.now()
      const times = await watch(server, count, seconds)
      const lasted = (performance.now() - began) / 1000
      const used = (await server.usage()) - before.used
      const statements = (await statementsOf(client)) - before.statements
      const p99 = percentile(times, 0.99)
      rows.push([
        round(count, 0),
        round(times.length / lasted, 0),
        round(percentile(times, 0.5), 1),
        round(p99, 1),
        `${round((used / lasted / 1000) * 100, 0)} %`,
        round(count / (used / lasted / 1000), 0),
        round(statements / lasted, 0),
      ])
      process.stderr.write(`${rows.at(-1).join('  ')}\n`)
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
      'of one core',
      'viewers a core, at that',
      'transactions a second',
    ],
    rows,
  )
}

if (isMain(import.meta)) {
  const quick = { steps: [500, 1_000], seconds: 5 }
  console.log(await measureViewers(process.argv.includes('--quick') ? quick : {}))
}
