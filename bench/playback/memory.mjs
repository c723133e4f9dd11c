// What a session that plays takes in the memory of an API process, over the process without any.
// Run by node --expose-gc; `measureMemory` starts that itself.
import { spawnSync } from 'node:child_process'
import { isMain, round, table, verdict } from '../measure.mjs'
import { addFilm, addSessions, addViewers, openApp, openMatinee, openStand } from './stand.mjs'

const wanted = 2048

export function measureMemory({ sessions = 50_000 } = {}) {
  const args = ['--expose-gc', import.meta.filename, String(sessions)]
  const { status, stdout } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`the measurement of memory ended with ${status}`)
  return String(stdout).trim()
}

/** What lives on the heap and beside it, once all that is dead is gone. */
function inUse() {
  for (let round = 0; round < 4; round++) globalThis.gc()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

async function measure(sessions) {
  const stand = await openStand()
  const services = await openMatinee(stand.url)
  const { app } = await openApp(services)
  try {
    const film = await addFilm(services.database, 2700)
    const viewers = await addViewers(services.database, sessions + 1)
    const tokens = await addSessions(services.database, film, viewers)
    const ask = async (token) => {
      const answer = await app.inject(`/play/${token}/720p/urls?from=0&count=8`)
      if (answer.statusCode !== 200) throw new Error(answer.body)
    }
    await ask(tokens.pop())
    // The tokens themselves are the test's: they are there before and after.
    const before = inUse()
    for (const token of tokens) await ask(token)
    await new Promise((resolve) => setTimeout(resolve, 2_500))
    const each = (inUse() - before) / tokens.length
    return table(
      ['live sessions', 'bytes each', 'wanted', ''],
      [
        [
          round(sessions, 0),
          round(each, 0),
          `${round(wanted, 0)} at most`,
          verdict(each <= wanted),
        ],
      ],
    )
  } finally {
    await app.close()
    await services.close()
    await stand.close()
  }
}

if (isMain(import.meta)) {
  const given = Number(process.argv[2])
  const sessions = given || (process.argv.includes('--quick') ? 5_000 : 50_000)
  console.log(globalThis.gc === undefined ? measureMemory({ sessions }) : await measure(sessions))
}
