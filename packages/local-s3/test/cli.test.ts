import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import t, { type Test } from 'tap'
import { scratch } from './helper.ts'

const script = join(import.meta.dirname, '../../bin/local-s3.js')

const run = (args: string[]) =>
  spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })

async function started(t: Test, args: string[]) {
  const child = run(['--port', '0', ...args])
  const ended = once(child, 'exit')
  t.teardown(async () => {
    child.kill('SIGTERM')
    await ended
  })
  let said = ''
  for await (const chunk of child.stdout) {
    said += chunk
    if (said.includes('objects lie in')) break
  }
  const after = (name: string) => new RegExp(`^${name} +(.+)$`, 'm').exec(said)?.[1] ?? ''
  const credentials = {
    accessKeyId: after('access key id'),
    secretAccessKey: after('secret access key'),
  }
  const where = { endpoint: after('listening on'), region: 'us-east-1', forcePathStyle: true }
  const client = new S3Client({ ...where, credentials: { ...credentials } })
  t.teardown(() => client.destroy())
  return { child, ended, client, credentials }
}

t.test('it starts alone, says where it is, and keeps its keys and objects', async (t) => {
  const path = await scratch(t)
  const object = { Bucket: 'videos', Key: 'a' }
  const first = await started(t, ['--directory', path, '--bucket', 'videos'])
  await first.client.send(new PutObjectCommand({ ...object, Body: 'kept' }))
  t.equal((await stat(join(path, 'keys.json'))).mode & 0o777, 0o600)
  first.child.kill('SIGTERM')
  t.same(await first.ended, [0, null])
  const second = await started(t, ['--directory', path, '--bucket', 'videos'])
  t.same(second.credentials, first.credentials)
  const answer = await second.client.send(new GetObjectCommand(object))
  t.equal(await answer.Body?.transformToString(), 'kept')
})

t.test('keys that are given are used', async (t) => {
  const keys = ['--access-key-id', 'MINE', '--secret-access-key', 'mine-as-well']
  const { credentials } = await started(t, ['--directory', await scratch(t), ...keys])
  t.same(credentials, { accessKeyId: 'MINE', secretAccessKey: 'mine-as-well' })
})

t.test('help is given, and a wrong option is named', async (t) => {
  const helped = run(['--help'])
  t.match(await text(helped.stdout), /npx local-s3 \[--port/)
  for (const [args, says] of [
    [['--port', '70000'], /--port is a number/],
    [['--sport'], /--sport/],
  ] as const) {
    const child = run([...args])
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
    t.match(said, says)
    t.equal(code, 1)
  }
})
