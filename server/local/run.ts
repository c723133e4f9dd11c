import type { WriteStream } from 'node:tty'
import type { DemoAccounts } from './accounts.ts'
import type { Env } from './parts.ts'
import { type RunningLocal, startLocal } from './start.ts'

/** Says what is being done: one line that is rewritten on a terminal, one line a step elsewhere. */
function teller(out: WriteStream) {
  const began = Date.now()
  let last = ''
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(0).padStart(3)} s`
  return {
    seconds,
    say(line: string) {
      // A figure that moves is only shown where it can be overwritten.
      const step = line.replace(/[\d.]+ ?%.*$/, '')
      if (out.isTTY) {
        if (step !== last && last !== '') out.write('\n')
        out.write(`\r\u001b[K  ${seconds()}  ${line}`)
      } else if (step !== last) {
        out.write(`  ${seconds()}  ${line}\n`)
      }
      last = step
    },
    end: () => out.isTTY && out.write('\n'),
  }
}

const banner = ({ url, accounts, setupUrl }: RunningLocal) =>
  accounts === null ? emptyBanner(url, setupUrl) : demoBanner(url, accounts)

const emptyBanner = (url: string, setupUrl: string | null) => `
  Matinee is open at ${url}

  ${setupUrl === null ? `Its operator signs in at ${url}/sign-in` : `Make its first operator, once: ${setupUrl}`}

  Mail arrives at ${url}/local/mail.
  Ctrl-C stops everything; the next start finds it as it was.
`

const demoBanner = (url: string, accounts: DemoAccounts) => `
  Matinee is open at ${url}

  demo account                    password
  ${accounts.admin.email.padEnd(30)}  ${accounts.admin.password.padEnd(20)} the operator: ${url}/studio
  ${accounts.member.email.padEnd(30)}  ${accounts.member.password.padEnd(20)} has a subscription
  ${accounts.visitor.email.padEnd(30)}  ${accounts.visitor.password.padEnd(20)} has none yet

  Pay with 4242 4242 4242 4242, any later date and any code. Mail arrives at ${url}/local/mail.
  Ctrl-C stops everything; the next start finds it as it was.
`

/** `matinee local`: starts everything, telling `out` how it goes and where to look. */
export async function runLocal(
  env: Env,
  out: WriteStream,
  options: { empty?: boolean; signal?: AbortSignal } = {},
): Promise<RunningLocal> {
  const { say, end, seconds } = teller(out)
  out.write('Starting Matinee\n')
  const running = await startLocal(env, say, options).finally(end)
  out.write(`  ${seconds()}  Ready\n${banner(running)}\n`)
  return {
    ...running,
    close: async () => {
      out.write('\nStopping Matinee\n')
      await running.close()
    },
  }
}
