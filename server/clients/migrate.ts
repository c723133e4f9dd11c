import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

const noFilters = { externalTables: [], externalEnums: [] }
/** Any number will do, as long as every Matinee process takes the same. */
const migrationLock = 4_628_463

let instantiated: Promise<void> | undefined

/** Prisma's schema engine is instantiated by hand: its package expects a bundler to load the .wasm. */
function instantiate(): Promise<void> {
  instantiated ??= (async () => {
    const file = createRequire(import.meta.url)
      .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
      .replace(/\.js$/, '.wasm')
    const module = await WebAssembly.compile(await readFile(file))
    const instance = await WebAssembly.instantiate(module, {
      './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
    })
    bindings.__wbg_set_wasm(instance.exports)
    const { __wbindgen_start: start } = instance.exports as { __wbindgen_start?: () => void }
    start?.()
  })()
  return instantiated
}

/** Opens the engine over a pool of its own, which `use` must not outlive. */
async function withEngine<T>(
  url: string,
  schema: string,
  use: (engine: bindings.SchemaEngine) => Promise<T>,
): Promise<T> {
  await instantiate()
  const pool = new pg.Pool({ connectionString: url, max: 2, connectionTimeoutMillis: 5_000 })
  try {
    const factory = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool))
    const options = { datamodels: [['schema.prisma', schema]] as [string, string][] }
    const engine = await bindings.SchemaEngine.new(options, () => undefined, factory)
    return await use(engine).finally(() => engine.free())
  } finally {
    await pool.end()
  }
}

async function readMigrations(directory: string) {
  const entries = await readdir(directory, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const migrationDirectories = await Promise.all(
    names.sort().map(async (path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok' as const,
          value: await readFile(join(directory, path, 'migration.sql'), 'utf8'),
        },
      },
    })),
  )
  return {
    baseDir: directory,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories,
  }
}

/**
 * Applies the migrations that the database does not have yet and records them in
 * `_prisma_migrations`, exactly as `prisma migrate deploy` would. Safe to call from several
 * processes at once: the second waits for the first.
 *
 * @param prismaDirectory holds schema.prisma and migrations/
 * @returns the names that were applied, oldest first
 */
export async function migrate(url: string, prismaDirectory: string): Promise<string[]> {
  const guard = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  await guard.connect()
  try {
    await guard.query('select pg_advisory_lock($1)', [migrationLock])
    const schema = await readFile(join(prismaDirectory, 'schema.prisma'), 'utf8')
    const migrationsList = await readMigrations(join(prismaDirectory, 'migrations'))
    const output = await withEngine(url, schema, (engine) =>
      engine.applyMigrations({ migrationsList, filters: noFilters }),
    )
    return output.appliedMigrationNames
  } finally {
    await guard.end()
  }
}

/**
 * The SQL that leads from one schema.prisma to another.
 *
 * @param url any database, since the engine will not start without one; it is left as it is
 * @param from the text of the older schema, or null for an empty database
 */
export async function diffSchemas(url: string, from: string | null, to: string): Promise<string> {
  const datamodel = (content: string) => ({
    tag: 'schemaDatamodel' as const,
    files: [{ path: 'schema.prisma', content }],
  })
  const output = await withEngine(url, to, (engine) =>
    engine.diff({
      from: from === null ? { tag: 'empty' } : datamodel(from),
      to: datamodel(to),
      script: true,
      exitCode: null,
      filters: noFilters,
    }),
  )
  return output.stdout ?? ''
}
