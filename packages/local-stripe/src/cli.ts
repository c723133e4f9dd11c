import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startLocalStripe } from './index.ts'
import { keysOf } from './keys.ts'

const help = `local-stripe: a Stripe for development and tests, on this machine alone

  npx local-stripe [--port 12111] [--directory .local-stripe]
                   [--webhook-url http://localhost:3000/webhooks/stripe]

  --port            where it listens, on 127.0.0.1; 0 takes a free one      (12111)
  --directory       where the account's state lies; kept between starts     (.local-stripe)
  --webhook-url     where events are posted to; without it they are only listed
  --public-url      the hosted pages' address as the browser sees it, where it is another
  --secret-key      the key that calls must carry, sk_test_…                (made up once)
  --webhook-secret  what events are signed with, whsec_…                    (made up once)

Point the SDK at it:
  new Stripe(secretKey, { host: '127.0.0.1', port: 12111, protocol: 'http' })
`

const options = {
  port: { type: 'string', default: '12111' },
  directory: { type: 'string', default: '.local-stripe' },
  'webhook-url': { type: 'string' },
  'public-url': { type: 'string' },
  'secret-key': { type: 'string' },
  'webhook-secret': { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

function portOf(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new Error(`--port is a number from 0 to 65535, not "${text}".`)
}

async function start(): Promise<void> {
  const { values } = parseArgs({ options })
  if (values.help) {
    process.stdout.write(help)
    return
  }
  const port = portOf(values.port)
  const directory = resolve(values.directory)
  const kept = await keysOf(directory)
  const server = await startLocalStripe({
    directory,
    port,
    secretKey: values['secret-key'] ?? kept.secretKey,
    webhookSecret: values['webhook-secret'] ?? kept.webhookSecret,
    ...(values['webhook-url'] && { webhookUrl: values['webhook-url'] }),
    ...(values['public-url'] && { publicBase: values['public-url'] }),
  })
  const { url, secretKey, webhookSecret } = server
  process.stdout.write(`listening on    ${url}
secret key      ${secretKey}
webhook secret  ${webhookSecret}
events go to    ${values['webhook-url'] ?? 'nobody: give --webhook-url to have them posted'}
state lies in   ${directory}
`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.close().then(() => process.exit(0)))
  }
}

try {
  await start()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
