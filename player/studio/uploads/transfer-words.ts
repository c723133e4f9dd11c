import { fileSize, runningTime } from '../../../contract/words/format.ts'
import { studioWords } from '../../../contract/words/studio.ts'

export interface TransferFigures {
  sentBytes: number
  sizeBytes: number
  bytesPerSecond: number
  secondsLeft: number | null
}

/** "310 MB of 1.4 GB, 12 MB a second, 2 min left". */
export function transferWords(figures: TransferFigures): string {
  const { sentBytes, sizeBytes, bytesPerSecond, secondsLeft } = figures
  const words = [studioWords('sent', { there: fileSize(sentBytes), whole: fileSize(sizeBytes) })]
  if (bytesPerSecond > 0) words.push(studioWords('speed', { size: fileSize(bytesPerSecond) }))
  if (secondsLeft !== null) words.push(studioWords('left', { length: runningTime(secondsLeft) }))
  return words.join(', ')
}

/** A title to begin with, from a file's name: "the_salt-road.final.mp4" → "The salt road final". */
export function titleOf(fileName: string): string {
  const words = fileName
    .replace(/\.[a-z0-9]{2,4}$/i, '')
    .replaceAll(/[._\-\s]+/g, ' ')
    .trim()
  return words === ''
    ? studioWords('untitled')
    : words.charAt(0).toUpperCase() + words.slice(1, 200)
}
