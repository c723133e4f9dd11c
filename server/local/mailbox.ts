import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Clock } from '../clients/clock.ts'
import type { Mail, Mailer } from '../clients/mailer.ts'
import { allowStyle } from '../plugins/content-policy.ts'

export interface KeptMail extends Mail {
  /** ISO 8601. */
  sentAt: string
}

/** Takes mail instead of sending it, and keeps it on disk. */
export interface Mailbox extends Mailer {
  /** Newest first. */
  list(): Promise<KeptMail[]>
}

/** @param directory made when the first mail comes */
export function openMailbox(directory: string, clock: Clock): Mailbox {
  let count = 0
  return {
    send: async (mail) => {
      const sentAt = clock.now().toISOString()
      count += 1
      const name = `${sentAt.replaceAll(':', '-')}-${process.pid}-${String(count).padStart(6, '0')}.json`
      await mkdir(directory, { recursive: true })
      const path = join(directory, name)
      await writeFile(`${path}.part`, JSON.stringify({ ...mail, sentAt }, null, 2), { mode: 0o600 })
      await rename(`${path}.part`, path)
    },
    list: async () => {
      const names = await readdir(directory).catch(() => [])
      const kept = names.filter((name) => name.endsWith('.json')).sort((a, b) => (a < b ? 1 : -1))
      const texts = await Promise.all(kept.map((name) => readFile(join(directory, name), 'utf8')))
      return texts.map((text) => JSON.parse(text) as KeptMail)
    },
    verify: async () => undefined,
    close: () => undefined,
  }
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? '')
/** Of text that is escaped already. */
const withLinks = (text: string) => text.replace(/https?:\/\/\S+/g, '<a href="$&">$&</a>')

const article = ({ to, subject, text, sentAt }: KeptMail) => `
<article>
<h2>${escaped(subject)}</h2>
<p>To ${escaped(to)}, <time datetime="${sentAt}">${sentAt}</time></p>
<pre>${withLinks(escaped(text))}</pre>
</article>`

const styles = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
article { border-top: 1px solid; padding: 1rem 0 }
h2 { font-size: 1.1rem; margin: 0 }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit }
`

const page = (mails: KeptMail[]) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Mail</title>
<style>${styles}</style>
<h1>Mail</h1>
<p>On this machine mail is not sent. It is shown here.</p>
${mails.map(article).join('') || '<p>None yet.</p>'}
</html>`

/** GET /local/mail: what would have been sent, newest first. */
export async function mailboxPage(app: FastifyInstance, { mailbox }: { mailbox: Mailbox }) {
  app.get('/local/mail', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    allowStyle(reply, styles)
    return reply.type('text/html; charset=utf-8').send(page(await mailbox.list()))
  })
}
