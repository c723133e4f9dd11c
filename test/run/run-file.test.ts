import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { scratch } from '../fixtures/scratch.ts'
import { openShared, readTap, runAlone } from './run-file.ts'

const output = `TAP version 14
# Subtest: a sum
    ok 1 - one and one
    not ok 2 - one and two
      ---
      diff: |
        -3
        +4
      ...
    not ok 3 - for later # TODO
    ok 4 - elsewhere # SKIP
    1..4
    # failed 2 of 4 tests
not ok 1 - a sum # time=3ms
1..1
# failed 1 test
`

t.test('a failure is told by its test, its sentence and what was found', async (t) => {
  const { passed, failed, report } = readTap(output)
  t.strictSame({ passed, failed }, { passed: 1, failed: 1 })
  t.match(report, 'a sum > one and two')
  t.match(report, '+4')
  t.notMatch(report, 'one and one')
  t.notMatch(report, 'for later')
})

t.test('a file is judged by its assertions and by how it ends', async (t) => {
  const folder = await scratch(t)
  const run = async (name: string, code: string) => {
    const path = join(folder, `${name}.mjs`)
    await writeFile(path, code)
    const { passed, failed, report } = await runAlone(path, process.env)
    return { passed, failed, report }
  }
  const say = (...lines: string[]) => `console.log(${JSON.stringify(lines.join('\n'))});`
  const [good, bad, plan] = ['ok 1 - good', 'not ok 1 - bad', '1..1']
  t.strictSame(await run('good', say(good, plan)), { passed: 1, failed: 0, report: '' })
  t.match(await run('bad', `${say(bad, plan)}process.exitCode = 1`), {
    ...{ passed: 0, failed: 1, report: 'not ok 1 - bad' },
  })
  t.match(await run('empty', say('1..0')), { failed: 1, report: 'holds no assertion' })
  t.match(await run('broken', `${say(good, plan)}throw new Error('late')`), {
    ...{ passed: 1, failed: 1, report: /ended with code 1[\s\S]*Error: late/ },
  })
  t.match(await run('killed', `${say(good, plan)}process.kill(process.pid, 'SIGKILL')`), {
    ...{ failed: 1, report: 'ended with SIGKILL' },
  })
  t.match(await run('cut-short', say(good, '1..2')), { failed: 1 }, 'an assertion is missing')
})

t.test(
  'files that share a process have each their own tests, and outlive one that ends it',
  async (t) => {
    const folder = await scratch(t)
    const shared = openShared(process.env)
    t.teardown(() => shared.close())
    const run = async (name: string, code: string) => {
      const path = join(folder, `${name}.test.js`)
      await writeFile(path, `import t from 'tap'\n${code}`)
      const { passed, failed, report } = await shared.run(path)
      return { passed, failed, report }
    }
    const good = `
    t.teardown(() => { globalThis.torn = true })
    t.test('later', async (t) => { t.equal(globalThis.torn, undefined) })`
    t.strictSame(await run('good', good), { passed: 1, failed: 0, report: '' })
    const after =
      "t.equal(globalThis.torn, true, 'what came before is torn down'); t.equal(1, 2, 'sum')"
    t.match(await run('after', after), { passed: 1, failed: 1, report: 'sum' })
    t.match(await run('throws', "throw new Error('at once')"), { failed: 1, report: 'at once' })
    t.match(await run('empty', ''), { failed: 1, report: 'holds no assertion' })
    await writeFile(join(folder, 'helper.js'), "import t from 'tap'; t.pass('of nobody')")
    t.match(await run('helped', "import './helper.js'; t.pass()"), {
      failed: 1,
      report: 'give it its test',
    })
    const soon = 'await new Promise((done) => setImmediate(() => setImmediate(done)))'
    for (const [name, nobody] of [
      ['thrown', "setImmediate(() => { throw new Error('in vain') })"],
      ['rejected', "void Promise.reject(new Error('in vain'))"],
    ] as const) {
      const outcome = await run(
        name,
        `t.test('old', async (t) => { t.pass() })
        t.test('running', async (t) => { ${nobody}; ${soon}; t.pass() })`,
      )
      t.match(outcome, { failed: 1, report: 'running > in vain' }, `${name} and never caught`)
    }
    t.strictSame(await run('next', "t.equal(globalThis.torn, true, 'in the same process')"), {
      ...{ passed: 1, failed: 0, report: '' },
    })
    t.match(await run('ends', 'process.exit(3)'), { failed: 1, report: 'ended with code 3' })
    const fresh = "t.equal(globalThis.torn, undefined, 'in a new process')"
    t.strictSame(await run('fresh', fresh), { passed: 1, failed: 0, report: '' })
  },
)
