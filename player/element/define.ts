import { MatineePlayer } from './matinee-player.ts'

/** Registers `<matinee-player>`. Import this module once; it does nothing the second time. */
if (customElements.get('matinee-player') === undefined) {
  customElements.define('matinee-player', MatineePlayer)
}

export { MatineePlayer }
