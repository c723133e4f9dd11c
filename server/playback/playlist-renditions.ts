export interface PlaylistRendition {
  /** As in URLs. */
  name: string
  kind: 'video' | 'audio'
  codecs: string
  width: number | null
  height: number | null
  frameRate: number | null
  language: string | null
  channels: number | null
  /** What sound is chosen by; absent and null: by its language. */
  label?: string | null
  /** Peak bits per second. */
  bandwidth: number
  averageBandwidth: number
  /** Peak and mean of its key frames alone, where they are known. */
  keyFrames?: { bandwidth: number; averageBandwidth: number } | null
}

export interface PlaylistCaption {
  /** BCP 47 */
  language: string
  label: string
}

/** What a first-time viewer's connection is taken to carry: the variant nearest to it comes first. */
const assumedBitsPerSecond = 2_000_000

export const captionRendition = (language: string): string => `captions-${language}`

export const isAv1 = ({ codecs }: Pick<PlaylistRendition, 'codecs'>): boolean =>
  codecs.startsWith('av01')

/** The rendition that play begins with, in H.264 unless in AV1 is asked for and there. */
export function defaultVideo<R extends PlaylistRendition>(
  renditions: readonly R[],
  av1 = false,
): R | undefined {
  const distance = ({ averageBandwidth }: R) => Math.abs(averageBandwidth - assumedBitsPerSecond)
  return renditions
    .filter((rendition) => rendition.kind === 'video' && isAv1(rendition) === av1)
    .reduce<R | undefined>(
      (best, next) => (best === undefined || distance(next) < distance(best) ? next : best),
      undefined,
    )
}

/** The audio track that play begins with. */
export const defaultAudio = <R extends PlaylistRendition>(renditions: readonly R[]) =>
  renditions.find(({ kind }) => kind === 'audio')
