import { controls } from './controls.ts'
import { layers } from './layers.ts'
import { panels } from './panels.ts'

/**
 * The player's looks. The film is always on near-black, whatever the page; a page may set
 * `--matinee-accent`, `--matinee-accent-text`, `--matinee-font` and `--matinee-radius`. One sheet for all
 * players of a page, made by script: it needs no `unsafe-inline`.
 */
export function sheet(): CSSStyleSheet {
  const made = new CSSStyleSheet()
  made.replaceSync(controls + layers + panels)
  return made
}
