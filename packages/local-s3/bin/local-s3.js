#!/usr/bin/env node
// Plain JavaScript, so that npm finds the command before anything is compiled.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const built = new URL('../dist/src/cli.js', import.meta.url)
if (existsSync(fileURLToPath(built))) await import(built.href)
else {
  process.stderr.write('Not built yet: run npm run build first.\n')
  process.exitCode = 1
}
