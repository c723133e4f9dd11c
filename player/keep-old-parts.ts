import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const keptMs = 24 * 3600 * 1000

/**
 * Hashed files of builds before stay for a day: pages that were open while the site was built anew ask for
 * them, and so do those of a server that has not been started again yet. Wants `emptyOutDir: false`.
 */
export const keepOldParts = (): Plugin => ({
  name: 'keep-old-parts',
  writeBundle({ dir = '' }, bundle) {
    const folder = join(dir, 'assets')
    for (const name of readdirSync(folder)) {
      const path = join(folder, name)
      const isMade = `assets/${name.replace(/\.(br|gz)$/, '')}` in bundle
      if (!isMade && Date.now() - statSync(path).mtimeMs > keptMs) rmSync(path)
    }
  },
})
