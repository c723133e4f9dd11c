import type { StudioVideo } from '../../contract/studio.ts'
import { percent } from '../../contract/words/format.ts'
import { studioWords } from '../../contract/words/studio.ts'

export interface StateWords {
  label: string
  tone: 'good' | 'calm' | 'urgent'
  /** What happens now or what to do; empty where the label says it all. */
  sentence: string
}

/** How a film stands, as its operator reads it. */
export function stateWords({ status, published, progress, failure }: StudioVideo): StateWords {
  switch (status) {
    case 'processing': {
      const label = studioWords('processing.label', { percent: percent(progress) })
      return { label, tone: 'calm', sentence: studioWords('processing.text') }
    }
    case 'failed':
      return { ...said('failed', 'urgent'), ...(failure !== null && { sentence: failure }) }
    case 'ready':
      return published ? said('published', 'good') : said('ready', 'calm')
    default:
      return said(status, 'calm')
  }
}

const said = (
  state: 'draft' | 'uploading' | 'queued' | 'failed' | 'published' | 'ready',
  tone: StateWords['tone'],
): StateWords => ({
  label: studioWords(`${state}.label`),
  tone,
  sentence: studioWords(`${state}.text`),
})

/** Whether it changes by itself, so that it is worth asking again soon. */
export const isChanging = ({ status }: StudioVideo): boolean =>
  status === 'uploading' || status === 'queued' || status === 'processing'
