// Everything that is measured about billing, as one page of Markdown: `npm run billing`, some twenty
// minutes, because a sweep keeps to the pace that Stripe allows; `npm run billing -- --quick`, two.
import { cpus, loadavg } from 'node:os'
import { measureDecisions } from './decide.mjs'
import { measureIntake } from './intake.mjs'
import { measurePastDue } from './past-due.mjs'
import { measureSweep } from './sweep.mjs'

const isQuick = process.argv.includes('--quick')
const say = (text) => process.stdout.write(`${text}\n\n`)
const options = (quick) => (isQuick ? quick : {})

const [{ model } = {}] = cpus()
say(
  `Node ${process.version}, ${cpus().length} × ${model ?? 'unknown'}, load ${loadavg()
    .map((one) => one.toFixed(1))
    .join(' ')} before the run.`,
)
say(`### Deciding\n\n${await measureDecisions(options({ rounds: 3 }))}`)
say(`### The webhook's intake\n\n${await measureIntake(options({ rounds: 3, count: 500 }))}`)
say(`### A round of mail about failed payments\n\n${await measurePastDue(options({ rounds: 3 }))}`)
say(`### A sweep at its real pace\n\n${await measureSweep(options({ customers: 600 }))}`)
