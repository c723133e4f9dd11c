import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { readConfig, settings } from '../server/config.ts'

const read = (name: string) => readFile(join(import.meta.dirname, '..', '..', name), 'utf8')

t.test('every setting stands in the README with its default, and in .env.example', async (t) => {
  const rows = (await read('README.md')).split('\n').filter((line) => line.startsWith('| `'))
  const example = await read('.env.example')
  for (const [name, schema] of Object.entries(settings.properties)) {
    const row = rows.find((row) => row.split('|')[1]?.includes(`\`${name}\``))
    t.ok(row, `README has ${name}`)
    const standard = (schema as { default?: unknown }).default
    if (standard !== undefined) t.match(row, String(standard), `${name} is ${standard}`)
    t.match(example, new RegExp(`^(# )?${name}=`, 'm'), `.env.example has ${name}`)
  }
})

t.test('every command of the README is one', async (t) => {
  const scripts = JSON.parse(await read('package.json')).scripts as Record<string, string>
  const said = [...(await read('README.md')).matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name)
  t.ok(said.length > 0)
  for (const name of said) t.ok(scripts[name ?? ''], `npm run ${name}`)
})

t.test(
  'compose passes every setting, and asks for none that .env.example does not show',
  async (t) => {
    const compose = await read('docker-compose.yml')
    const example = await read('.env.example')
    t.match(compose, /env_file: \[\.env\]/, 'whatever stands in .env reaches the program')
    const shown = new Set([...example.matchAll(/^(?:# )?([A-Z0-9_]+)=/gm)].map(([, name]) => name))
    const used = [...compose.matchAll(/\$\{([A-Z0-9_]+)/g)].map(([, name]) => name)
    t.ok(used.length > 0)
    for (const name of used) t.ok(shown.has(name), `.env.example shows ${name}`)
    const known = new Set([
      ...Object.keys(settings.properties),
      ...['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'POSTGRES_PASSWORD'],
    ])
    for (const name of shown) t.ok(known.has(name ?? ''), `${name} is a setting`)
  },
)

t.test('what compose looks at to see whether a part is well is where that part is', async (t) => {
  const compose = await read('docker-compose.yml')
  const looked = [...compose.matchAll(/127\.0\.0\.1:(\d+)\/healthz/g)].map(([, port]) => port)
  t.same(looked, ['3000', '9464'])
  for (const line of ['    PORT: "3000"\n', '    METRICS_PORT: "9464"\n']) {
    t.ok(compose.includes(line), `${line.trim()}, whatever .env says`)
  }
  // While Postgres sets its files up, one answers on the socket alone.
  t.match(compose, /pg_isready --host 127\.0\.0\.1 /)
})

t.test('.env.example starts once what is marked in it is filled in', async (t) => {
  const lines = (await read('.env.example')).split('\n')
  const given = lines.flatMap((line) => /^([A-Z0-9_]+)=(.*)$/.exec(line)?.slice(1, 3) ?? [])
  const env: Record<string, string> = {}
  for (let at = 0; at < given.length; at += 2) env[given[at] ?? ''] = given[at + 1] ?? ''
  t.throws(() => readConfig(env), { name: 'ConfigError' })
  for (const [at, line] of lines.entries()) {
    if (/^[A-Z0-9_]+=$/.test(line)) {
      const block = lines.slice(0, at).join('\n').split('\n\n').at(-1) ?? ''
      t.match(block, '<-- fill in', `${line} is marked`)
    }
  }
  const filled = {
    ...env,
    STRIPE_SECRET_KEY: 'sk_live_1',
    STRIPE_WEBHOOK_SECRETS: 'whsec_1',
    JWT_SECRETS: 'x'.repeat(32),
  }
  t.match(readConfig(filled), { PUBLIC_URL: 'https://films.example', S3_FORCE_PATH_STYLE: true })
})
