import type { StudioVideo } from '../../contract/studio.ts'

export interface StateWords {
  label: string
  tone: 'good' | 'calm' | 'urgent'
  /** What happens now or what to do; empty where the label says it all. */
  sentence: string
}

const percent = (share: number) => `${Math.floor(share * 100)} %`

/** How a film stands, as its operator reads it. */
export function stateWords({ status, published, progress, failure }: StudioVideo): StateWords {
  switch (status) {
    case 'draft':
      return { label: 'No file', tone: 'calm', sentence: 'Upload its file to go on.' }
    case 'uploading':
      return { label: 'Uploading', tone: 'calm', sentence: 'Its file is not whole yet.' }
    case 'queued':
      return {
        label: 'Waiting',
        tone: 'calm',
        sentence: 'It is encoded as soon as it is its turn.',
      }
    case 'processing':
      return {
        label: `Encoding ${percent(progress)}`,
        tone: 'calm',
        sentence: 'You may leave this page.',
      }
    case 'failed':
      return {
        label: 'Failed',
        tone: 'urgent',
        sentence: failure ?? 'The file could not be used. Upload another one.',
      }
    case 'ready':
      return published
        ? { label: 'Published', tone: 'good', sentence: 'Viewers find it in the catalogue.' }
        : { label: 'Ready', tone: 'calm', sentence: 'Nobody sees it until you publish it.' }
  }
}

/** Whether it changes by itself, so that it is worth asking again soon. */
export const isChanging = ({ status }: StudioVideo): boolean =>
  status === 'uploading' || status === 'queued' || status === 'processing'
