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

/** The first process of the Postgres that `client` is connected to, where that runs on this machine. */
export async function postgresOf(client) {
  const { rows } = await client.query('select pg_backend_pid() as pid')
  const text = await readFile(`/proc/${rows[0].pid}/stat`, 'utf8')
  return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1])
}
