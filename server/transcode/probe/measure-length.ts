import { say } from '../../../contract/words/server.ts'
import { CannotTranscode, cutShort } from '../failures.ts'
import type { StreamTimes } from './packet-times.ts'
import { type ClaimedFacts, longestSeconds } from './read-probe.ts'
import { toNumber } from './source-facts.ts'

/** A header may round its duration. */
const slackSeconds = 2
const slackShare = 0.02

/** Sound that outlasts the picture by no more than this is the rest of its last packet. */
const soundRestSeconds = 0.1

/** Of sound before the first frame no more than this is left out: mostly what an encoder put before it. */
const mostCutSeconds = 0.05

export interface Length {
  /** What the file's clock shows where the first picture or sound begins. */
  begins: number
  /** From there to the end of the last of them. */
  seconds: number
  /** From there to where the last picture begins. */
  lastSeconds: number
}

/**
 * How long a film is by what is in its file.
 *
 * @param fileEnd the latest end of any packet in it
 * @throws CannotTranscode when much of what the header claims is not there
 */
export function measureLength(
  claimed: Pick<
    ClaimedFacts,
    'claimedSeconds' | 'claimsWhole' | 'fileStart' | 'nominalRate' | 'video'
  >,
  picture: StreamTimes,
  sound: readonly StreamTimes[],
  fileEnd: number,
): Length {
  const { claimedSeconds, claimsWhole, fileStart, nominalRate, video } = claimed
  const begins = beginOf(
    picture.first,
    Math.min(...sound.map(({ first }) => first)),
    toNumber(video.frameRate),
  )
  const pictureEnd = endOf(picture, nominalRate, sound.length === 0)
  const from = Math.min(picture.first, fileStart)
  const found = (claimsWhole ? Math.max(pictureEnd, fileEnd) : pictureEnd) - from
  if (claimedSeconds !== null) {
    // Matroska may say when it ends by its own clock, which a recording need not begin at zero.
    const late = from > 0 && claimedSeconds > from ? from : 0
    const wanted = claimedSeconds - late
    const slack = Math.max(slackSeconds, slackShare * wanted)
    if (wanted - found > slack) throw new CannotTranscode(cutShort(found, wanted))
  }
  const seconds = heardTo(Math.max(...sound.map(({ end }) => end)))
  if (seconds > longestSeconds) throw new CannotTranscode(say('encodes.tooLong'))
  return { begins, seconds, lastSeconds: picture.last - begins }

  /** The last picture is held as long as there is sound, to a whole frame. */
  function heardTo(soundEnd: number): number {
    if (!(soundEnd > pictureEnd + soundRestSeconds)) return pictureEnd - begins
    const rate = toNumber(video.frameRate)
    return Math.ceil((soundEnd - begins) * rate - 0.01) / rate
  }
}

/**
 * With the first picture, or a whole number of frames before it where sound comes first: else it would be
 * moved to the nearest frame, and the sound not.
 */
function beginOf(picture: number, sound: number, rate: number): number {
  if (sound >= picture) return picture
  const inStep = picture - Math.floor((picture - sound) * rate + 0.01) / rate
  return inStep - sound <= mostCutSeconds ? inStep : sound
}

function endOf({ packets, first, last, end }: StreamTimes, rate: number, silent: boolean): number {
  const spacing = packets > 1 ? (last - first) / (packets - 1) : 0
  // Some files do not say how long their last picture stands.
  if (end === last) return last + (spacing || 1 / (rate || 25))
  // What makes slideshows forgets it, and gives the last picture the length of a frame.
  const slides = spacing >= 1 && Math.abs(spacing * rate - 1) < 0.1
  return slides && silent ? Math.max(end, last + spacing) : end
}
