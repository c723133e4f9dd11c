import type { StudioVideo } from '../../../contract/studio.ts'
import { moment, percent } from '../../../contract/words/format.ts'
import { libraryWords } from '../../../contract/words/library.ts'
import { studioWords } from '../../../contract/words/studio.ts'

export interface StateWords {
  label: string
  tone: 'good' | 'calm' | 'urgent'
  /** What happens now or what to do; empty where the label says it all. */
  sentence: string
}

/** How a film stands, as its operator reads it. */
export function stateWords(video: StudioVideo): StateWords {
  const { status, published, progress, failure, state, publishAt } = video
  switch (status) {
    case 'processing': {
      const label = studioWords('processing.label', { percent: percent(progress) })
      return { label, tone: 'calm', sentence: studioWords('processing.text') }
    }
    case 'failed':
      return { ...said('failed', 'urgent'), ...(failure !== null && { sentence: failure }) }
    case 'ready':
      if (state === 'archived') {
        const sentence = libraryWords('inArchive')
        return { label: libraryWords('state.archived'), tone: 'calm', sentence }
      }
      if (state === 'scheduled' && publishAt !== null) {
        const sentence = studioWords('goesOnShow', { time: moment(publishAt) })
        return { label: libraryWords('state.scheduled'), tone: 'calm', sentence }
      }
      if (published && video.forNobody) {
        return {
          ...said('published', 'urgent'),
          sentence: libraryWords('forNobody', { titles: '' }),
        }
      }
      if (state === 'unlisted') {
        const sentence = studioWords('visibility.unlisted')
        return { label: libraryWords('state.unlisted'), tone: 'good', sentence }
      }
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
