// Bundles the job queue into dist/vendor: it is a package for Node 22 and later, which the suite proves
// on every version that is supported here, and whose declaration would make each install on Node 20 warn.
import { join } from 'node:path'
import { build } from 'rolldown'
import { thirdPartyNotices } from './third-party-notices.mjs'

const root = join(import.meta.dirname, '..')
await build({
  input: join(root, 'node_modules/pg-boss/dist/index.js'),
  platform: 'node',
  external: ['pg'],
  plugins: [thirdPartyNotices('pg-boss.licences.txt')],
  output: { dir: join(root, 'dist/vendor'), entryFileNames: 'pg-boss.js', format: 'esm' },
  logLevel: 'warn',
})
