// Which compiled files coverage counts: all of ours, for every test; not what Prisma generates.
import { existsSync, readdirSync } from 'node:fs'

const packages = readdirSync('packages').map((name) => `packages/${name}/dist/src`)
const ours = ['dist/server', 'dist/player', ...packages]
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true })
      .filter((file) => file.endsWith('.js') && !file.startsWith('clients/prisma/'))
      .map((file) => `${folder}/${file}`),
  )

export default () => ours
