import { runningTime } from '../../contract/words/format.ts'

const units = ['byte', 'kB', 'MB', 'GB', 'TB']

/** "1.4 GB": sizes as file managers write them, in steps of a thousand. */
export function fileSize(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1_000
    unit += 1
  }
  const digits = unit > 1 && value < 99.5 ? 1 : 0
  return `${value.toFixed(digits)} ${unit === 0 && value !== 1 ? 'bytes' : units[unit]}`
}

export interface TransferFigures {
  sentBytes: number
  sizeBytes: number
  bytesPerSecond: number
  secondsLeft: number | null
}

/** "310 MB of 1.4 GB, 12 MB a second, 2 min left". */
export function transferWords(figures: TransferFigures): string {
  const { sentBytes, sizeBytes, bytesPerSecond, secondsLeft } = figures
  const words = [`${fileSize(sentBytes)} of ${fileSize(sizeBytes)}`]
  if (bytesPerSecond > 0) words.push(`${fileSize(bytesPerSecond)} a second`)
  if (secondsLeft !== null) words.push(`${runningTime(secondsLeft)} left`)
  return words.join(', ')
}

/** A title to begin with, from a file's name: "the_salt-road.final.mp4" → "The salt road final". */
export function titleOf(fileName: string): string {
  const words = fileName
    .replace(/\.[a-z0-9]{2,4}$/i, '')
    .replaceAll(/[._\-\s]+/g, ' ')
    .trim()
  return words === '' ? 'Untitled' : words.charAt(0).toUpperCase() + words.slice(1, 200)
}
