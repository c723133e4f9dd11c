import type { Elsewhere } from '../elsewhere/elsewhere.ts'
import type { Api } from '../source/api.ts'
import type { OverlayHandlers } from './overlay.ts'

export interface PanelActionsOptions {
  /** The film's id or slug. */
  videoId: () => string | null
  /** Tells the page; false where it does itself what follows. */
  emit: (type: string, detail: object) => boolean
  reload: (position?: number) => void
  /** The way to Matinee from a page that is not its own. */
  elsewhere: () => Elsewhere | undefined
  api: () => Pick<Api, 'stopStream'> | undefined
}

/** What follows when a viewer presses a button of a panel. */
export const panelActions = ({
  videoId,
  emit,
  reload,
  elsewhere,
  api,
}: PanelActionsOptions): OverlayHandlers => ({
  onAction({ kind }) {
    if (kind === 'sign-in') {
      if (emit('matinee-sign-in', { videoId: videoId() })) elsewhere()?.ask()
    } else reload(kind === 'replay' ? 0 : undefined)
  },
  onOffer(choice) {
    if (emit('matinee-offer', { videoId: videoId(), ...choice })) elsewhere()?.ask(choice)
  },
  onStopStream({ id }) {
    void api()
      ?.stopStream(id)
      .then(() => reload())
  },
})
