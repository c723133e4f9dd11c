import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import t from 'tap'
import { build } from '../fixtures/app.ts'

const client = join(import.meta.dirname, '..', '..', '..', 'packages', 'client')
const file = join(client, 'src', 'schema.ts')

/** The types of an OpenAPI document, as the generator writes them. */
async function typesOf(description: string): Promise<string> {
  const generator = spawn(process.execPath, [join(client, 'generate.mjs')])
  generator.stdin.end(description)
  const [written, complaint] = await Promise.all([text(generator.stdout), text(generator.stderr)])
  if (written === '') throw new Error(complaint)
  return written
}

// UPDATE_CLIENT=1 writes the file anew in place of holding it against the description.
t.test('the types of the client are those of the description', async (t) => {
  const { app } = await build(t)
  const types = await typesOf((await app.inject('/api/openapi.json')).body)
  if (process.env.UPDATE_CLIENT === '1') writeFileSync(file, types)
  t.equal(readFileSync(file, 'utf8'), types, 'else: npm run client')
})
