import { parsedUrl } from '../../config/parsed-url.ts'
import { askPassword } from './ask-password.ts'
import type { Operator } from './operator-session.ts'

/**
 * The site's address, as addresses of its pages begin.
 *
 * @throws Error whose message is the sentence to show
 */
function siteOf(server: string): string {
  const url = /^https?:\/\//i.test(server) ? parsedUrl(server) : null
  if (url !== null) return url.origin
  throw new Error(`--server "${server}" is no address such as https://films.example.`)
}

/** On the machine where local mode runs, its demo operator; else who is named, with a password asked for. */
export async function chooseOperator(
  { server, email }: Partial<Operator>,
  input: Parameters<typeof askPassword>[0] = process.stdin,
): Promise<Operator> {
  if (server === undefined && email === undefined) {
    const { localOperator } = await import('../../local/settings.ts')
    const local = await localOperator(process.env)
    if (local !== null) return local
  }
  if (server === undefined || email === undefined) {
    throw new Error('Say where the site is and who uploads: --server URL --email EMAIL.')
  }
  const ask = (question: string) => void process.stderr.write(question)
  // Before anything is typed for it.
  const site = siteOf(server)
  return { server: site, email, password: await askPassword(input, ask) }
}
