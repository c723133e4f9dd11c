import '../element/define.ts'
import type { MatineePlayer } from '../element/define.ts'

/** The film's name stands over the picture until it plays, and again while it rests. */
const shown = new Set(['idle', 'opening', 'ready', 'paused', 'ended'])

const name = document.querySelector<HTMLElement>('.film')
const player = document.querySelector<MatineePlayer>('matinee-player')
player?.addEventListener('matinee-state', () => {
  if (name !== null) name.hidden = !shown.has(player.view.phase)
})
