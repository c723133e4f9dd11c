// Everything that is measured about playback, as one page of Markdown: `npm run playback`.
import { cpus, loadavg } from 'node:os'
import { measureDelivery } from './delivery.mjs'
import { measureFirstFrame } from './first-frame.mjs'
import { measureGrowth } from './growth.mjs'
import { measureMemory } from './memory.mjs'
import { measureRequests } from './requests.mjs'
import { measureSigning } from './signing.mjs'
import { measureStart } from './start.mjs'

const isQuick = process.argv.includes('--quick')
const say = (text) => process.stdout.write(`${text}\n\n`)
const options = (quick) => (isQuick ? quick : {})

const [{ model, speed } = {}] = cpus()
say(
  `Node ${process.version}, ${cpus().length} × ${model ?? 'unknown'} ${speed ?? ''} MHz, load ${loadavg()
    .map((one) => one.toFixed(1))
    .join(' ')} before the run.`,
)
say(`### Signing one URL, in processor time\n\n${await measureSigning(options({ rounds: 3 }))}`)
say(`### Signing by who serves\n\n${await measureDelivery(options({ rounds: 3 }))}`)
say(await measureRequests(options({ rounds: 1, seconds: 2 })))
say(await measureStart(options({ starts: 100 })))
say(`### Memory\n\n${measureMemory(options({ sessions: 5_000 }))}`)
say(
  `### First frame and largest paint in Chromium\n\n${await measureFirstFrame(options({ rounds: 3 }))}`,
)
say(`### How it grows\n\n${await measureGrowth(options({ rounds: 1, seconds: 2, most: 10_000 }))}`)
