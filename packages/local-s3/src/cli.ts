import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { keysOf } from './keys.ts'
import { startLocalS3 } from './server.ts'

const help = `local-s3: a strict S3 over a folder, for development and tests, on this machine alone

  npx local-s3 [--port 9000] [--directory .local-s3] [--bucket local]

  --port               where it listens, on 127.0.0.1; 0 takes a free one   (9000)
  --directory          where objects and keys lie; kept between starts      (.local-s3)
  --bucket             made when it does not exist                          (local)
  --region             the only one that signatures may name                (us-east-1)
  --access-key-id      the only pair of keys that is accepted               (made up once)
  --secret-access-key

Point the SDK at it:
  new S3Client({ endpoint: 'http://127.0.0.1:9000', region: 'us-east-1',
    forcePathStyle: true, credentials: { accessKeyId, secretAccessKey } })
`

const options = {
  port: { type: 'string', default: '9000' },
  directory: { type: 'string', default: '.local-s3' },
  bucket: { type: 'string', default: 'local' },
  region: { type: 'string', default: 'us-east-1' },
  'access-key-id': { type: 'string' },
  'secret-access-key': { type: 'string' },
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
  const { bucket, region } = values
  const port = portOf(values.port)
  const directory = resolve(values.directory)
  const kept = await keysOf(directory)
  const accessKeyId = values['access-key-id'] ?? kept.accessKeyId
  const secretAccessKey = values['secret-access-key'] ?? kept.secretAccessKey
  const server = await startLocalS3({
    ...{ directory: join(directory, 'buckets'), port, bucket, region },
    ...{ accessKeyId, secretAccessKey },
  })
  process.stdout.write(`listening on       ${server.endpoint}
bucket             ${bucket}, in ${region}
access key id      ${accessKeyId}
secret access key  ${secretAccessKey}
objects lie in     ${directory}
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
