import type { Page } from 'playwright-core'
import type { Test } from 'tap'
import { openBrowser } from '../../fixtures/browser.ts'

export interface Eyes {
  theme?: 'dark' | 'light'
  /** What the browser asks for. */
  locale?: string
  width?: number
  height?: number
}

/** A visitor with a browser of their own, and everything that its console complained about. */
export async function visitor(t: Test, { url }: { url: string }, eyes: Eyes = {}) {
  const { theme = 'dark', width = 1280, height = 800, locale = 'en-GB' } = eyes
  const browser = await openBrowser(t)
  const context = await browser.newContext({
    baseURL: url,
    colorScheme: theme,
    viewport: { width, height },
    locale,
    timezoneId: 'UTC',
  })
  t.teardown(() => context.close())
  const complaints: string[] = []
  context.on('weberror', (error) => complaints.push(String(error.error())))
  context.on('console', (message) => {
    // Answers that are no success are the subject of many tests, not a complaint.
    const text = message.text()
    if (message.type() === 'error' && !text.startsWith('Failed to load resource')) {
      complaints.push(text)
    }
  })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  return { page, context, complaints }
}

/** Opens a page and waits until it shows what it was waiting for. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await settled(page)
}

/** Waits until nothing on the page waits any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('main h1') !== null &&
      document.querySelector(
        '.waiting, .outline-line, .spinner, [role="status"][aria-label], .watch[aria-busy]',
      ) === null,
  )
}

/** The address within the site. */
export const where = (page: Page): string => {
  const { pathname, search } = new URL(page.url())
  return pathname + search
}
