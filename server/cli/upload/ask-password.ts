import { createInterface } from 'node:readline/promises'
import type { Readable } from 'node:stream'
import { Writable } from 'node:stream'

/**
 * The first line of the input. Where a person types it, they are asked, and it is not shown.
 *
 * @param input usually process.stdin
 */
export async function askPassword(
  input: Readable & { isTTY?: boolean },
  ask: (question: string) => void,
): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = input.isTTY === true
  if (terminal) ask('Password: ')
  const lines = createInterface({ input, output: silent, terminal })
  try {
    for await (const line of lines) return line
    throw new Error('No password was given.')
  } finally {
    lines.close()
    if (terminal) ask('\n')
  }
}
