// Takes out of node_modules what production never opens, for an image. Run after `npm prune --omit=dev`.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const modules = join(import.meta.dirname, '..', 'node_modules')
const never = ['@ffmpeg-binary', '@ffprobe-installer', '@typescript', 'typescript']
for (const name of never) rmSync(join(modules, name), { recursive: true, force: true })

// Prisma's client holds a query compiler for each database, in two sizes and two module formats, and
// source maps. Ours is generated for Postgres as an ES module.
const runtime = join(modules, '@prisma', 'client', 'runtime')
const others = /\.map$|_small_|\.(cockroachdb|mysql|sqlite|sqlserver)\.|wasm-base64\.js$/
for (const name of existsSync(runtime) ? readdirSync(runtime) : []) {
  if (others.test(name)) rmSync(join(runtime, name))
}
