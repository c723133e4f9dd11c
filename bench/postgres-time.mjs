// What Postgres has used of the processors.
import { readdir, readFile } from 'node:fs/promises'

/** Linux counts processor time in hundredths of a second. */
const tickMs = 10

/** Processor time of Postgres: its first process, those below it, and those that have ended, in milliseconds. */
export async function postgresMs(main) {
  let ticks = 0
  for (const name of await readdir('/proc')) {
    const text =
      /^\d+$/.test(name) && (await readFile(`/proc/${name}/stat`, 'utf8').catch(() => ''))
    if (!text) continue
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [parent, own, ended] = [fields[1], fields[11] + fields[12], fields[13] + fields[14]]
    if (Number(name) === main) ticks += own + ended
    else if (parent === main) ticks += own
  }
  return ticks * tickMs
}
