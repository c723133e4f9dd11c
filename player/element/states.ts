import type { Notice } from '../../contract/access.ts'
import { playerWords } from '../../contract/words/player.ts'
import { type Panel, panelFor, teaserEnd } from './panels/panels.ts'
import type { Problem } from './source/problems.ts'
import type { Trouble } from './source/retries.ts'

/**
 * What the viewer sees beside the picture itself. `stopped` always comes with a panel; the other
 * phases may have a note, one sentence on why it takes so long.
 */
export interface View {
  phase: 'idle' | 'opening' | 'ready' | 'playing' | 'paused' | 'buffering' | 'ended' | 'stopped'
  trouble: Trouble | null
  note: string | null
  notice: Notice | null
  panel: Panel | null
}

export type ViewEvent =
  | { type: 'open' }
  | { type: 'opened'; notice: Notice | null }
  | { type: 'ready' | 'playing' | 'paused' | 'waiting' | 'ended' }
  | { type: 'trouble'; trouble: Trouble | null }
  | { type: 'refused'; problem: Problem }
  | { type: 'teaser-end'; problem: Problem }
  | { type: 'stopped'; panel: Panel }

export const initialView: View = {
  phase: 'idle',
  trouble: null,
  note: null,
  notice: null,
  panel: null,
}

const notes = { connection: 'connectionLost', server: 'takesLong' } as const

/** The view after something has happened. Only a new `open` leads out of `stopped`. */
export function nextView(view: View, event: ViewEvent): View {
  if (event.type === 'open') return { ...initialView, phase: 'opening', notice: view.notice }
  if (view.phase === 'stopped') return view
  const changed = applied(view, event)
  // Trouble is nobody's business while the buffer plays on.
  const waits = changed.phase === 'opening' || changed.phase === 'buffering'
  // Who gives up and begins anew is in no trouble for a moment; what waits is out of it once it plays.
  const note = changed.trouble ? playerWords(notes[changed.trouble]) : view.note
  return { ...changed, note: waits ? note : null }
}

function applied(view: View, event: Exclude<ViewEvent, { type: 'open' }>): View {
  switch (event.type) {
    case 'opened':
      return { ...view, notice: event.notice }
    case 'waiting':
      return view.phase === 'opening' ? view : { ...view, phase: 'buffering' }
    case 'ready':
    case 'playing':
    case 'paused':
    case 'ended':
      return { ...view, phase: event.type }
    case 'trouble':
      return { ...view, trouble: event.trouble }
    case 'refused':
      return stopped(view, panelFor(event.problem))
    case 'teaser-end':
      return stopped(view, teaserEnd(event.problem))
    case 'stopped':
      return stopped(view, event.panel)
  }
}

const stopped = (view: View, panel: Panel): View => ({
  ...view,
  phase: 'stopped',
  trouble: null,
  panel,
})
