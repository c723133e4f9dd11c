import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import t, { type Test } from 'tap'
import { sdk } from './stand.ts'

const script = join(import.meta.dirname, '../../bin/local-stripe.js')

const run = (args: string[]) =>
  spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })

async function directory(t: Test): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'local-stripe-'))
  t.teardown(() => rm(path, { recursive: true, force: true }))
  return path
}

/** What it says once it listens, by name. */
async function started(t: Test, args: string[]) {
  const child = run(args)
  const ended = once(child, 'exit')
  t.teardown(async () => {
    child.kill('SIGTERM')
    await ended
  })
  let said = ''
  for await (const chunk of child.stdout) {
    said += chunk
    if (said.includes('state lies in')) break
  }
  const after = (name: string) => new RegExp(`^${name} +(.+)$`, 'm').exec(said)?.[1] ?? ''
  const [url, secretKey] = [after('listening on'), after('secret key')]
  return { child, ended, url, secretKey, webhookSecret: after('webhook secret') }
}

t.test('it starts alone, says where it is, and keeps its keys and its state', async (t) => {
  const path = await directory(t)
  const first = await started(t, ['--port', '0', '--directory', path])
  const { id } = await sdk(first.url, first.secretKey).customers.create({ name: 'Ada' })
  t.equal((await stat(join(path, 'keys.json'))).mode & 0o777, 0o600)
  first.child.kill('SIGTERM')
  t.same(await first.ended, [0, null])
  const second = await started(t, ['--port', '0', '--directory', path])
  t.equal(second.secretKey, first.secretKey)
  t.equal(second.webhookSecret, first.webhookSecret)
  t.match(await sdk(second.url, second.secretKey).customers.retrieve(id), { name: 'Ada' })
})

t.test('keys that are given are used', async (t) => {
  const path = await directory(t)
  const keys = ['--secret-key', 'sk_test_mine', '--webhook-secret', 'whsec_mine']
  const { secretKey, webhookSecret } = await started(t, [
    ...['--port', '0', '--directory', path],
    ...keys,
  ])
  t.same([secretKey, webhookSecret], ['sk_test_mine', 'whsec_mine'])
})

t.test('help is given, and a wrong option is named', async (t) => {
  const helped = run(['--help'])
  t.match(await text(helped.stdout), /npx local-stripe \[--port/)
  for (const [args, says] of [
    [['--port', 'http'], /--port is a number/],
    [['--sport'], /--sport/],
  ] as const) {
    const child = run([...args])
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
    t.match(said, says)
    t.equal(code, 1)
  }
})
