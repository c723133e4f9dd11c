import { MatineePlayer } from './matinee-player.ts'
import { speakOn } from './tools/language.ts'
import { makeReady } from './tools/make-ready.ts'

// A player is drawn once: what it is to say must be there by then.
await speakOn(document)
await makeReady()

/** Registers `<matinee-player>`. Import this module once; it does nothing the second time. */
if (customElements.get('matinee-player') === undefined) {
  customElements.define('matinee-player', MatineePlayer)
}

export { MatineePlayer }
