import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const candidates = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const installed = () =>
  [...candidates, chromium.executablePath()].find(
    (path): path is string => path !== undefined && path !== '' && existsSync(path),
  )

/**
 * The path of a Chromium that plays H.264: one already there, else installed with apt (as root on
 * Debian and its kin), else playwright's own download.
 */
export async function findBrowser(): Promise<string> {
  const found = installed()
  if (found !== undefined) return found
  const run = (command: string, args: string[]) =>
    spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-qq']) &&
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
  } else {
    run('npx', ['playwright-core', 'install', 'chromium'])
  }
  const now = installed()
  if (now === undefined) {
    throw new Error(
      'The tests need Chromium or Chrome: install one, or set CHROMIUM_PATH to where it is.',
    )
  }
  return now
}

/** Flags under which Chromium plays and stays off the network, also as root in a container. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
]
