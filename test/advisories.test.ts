import { spawnSync } from 'node:child_process'
import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { scratch } from './fixtures/scratch.ts'

const script = join(import.meta.dirname, '..', '..', '.ci', 'advisories.mjs')

/** Runs the check where `npm` answers so, and the lock file holds these packages. */
async function check(t: Test, answer: string, packages: object = {}) {
  const folder = await scratch(t)
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify({ packages }))
  await writeFile(join(folder, 'answer'), answer)
  await writeFile(join(folder, 'npm'), `#!/bin/sh\nexec cat '${join(folder, 'answer')}'\n`)
  await chmod(join(folder, 'npm'), 0o755)
  const env = { PATH: `${folder}:${process.env.PATH}` }
  const { status, stdout } = spawnSync(process.execPath, [script], {
    ...{ cwd: folder, env, encoding: 'utf8' },
  })
  return { status, stdout }
}

const found = (severity: string) =>
  JSON.stringify({ vulnerabilities: { leaky: { name: 'leaky', severity, range: '<2' } } })

t.test('a registry that knows of nothing serious is a success', async (t) => {
  t.match(await check(t, JSON.stringify({ vulnerabilities: {} })), { status: 0 })
  t.match(await check(t, found('low')), { status: 0 })
})

t.test('a serious vulnerability is named, and is a failure', async (t) => {
  for (const severity of ['high', 'critical']) {
    t.match(await check(t, found(severity)), { status: 1, stdout: `${severity}: leaky <2` })
  }
})

t.test('a registry that does not answer is no success', async (t) => {
  for (const answer of ['', '{"message":"405 Method Not Allowed"}', '<html>']) {
    t.match(await check(t, answer), { status: 2, stdout: /NOT CHECKED/ })
  }
})

t.test('what its authors have given up is told of, but for tools', async (t) => {
  const { stdout } = await check(t, '', {
    'node_modules/old': { deprecated: 'use new' },
    'node_modules/tool': { deprecated: 'use another', dev: true },
  })
  t.match(stdout, 'old: use new')
  t.notMatch(stdout, 'tool')
})
