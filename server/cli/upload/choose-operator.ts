import { askPassword } from './ask-password.ts'
import type { Operator } from './operator-session.ts'

/** On the machine where local mode runs, its demo operator; else who is named, with a password asked for. */
export async function chooseOperator({ server, email }: Partial<Operator>): Promise<Operator> {
  if (server === undefined && email === undefined) {
    const { localOperator } = await import('../../local/settings.ts')
    const local = await localOperator(process.env)
    if (local !== null) return local
  }
  if (server === undefined || email === undefined) {
    throw new Error('Say where the site is and who uploads: --server URL --email EMAIL.')
  }
  const ask = (question: string) => void process.stderr.write(question)
  return { server, email, password: await askPassword(process.stdin, ask) }
}
