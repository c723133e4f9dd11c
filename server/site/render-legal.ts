import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

/** What was made last: pages are asked for by everyone, and change once in a while. */
const made = new Map<string, Promise<string>>()
const mostMade = 20

/**
 * A legal page as `legalHtml` makes it, in a thread of its own: a long one takes a fifth of a second,
 * for which nobody else is to wait.
 */
export function renderLegal(text: string): Promise<string> {
  const known = made.get(text)
  if (known !== undefined) return known
  const [oldest] = made.keys()
  if (made.size >= mostMade && oldest !== undefined) made.delete(oldest)
  const html = renderApart(text)
  made.set(text, html)
  html.catch(() => made.delete(text))
  return html
}

const renderApart = (text: string) =>
  new Promise<string>((resolve, reject) => {
    const thread = new Worker(join(import.meta.dirname, 'legal-thread.js'), { workerData: text })
    thread.once('message', (html: string) => resolve(html))
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('the thread ended without an answer')))
  })
