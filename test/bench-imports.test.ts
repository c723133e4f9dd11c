import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t from 'tap'

const bench = join(import.meta.dirname, '..', '..', 'bench')

// Nothing compiles the benches, and they run seldom: a file that has moved would be missed late.
t.test('the benches import what is there', async (t) => {
  const files = readdirSync(bench, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.mjs') && !file.includes('node_modules'),
  )
  t.ok(files.length > 0)
  for (const file of files) {
    const source = readFileSync(join(bench, file), 'utf8')
    for (const [, path = ''] of source.matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g)) {
      t.ok(existsSync(join(bench, dirname(file), path)), `${file} imports ${path}`)
    }
  }
})
