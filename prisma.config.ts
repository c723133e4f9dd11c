import { defineConfig } from 'prisma-cli/config'

// The Prisma CLI wants a native schema engine, which it would download even for `generate`.
// Generating needs none: naming any executable here keeps the CLI off the network. Migrations are
// written by the WebAssembly build of the same engine (prisma/diff-schemas.ts).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost/matinee' },
})
