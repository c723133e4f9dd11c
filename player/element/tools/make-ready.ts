import { breathe } from '../breathe.ts'
import { controlNames } from './controls.ts'

/**
 * Has every kind of control made once: most of what a player costs is reading their templates and styles for
 * the first time, and a phone that does it all at once stands still for as long.
 */
export async function makeReady(): Promise<void> {
  for (const name of controlNames) {
    await breathe()
    document.createElement(name)
  }
  await breathe()
}
