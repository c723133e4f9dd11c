import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { scratch } from '../fixtures/scratch.ts'

const matinee = join(import.meta.dirname, '..', '..', 'server', 'cli', 'matinee.js')

/** Starts a site for the first time, and tells it to stop when it says `moment`. */
async function stopAt(t: Test, moment: string) {
  const directory = await scratch(t)
  const child = spawn(process.execPath, [matinee, 'local'], {
    env: { PATH: process.env.PATH, DATA_DIR: directory, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const hear = (chunk: Buffer) => {
    const before = said.includes(moment)
    said += chunk
    if (!before && said.includes(moment)) child.kill('SIGTERM')
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const code = await new Promise((resolve) => child.once('close', resolve))
  return { directory, said, code }
}

for (const moment of ['Starting Postgres', 'Starting the local Stripe', 'Encoding']) {
  t.test(`told to stop at “${moment}”, the first start leaves nothing running`, async (t) => {
    const { directory, said, code } = await stopAt(t, moment)
    t.match(said, moment)
    t.equal(code, 0, said)
    if (moment === 'Starting Postgres') t.notMatch(said, 'bucket', 'nothing more was started')
    t.notOk(existsSync(join(directory, 'postgres', 'data', 'postmaster.pid')), 'no Postgres')
    t.notOk(existsSync(join(directory, 'local.json')))
  })
}
