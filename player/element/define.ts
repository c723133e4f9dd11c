import { MatineePlayer } from './matinee-player.ts'
import { speakOn } from './tools/language.ts'

// A player is drawn once: what it is to say must be there by then.
await speakOn(document)

/** Registers `<matinee-player>`. Import this module once; it does nothing the second time. */
if (customElements.get('matinee-player') === undefined) {
  customElements.define('matinee-player', MatineePlayer)
}

export { MatineePlayer }
