import type { EncodeStep, StudioEncode } from '../../../contract/studio.ts'
import { percent, runningTime } from '../../../contract/words/format.ts'
import { studioWords } from '../../../contract/words/studio.ts'

/** "Picture in 480p", "Sound". */
export function stepName({ kind, renditions }: EncodeStep): string {
  if (kind === 'video') return studioWords('step.video', { sizes: renditions.join(', ') })
  const [, language] = /^audio-(.+)$/.exec(renditions[0] ?? '') ?? []
  return language === undefined
    ? studioWords(`step.${kind}`)
    : studioWords('step.audioIn', { language })
}

export const stepState = ({ state, progress }: EncodeStep): string =>
  state === 'running' && progress > 0 ? percent(progress) : studioWords(`state.${state}`)

/** What is said above the steps. */
export function encodeSentence({ status, playable, secondsLeft }: StudioEncode): string {
  if (status === 'waiting') return studioWords('waitsForWorker')
  const sentence =
    secondsLeft === null
      ? studioWords('preparingNow')
      : studioWords('preparingLeft', { length: runningTime(Math.max(1, secondsLeft)) })
  return playable ? `${sentence} ${studioWords('alreadyPlays')}` : sentence
}
