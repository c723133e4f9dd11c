import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import type { Test } from 'tap'
import { freePort } from '../../server/local/postgres.ts'
import { browserFlags } from '../browser.ts'
import { until } from '../until.ts'

const root = join(import.meta.dirname, '..', '..', '..')

/** What local mode writes when it is ready. */
export interface LocalJson {
  url: string
  database: string
  s3: { endpoint: string; bucket: string; region: string }
  stripe: { url: string; secretKey: string; webhookSecret: string }
  accounts: Record<'admin' | 'member' | 'visitor', { email: string; password: string }>
}

/** A running `matinee local`, as a person would have started it. */
export interface House {
  local: LocalJson
  child: ChildProcess
  /** What it has printed so far. */
  output(): string
  /** Seconds from the start to being ready. */
  readySeconds: number
  stop(signal?: NodeJS.Signals): Promise<void>
}

/** `matinee local` on `directory`, and what it prints. */
function startLocal(directory: string, settings: Record<string, string>) {
  const child = spawn(process.execPath, [join(root, 'dist/server/cli/matinee.js'), 'local'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATA_DIR: directory,
      AUTH_ATTEMPTS_PER_MINUTE: '1000',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
    })
  }
  return { child, output: () => printed }
}

/** What a start says that is refused; fails when it is not refused. */
export async function refusedStart(
  directory: string,
  settings: Record<string, string>,
): Promise<string> {
  const { child, output } = startLocal(directory, settings)
  const [code] = await once(child, 'close')
  if (code !== 1) throw new Error(`ended with ${code}: ${output()}`)
  return output()
}

/** Starts Matinee on `directory`; stopped at the test's end if it still runs. */
export async function openHouse(
  t: Test,
  directory: string,
  settings: Record<string, string> = {},
): Promise<House> {
  const began = Date.now()
  await rm(join(directory, 'local.json'), { force: true })
  const PORT = String(await freePort())
  const { child, output } = startLocal(directory, { PORT, ...settings })
  const stop = async (signal: NodeJS.Signals = 'SIGINT') => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  t.teardown(() => stop())
  const readLocal = async () => {
    if (child.exitCode !== null) throw new Error(`Matinee stopped: ${output()}`)
    const text = await readFile(join(directory, 'local.json'), 'utf8').catch(() => undefined)
    return text === undefined ? undefined : (JSON.parse(text) as LocalJson)
  }
  const local = await until('local.json', readLocal, { seconds: 600, everyMs: 100 })
  const readySeconds = (Date.now() - began) / 1000
  return { local, child, output, readySeconds, stop }
}

export async function openBrowser(t: Test): Promise<Browser> {
  const executablePath = process.env.TEST_BROWSER ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: browserFlags })
  t.teardown(() => browser.close())
  return browser
}

/** A person's own browser profile. */
export const person = (browser: Browser, house: House): Promise<BrowserContext> =>
  browser.newContext({ baseURL: house.local.url, viewport: { width: 1280, height: 800 } })
