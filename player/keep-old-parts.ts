import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const keptMs = 24 * 3600 * 1000

/**
 * Hashed files of builds before stay for a day after another build has replaced them, however old they are:
 * pages that were open while the site was built anew ask for them, and so do those of a server that has not
 * been started again yet. When each was replaced is noted beside the folder. Wants `emptyOutDir: false`.
 */
export const keepOldParts = (now: () => number = Date.now): Plugin => ({
  name: 'keep-old-parts',
  writeBundle({ dir = '' }, bundle) {
    const folder = join(dir, 'assets')
    const list = `${dir}.replaced.json`
    const known: Record<string, number> = existsSync(list)
      ? JSON.parse(readFileSync(list, 'utf8'))
      : {}
    const replaced: Record<string, number> = {}
    for (const name of readdirSync(folder)) {
      if (`assets/${name.replace(/\.(br|gz)$/, '')}` in bundle) continue
      const since = known[name] ?? now()
      if (now() - since > keptMs) rmSync(join(folder, name))
      else replaced[name] = since
    }
    writeFileSync(list, JSON.stringify(replaced))
  },
})
