import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { settings } from '../server/config.ts'

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
