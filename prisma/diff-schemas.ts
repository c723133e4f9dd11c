import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

const noFilters = { externalTables: [], externalEnums: [] }

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
