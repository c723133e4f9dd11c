// What a session that plays takes in the memory of an API process. Run by node --expose-gc, which
// `measureMemory` starts by itself.
import { spawnSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { openPlayback } from '../../dist/server/playback/playback.js'
import { isMain, round, table, verdict } from '../measure.mjs'
import { openMatinee, openSetup } from './setup.mjs'

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
  for (let time = 0; time < 4; time++) globalThis.gc()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** A text of its own, as it comes out of a row. */
const copyOf = (text) => Buffer.from(text).toString()

async function measure(count) {
  const setup = await openSetup()
  const services = await openMatinee(setup.url)
  const { sessions } = openPlayback(services)
  const [videoId, encodeId] = [randomUUID(), randomUUID()]
  /** As `POST playback` does it, with a viewer, an allowance and a sign of life for each. */
  const start = () => {
    const token = randomBytes(32).toString('base64url')
    const session = sessions.adopt(token, {
      id: randomUUID(),
      userId: randomUUID(),
      videoId: copyOf(videoId),
      encodeId: copyOf(encodeId),
      teaserSeconds: null,
      until: new Date(Date.now() + 86_400_000),
    })
    sessions.seen(session)
    return token
  }
  while (services.notifications.listeningSince() === null) {
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  try {
    for (let index = 0; index < 1000; index++) start()
    const before = inUse()
    let token
    for (let index = 0; index < count; index++) token = start()
    const each = (inUse() - before) / count
    if (sessions.atHand(token) === undefined) throw new Error('the sessions are not in memory')
    return table(
      ['live sessions', 'bytes each', 'wanted', ''],
      [[round(count, 0), round(each, 0), `${round(wanted, 0)} at most`, verdict(each <= wanted)]],
    )
  } finally {
    await sessions.close()
    await services.close()
    await setup.close()
  }
}

if (isMain(import.meta)) {
  const sessions = Number(process.argv[2]) || (process.argv.includes('--quick') ? 5_000 : 50_000)
  console.log(globalThis.gc === undefined ? measureMemory({ sessions }) : await measure(sessions))
}
