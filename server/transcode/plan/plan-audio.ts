import { say } from '../../../contract/words/server.ts'
import type { AudioFacts } from '../probe/source-facts.ts'
import { languageLabel } from './language-label.ts'

/** One rendition of sound as it will be encoded. */
export interface AudioTrack {
  /** "audio", further ones "audio-de", "audio-en-2", "audio-surround". */
  name: string
  stream: number
  channels: number
  bitsPerSecond: number
  language: string | null
  /** The same by ISO 639-2. */
  code: string
  /** What viewers choose it by: its title, or else its language. */
  label: string
}

const surroundChannels = 6

/**
 * The sound of a film: every track that people can tell from the others by title or language, the one
 * that the file wants to be heard first; and those in 5.1 once more as they are, beside their stereo.
 */
export function planAudio(tracks: readonly AudioFacts[]): AudioTrack[] {
  const first = tracks.find(({ isDefault }) => isDefault) ?? tracks[0]
  const ordered = tracks.toSorted((a, b) => Number(b === first) - Number(a === first))
  const kept = withoutTwins(ordered)
  const names = new Set<string>()
  const labels = new Set<string>()
  const stereo = kept.map((facts, index): AudioTrack => {
    const { stream, channels, language, code } = facts
    const name = index === 0 ? 'audio' : `audio-${language?.toLowerCase() ?? index + 1}`
    return {
      name: unused(names, name, '-'),
      ...{ stream, channels: Math.min(2, channels), language, code },
      bitsPerSecond: channels === 1 ? 80_000 : 128_000,
      label: unused(labels, labelOf(facts), ' '),
    }
  })
  const surround = stereo.filter((_, index) => (kept[index]?.channels ?? 0) >= surroundChannels)
  return [
    ...stereo,
    ...surround.map((track) => ({
      ...track,
      name: unused(names, `${track.name}-surround`, '-'),
      channels: surroundChannels,
      bitsPerSecond: 320_000,
    })),
  ]
}

/** Tracks that no title and no language tells from one before them are left out; unnamed ones are not. */
function withoutTwins(tracks: readonly AudioFacts[]): AudioFacts[] {
  const known = new Set<string>()
  return tracks.filter(({ language, title }) => {
    if (language === null && title === null) return true
    const called = `${language} ${title?.trim().toLowerCase()}`
    return known.has(called) ? false : known.add(called)
  })
}

function labelOf({ title, language }: AudioFacts): string {
  const named = title?.trim()
  if (named) return named
  return language === null ? say('encodes.soundTrack') : languageLabel(language)
}

/** The name itself, or with a number where it is taken. */
function unused(taken: Set<string>, name: string, sign: string): string {
  let free = name
  for (let count = 2; taken.has(free); count++) free = `${name}${sign}${count}`
  taken.add(free)
  return free
}
