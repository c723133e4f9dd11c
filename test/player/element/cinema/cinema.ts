import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core'
import type { Test } from 'tap'
import { browserFlags, findBrowser } from '../../../browser.ts'
import { bundleElement } from './bundle.ts'
import { Service } from './service.ts'
import { makeVideo } from './video.ts'
import { Viewer } from './viewer.ts'

let browser: Promise<Browser> | undefined

/** One browser for all tests of a file. */
export function openBrowser(t: Test): Promise<Browser> {
  browser ??= findBrowser().then((executablePath) =>
    chromium.launch({ executablePath, args: browserFlags }),
  )
  t.teardown(async () => {
    await (await browser)?.close()
    browser = undefined
  })
  return browser
}

export type Seat = Viewer & { service: Service }

/** A service and a browser page of the test's own. Call `sitDown` to begin. */
export async function cinema(t: Test, options: BrowserContextOptions = {}): Promise<Seat> {
  const [launched, video, files] = await Promise.all([openBrowser(t), makeVideo(), bundleElement()])
  const service = new Service(video, files)
  await service.open()
  const context = await launched.newContext({ viewport: { width: 960, height: 540 }, ...options })
  t.teardown(async () => {
    await context.close()
    await service.close()
  })
  return Object.assign(new Viewer(await context.newPage(), service.origin), { service })
}

/** The same, once the film plays. */
export async function playing(t: Test, options?: BrowserContextOptions): Promise<Seat> {
  const seat = await cinema(t, options)
  await seat.sitDown()
  await seat.watch(1)
  return seat
}
