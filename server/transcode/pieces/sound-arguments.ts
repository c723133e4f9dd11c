import type { Grid } from '../plan/ladder.ts'
import type { AudioTrack } from '../plan/plan-audio.ts'
import { packetSamples, soundRate, soundSegmentMicroseconds } from '../plan/plan-segments.ts'
import type { SourceFacts } from '../probe/source-facts.ts'
import { inputArguments } from './ffmpeg-arguments.ts'
import { type Loudness, loudnessFilters } from './loudness.ts'

export interface AudioWork {
  file: string
  /** Whether the file is what `evenArguments` make, not the source. */
  isEven?: boolean
  source: SourceFacts
  grid: Grid
  track: AudioTrack
  /** How many packets are made in all. */
  packets: number
  /** As measured; null leaves it as it is. */
  loudness: Loudness | null
}

/**
 * Encodes one audio track from end to end, as long as the picture: shorter sound ends in silence. Writes
 * `init.mp4`, `0.m4s`, `1.m4s` … into the folder of the track's name, cut where the picture is cut.
 */
export function audioArguments(work: AudioWork): string[] {
  const { source, grid, track, packets, loudness } = work
  const seconds = soundSegmentMicroseconds(grid, source.video.frameRate) / 1_000_000
  const filters = [
    // Gaps and drift in the source become silence, instead of moving all that follows. Without
    // `flags=res` swresample would begin its count of time anew at the first drift it makes up for.
    `aresample=${soundRate}:async=1000:first_pts=0:flags=res`,
    // Mixed down before it is limited: what is loud in several channels at once adds up.
    asHeard(work),
    ...loudnessFilters(loudness),
    // The encoder puts one frame of its own before the sound, which CMAF has no edit list to skip.
    // Taking away as much keeps lips and voices together.
    `atrim=start_sample=${packetSamples}`,
    'asetpts=PTS-STARTPTS',
    'apad',
    // Counted in samples: of `-frames:a` each ffmpeg has its own idea. The encoder's own frame is the
    // first of the packets.
    `atrim=end_sample=${(packets - 1) * packetSamples}`,
  ]
  return [
    ...soundInput(work),
    ...['-af', filters.join(','), '-c:a', 'aac', '-b:a', String(track.bitsPerSecond)],
    ...['-ac', String(track.channels), '-map_metadata', '-1', '-map_chapters', '-1'],
    ...['-metadata:s:a', `language=${track.code}`],
    ...hls(track.name, seconds),
  ]
}

/** Of sound, where every packet can be the first, ffmpeg cuts just where it is told. */
function hls(name: string, seconds: number): string[] {
  return [
    ...['-f', 'hls', '-hls_time', seconds.toFixed(6), '-hls_playlist_type', 'vod'],
    ...['-hls_segment_type', 'fmp4', '-hls_fmp4_init_filename', 'init.mp4'],
    ...['-hls_segment_options', 'movflags=+cmaf', '-start_number', '0'],
    ...['-hls_segment_filename', `${name}/%d.m4s`, `${name}/index.m3u8`],
  ]
}

const layouts: Record<number, string> = { 1: 'mono', 2: 'stereo', 6: '5.1' }

/** Listens to a track as it will be heard, and has ffmpeg tell at the end how loud it is. */
export function loudnessArguments(work: Omit<AudioWork, 'loudness'>): string[] {
  const filters = `${asHeard(work)},ebur128=framelog=verbose:peak=sample:dualmono=true`
  return [
    ...['-loglevel', 'level+info', ...soundInput(work)],
    ...['-af', filters, '-f', 'null', '-'],
  ]
}

/**
 * A track with all its sound of one kind, at the times it has: where channels or rate change, as in what
 * is recorded from television, ffmpeg begins with new filters, which know nothing of what came before.
 */
export const evenArguments = (work: Omit<AudioWork, 'loudness'>, file: string): string[] => [
  ...soundInput(work),
  ...['-af', asHeard(work), '-c:a', 'pcm_s16le'],
  ...['-map_metadata', '-1', '-map_chapters', '-1', file],
]

const asHeard = ({ track }: Pick<AudioWork, 'track'>) =>
  `aformat=sample_rates=${soundRate}:channel_layouts=${layouts[track.channels]}`

/** Even sound keeps its own times, which ffmpeg would else have begin at zero. */
const soundInput = ({ file, isEven, source, track }: Omit<AudioWork, 'loudness'>): string[] =>
  isEven
    ? ['-copyts', ...inputArguments(file), '-map', '0:a']
    : [...inputArguments(file, source.startSeconds), '-map', `0:${track.stream}`]
