// node dist/prisma/new-migration.js NAME: writes the migration that leads from the schema.prisma of
// the last commit to the one in the working tree.
import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../server/local/postgres.ts'
import { diffSchemas } from './diff-schemas.ts'

const name = process.argv[2]
if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  throw new Error('Give the migration a name of small letters, digits and underscores.')
}
const root = join(import.meta.dirname, '..', '..', 'prisma')
const directory = join(root, 'migrations')
await mkdir(directory, { recursive: true })
const committed = () =>
  execFileSync('git', ['show', 'HEAD:./schema.prisma'], { cwd: root, encoding: 'utf8' })
const before = readdirSync(directory).length === 0 ? null : committed()
const after = await readFile(join(root, 'schema.prisma'), 'utf8')
const scratch = await mkdtemp(join(tmpdir(), 'matinee-migration-'))
const postgres = await startPostgres(scratch, ['fsync=off'])
const sql = await diffSchemas(await postgres.database('scratch'), before, after)
await postgres.close()
await rm(scratch, { recursive: true, force: true })
const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
const target = join(directory, `${stamp}_${name}`)
await mkdir(target)
await writeFile(join(target, 'migration.sql'), sql)
await writeFile(join(directory, 'migration_lock.toml'), 'provider = "postgresql"\n')
process.stdout.write(`${target}\n`)
process.exit(0)
