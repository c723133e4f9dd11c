// Which compiled files coverage counts: all of ours, for every test; not what Prisma generates.
import { existsSync, readdirSync } from 'node:fs'

const ours = ['server', 'player']
  .filter((folder) => existsSync(`dist/${folder}`))
  .flatMap((folder) =>
    readdirSync(`dist/${folder}`, { recursive: true })
      .filter((file) => file.endsWith('.js') && !file.startsWith('clients/prisma/'))
      .map((file) => `dist/${folder}/${file}`),
  )

export default () => ours
