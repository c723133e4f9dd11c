#!/usr/bin/env node
// The command line. Each command opens what it needs, does one thing, and closes it again.
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import closeWithGrace from 'close-with-grace'
import { runUserCommand } from './accounts/user-command.ts'
import { buildApp } from './app.ts'
import { runEventsCommand } from './billing/events-command.ts'
import { runPlansCommand } from './billing/plans-command.ts'
import { runReconcileCommand } from './billing/reconcile-command.ts'
import { startUpkeep } from './billing/upkeep.ts'
import { systemClock } from './clients/clock.ts'
import { migrate } from './clients/migrate.ts'
import { type Config, readConfig, refuseLocalSecrets } from './config.ts'
import { examine, setUpBucket } from './doctor.ts'
import { runGrantCommand } from './entitlements/grant-command.ts'
import { runTraceCommand } from './playback/trace-command.ts'
import { openServices, type Services } from './services.ts'
import { startWorker } from './transcode/worker.ts'
import { askPassword } from './uploads/ask-password.ts'
import type { Operator } from './uploads/operator-session.ts'
import { runUploadCommand } from './uploads/upload-command.ts'

// Said at every start on Node 20, which is still supported here; README names the versions.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'

const prismaDirectory = join(import.meta.dirname, '..', '..', 'prisma')
const say = (line: string) => process.stdout.write(`${line}\n`)

interface Command {
  summary: string
  /** Resolves when the command is done; a server's when it has started. */
  run(args: string[]): Promise<unknown>
}

/** Closes on Ctrl-C, SIGTERM and crashes; a close that hangs ends after ten seconds. */
function closeOnSignal(close: () => Promise<unknown>) {
  closeWithGrace({ delay: 10_000, logger: false }, async ({ err }) => {
    if (err) process.stderr.write(`${err.stack}\n`)
    await close()
  })
}

function productionConfig(): Config {
  const config = readConfig(process.env)
  refuseLocalSecrets(config)
  return config
}

/** The Matinee that runs in local mode here, when no database is named; else the one of the settings. */
async function openConfigured(): Promise<Services> {
  const { runningLocal } = await import('./local/settings.ts')
  const local = await runningLocal(process.env)
  if (local === null) return openServices(productionConfig())
  const { storageCredentials } = local
  return openServices(readConfig(local.env), storageCredentials && { storageCredentials })
}

/** Runs `use` over services that are closed after it. */
async function withServices<T>(use: (services: Services) => Promise<T>): Promise<T> {
  const services = await openConfigured()
  return use(services).finally(() => services.close())
}

/** On the machine where local mode runs, its demo operator; else who is named, with a password asked for. */
async function operatorOf({ server, email }: Partial<Operator>): Promise<Operator> {
  if (server === undefined && email === undefined) {
    const { localOperator } = await import('./local/settings.ts')
    const local = await localOperator(process.env)
    if (local !== null) return local
  }
  if (server === undefined || email === undefined) {
    throw new Error('Say where the site is and who uploads: --server URL --email EMAIL.')
  }
  const ask = (question: string) => void process.stderr.write(question)
  return { server, email, password: await askPassword(process.stdin, ask) }
}

const commands: Record<string, Command> = {
  local: {
    summary: 'everything on this machine, with demo films and a stand-in for each service',
    run: async () => {
      const { runLocal } = await import('./local/run.ts')
      const running = await runLocal(process.env, process.stdout)
      closeOnSignal(running.close)
    },
  },
  serve: {
    summary: 'the website and its API',
    run: async () => {
      const config = productionConfig()
      const services = await openServices(config)
      const app = await buildApp(services)
      const upkeep = startUpkeep(services)
      closeOnSignal(async () => {
        await upkeep.close()
        await app.close()
        await services.close()
      })
      await app.listen({ host: config.HOST, port: config.PORT })
    },
  },
  work: {
    summary: 'a worker that encodes uploaded films',
    run: async () => {
      const config = productionConfig()
      const services = await openServices(config)
      const worker = await startWorker(services, {
        scratch: join(config.DATA_DIR, 'scratch'),
        encoder: config.VIDEO_ENCODER,
      })
      closeOnSignal(async () => {
        await worker.close()
        await services.close()
      })
    },
  },
  upload: {
    summary: 'send a film to a running Matinee; goes on where it broke off',
    run: (args) => {
      const show = (line: string) => process.stdout.write(`\r\u001b[K${line}`)
      const deps = { clock: systemClock, say, pause: setTimeout, operator: operatorOf }
      return runUploadCommand({ ...deps, ...(process.stdout.isTTY && { show }) }, args)
    },
  },
  migrate: {
    summary: 'bring the database up to date',
    run: async () => {
      const applied = await migrate(readConfig(process.env).DATABASE_URL, prismaDirectory)
      say(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`)
    },
  },
  doctor: {
    summary: 'try everything that is needed from outside; --setup makes the bucket ready',
    run: async (args) => {
      const { values } = parseArgs({ args, options: { setup: { type: 'boolean' } } })
      const findings = await withServices(async (services) => {
        if (values.setup) await setUpBucket(services)
        return examine(services)
      })
      for (const { what, ok, says } of findings) say(`${ok ? 'ok  ' : 'FAIL'}  ${what}: ${says}`)
      if (findings.some(({ ok }) => !ok)) process.exitCode = 1
    },
  },
  user: {
    summary: 'accounts: add, role, password, disable, enable',
    run: (args) => withServices((services) => runUserCommand({ ...services, say }, args)),
  },
  grant: {
    summary: 'give someone access to a plan or a film',
    run: (args) => withServices((services) => runGrantCommand({ ...services, say }, args)),
  },
  trace: {
    summary: 'whose playback a leaked URL was made for',
    run: (args) => withServices((services) => runTraceCommand({ ...services, say }, args)),
  },
  plans: {
    summary: 'what is on sale; push FILE makes plans in Stripe',
    run: (args) => withServices((services) => runPlansCommand({ ...services, say }, args)),
  },
  events: {
    summary: 'payment events that could not be acted on; replay acts on them again',
    run: (args) => withServices((services) => runEventsCommand({ ...services, say }, args)),
  },
  reconcile: {
    summary: 'make what is stored of payments equal to Stripe',
    run: (args) =>
      withServices((services) => {
        const show = (line: string) => process.stdout.write(`\r\u001b[K${line}`)
        const deps = { ...services, say, ...(process.stdout.isTTY && { show }) }
        return runReconcileCommand(deps, args)
      }),
  },
  help: {
    summary: 'this list',
    run: async () => {
      say('matinee COMMAND\n')
      for (const [name, { summary }] of Object.entries(commands)) {
        say(`  ${name.padEnd(10)} ${summary}`)
      }
    },
  },
}

const [name = 'help', ...args] = process.argv.slice(2)
const command = commands[name === '--help' || name === '-h' ? 'help' : name]
try {
  if (command === undefined) throw new Error(`There is no command "${name}": see matinee help.`)
  await command.run(args)
} catch (error) {
  // A sentence for people; the stack only when it was asked for.
  const shown = error instanceof Error && !process.env.DEBUG ? error.message : error
  process.stderr.write(`${String(shown)}\n`)
  process.exit(1)
}
