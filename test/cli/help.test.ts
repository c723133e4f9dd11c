import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { commands } from '../../server/cli/commands.ts'

const program = join(import.meta.dirname, '../../server/cli/matinee.js')
const run = (...args: string[]) => promisify(execFile)(process.execPath, [program, ...args])

t.test('every command is in the list', async (t) => {
  for (const asked of [[], ['help'], ['--help']]) {
    const { stdout } = await run(...asked)
    for (const name of Object.keys(commands)) t.match(stdout, new RegExp(`^  ${name} `, 'm'))
  }
})

t.test('a command that is asked how it is called says so, and does nothing', async (t) => {
  t.match((await run('local', '--help')).stdout, /^matinee local: .*--empty/)
  t.match((await run('upload', 'film.mp4', '-h')).stdout, /^matinee upload FILE --title TITLE/)
})

t.test('a command that has verbs of its own lists them', async (t) => {
  t.match((await run('user', '--help')).stdout, /matinee user role EMAIL ROLE/)
  t.match((await run('trace', '--help')).stdout, /matinee trace "https/)
})

t.test('migrating takes no arguments, and does nothing when it is given one', async (t) => {
  await t.rejects(run('migrate', '--dry-run'), { code: 1, stderr: /called by itself/ })
})

t.test('what is no command is refused with where to look', async (t) => {
  await t.rejects(run('nosuch', '--help'), {
    code: 1,
    stderr: 'There is no command "nosuch": see matinee help.\n',
  })
})
