import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Chromium without a network of its own, also as root in a container. `TEST_BROWSER` names another. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath:
      process.env.TEST_BROWSER ??
      (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : chromium.executablePath()),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
