import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Where the pages were built, beside the compiled server: dist/player-site. */
const assets = join(import.meta.dirname, '..', '..', 'player-site', 'assets')

const file = (existsSync(assets) ? readdirSync(assets) : []).find((name) =>
  /^figtree-latin-wght-normal-[^.]*\.woff2$/.test(name),
)

/** The pages' own typeface, for pages without their style sheet; none where no pages were built. */
export const typefaceRule =
  file === undefined
    ? ''
    : `@font-face { font-family: Figtree; font-weight: 300 900; font-display: swap; src: url(/assets/${file}) format("woff2") }`

export const typeface = 'Figtree, system-ui, sans-serif'
