// What pressing play costs: POST playback over HTTP with a real Postgres, and how many round trips to
// it one takes. Every answer is held against the time that the database alone takes for `select 1`.
import pg from 'pg'
import { openPlayback } from '../../dist/server/playback/playback.js'
import { isMain, median, percentile, round, table, verdict } from '../measure.mjs'
import {
  addSessions,
  addVideo,
  addViewers,
  openApp,
  openMatinee,
  openSetup,
  signIn,
} from './setup.mjs'

const milliseconds = async (work) => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Counts what goes to Postgres while `work` runs, whoever sends it. */
async function roundTrips(work) {
  const { query } = pg.Client.prototype
  let count = 0
  pg.Client.prototype.query = function counted(...args) {
    count += 1
    return query.apply(this, args)
  }
  await work().finally(() => {
    pg.Client.prototype.query = query
  })
  return count
}

/** What a request pays whose session was last read more than fifteen seconds ago. */
async function readAnew(services, video, viewers) {
  const tokens = await addSessions(services.database, video, viewers)
  const { sessions } = openPlayback(services)
  const times = []
  for (const token of tokens) await sessions.check(token)
  for (const token of tokens) times.push(await milliseconds(() => sessions.check(token)))
  await sessions.close()
  return times
}

export async function measureStart({ starts = 1000, sessions = 200 } = {}) {
  const setup = await openSetup()
  const services = await openMatinee(setup.url)
  const { app, url } = await openApp(services)
  try {
    const video = await addVideo(services.database, 2700, { seconds: 4 })
    const viewers = await addViewers(services.database, sessions)
    const cookies = viewers.map((viewer) => signIn(viewer))
    const start = async (index) => {
      const response = await fetch(`${url}/api/videos/${video.id}/playback`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: url,
          cookie: cookies[index % cookies.length],
        },
        body: JSON.stringify({ deviceId: 'a-device-of-theirs' }),
      })
      if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`)
      await response.arrayBuffer()
    }
    for (let index = 0; index < sessions; index++) await start(index)
    const ours = []
    const floor = []
    for (let index = 0; index < starts; index++) {
      ours.push(await milliseconds(() => start(index)))
      floor.push(await milliseconds(() => services.database.$queryRaw`select 1`))
    }
    const read = await readAnew(services, video, viewers)
    const counts = []
    for (let index = 0; index < 20; index++) counts.push(await roundTrips(() => start(index)))
    const queries = median(counts)
    const row = (name, values) => [
      name,
      round(median(values), 2),
      round(percentile(values, 0.99), 2),
    ]
    return [
      '### Pressing play: POST playback, one after another',
      table(
        ['what', 'p50 ms', 'p99 ms'],
        [
          row('POST playback', ours),
          row('a session read anew, as after 15 s', read),
          row('`select 1` through Prisma', floor),
        ],
      ),
      `Round trips to Postgres for one: ${queries} (wanted: 3 at most, ${verdict(queries <= 3)}).`,
    ].join('\n\n')
  } finally {
    await app.close()
    await services.close()
    await setup.close()
  }
}

if (isMain(import.meta)) {
  console.log(await measureStart(process.argv.includes('--quick') ? { starts: 100 } : {}))
}
