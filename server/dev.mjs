// `npm run dev`: local mode that follows the sources. What the server runs is compiled and started again
// at each change that compiles; the pages come from Vite, which replaces what changed in them while
// they are open. PORT is Vite's, which passes everything that is no page on to the API behind it.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, rmSync, watch } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createServer } from 'vite'

const root = join(import.meta.dirname, '..')
const port = Number(process.env.PORT || 3000)
const apiPort = Number(process.env.API_PORT || port + 1)
const url = process.env.PUBLIC_URL || `http://localhost:${port}`
const program = (...path) => join(root, 'node_modules', ...path)

const generateClient = () =>
  spawnSync(process.execPath, [program('prisma-cli/build/index.js'), 'generate'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })

let api
let ended = Promise.resolve()
let closing = false

/** Ends the running server, then starts the one that has just been compiled. */
async function restart() {
  const before = ended
  let done = () => undefined
  ended = new Promise((resolve) => {
    done = resolve
  })
  api?.kill('SIGTERM')
  await before
  if (closing) return done()
  api = spawn(process.execPath, ['dist/server/cli/matinee.js', 'local'], {
    cwd: root,
    env: { ...process.env, PORT: String(apiPort), PUBLIC_URL: url },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  api.once('exit', done)
}

if (!existsSync(join(root, 'dist/server'))) rmSync(join(root, 'dist/.tsbuildinfo'), { force: true })
generateClient()
const tsc = spawn(
  process.execPath,
  [program('typescript/bin/tsc'), '--build', '--watch', '--preserveWatchOutput', '--pretty'],
  { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
)
createInterface({ input: tsc.stdout }).on('line', (line) => {
  console.log(line)
  if (/Found 0 errors/.test(line)) void restart()
})
const schema = watch(join(root, 'prisma/schema.prisma'), () => generateClient())

const target = `http://127.0.0.1:${apiPort}`
const vite = await createServer({
  configFile: join(root, 'player/vite.config.ts'),
  server: {
    host: '127.0.0.1',
    port,
    strictPort: true,
    // As the API's own answers come: under the address that the browser asked.
    proxy: {
      '^/(api|play|webhooks|local|healthz|readyz|embed|oembed|sitemap\\.xml|robots\\.txt)(/|\\?|$)':
        { target, changeOrigin: false },
    },
  },
})
await vite.listen()
console.log(`\n  The pages are at ${url}\n`)

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    closing = true
    schema.close()
    tsc.kill()
    api?.kill('SIGTERM')
    await Promise.all([ended, vite.close()])
    process.exit(0)
  })
}
