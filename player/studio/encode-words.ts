import type { EncodeStep, StudioEncode } from '../../contract/studio.ts'
import { runningTime } from '../../contract/words/format.ts'

const names: Record<string, string> = {
  look: 'Looking at the file',
  poster: 'Poster',
  captions: 'Captions in the file',
  audio: 'Sound',
  storyboard: 'Preview pictures',
}

/** "Picture in 480p", "Sound". */
export function stepName({ kind, renditions }: EncodeStep): string {
  if (kind === 'video') return `Picture in ${renditions.join(', ')}`
  const [, language] = /^audio-(.+)$/.exec(renditions[0] ?? '') ?? []
  return language === undefined ? (names[kind] ?? kind) : `${names[kind]} (${language})`
}

export const stepState = ({ state, progress }: EncodeStep): string =>
  state === 'running' && progress > 0
    ? `${Math.floor(progress * 100)} %`
    : { waiting: 'waits', running: 'runs', done: 'done' }[state]

/** What is said above the steps. */
export function encodeSentence({ status, playable, secondsLeft }: StudioEncode): string {
  if (status === 'waiting') return 'Encoding begins when a worker is free.'
  const watch = playable ? ' It can be watched already.' : ''
  if (secondsLeft === null) return `Encoding. You may leave this page.${watch}`
  return `Encoding, about ${runningTime(Math.max(1, secondsLeft))} left. You may leave this page.${watch}`
}
