import { uuid } from '../../contract/uuid.ts'

// Every key in the bucket is made here, so that what lies where can be read in one place:
//
//   originals/<videoId>/<uploadId>                              the file as uploaded
//   videos/<videoId>/<encodeId>/<rendition>/init.mp4            what every segment needs first
//   videos/<videoId>/<encodeId>/<rendition>/<index>.m4s         from 0, without padding
//   videos/<videoId>/<encodeId>/poster.jpg                      and poster-<width>.jpg, .avif and .webp of each
//   videos/<videoId>/<encodeId>/storyboard/<index>.jpg
//   videos/<videoId>/captions/<captionId>.vtt
//   videos/<videoId>/posters/<posterId>.jpg                     uploaded ones, and what lies beside as above
//   trash/<day>/<the key that it had>                           for 30 days, what a sweep removed
//   matinee-owner.json                                          whose bucket it is
//
// An encode never writes where another has written, so objects never change and can be cached for
// good. What belongs to the film and not to an encode lies beside the encodes.

const renditionName = /^[a-z0-9]+(-[a-z0-9]+)*$/

function part(value: string, pattern: RegExp): string {
  if (!pattern.test(value)) throw new RangeError(`"${value}" cannot be part of an object key`)
  return value
}

const id = (value: string) => part(value, uuid)

export const originalKey = (videoId: string, uploadId: string): string =>
  `originals/${id(videoId)}/${id(uploadId)}`

/** With the slash at its end. */
export const encodePrefix = (videoId: string, encodeId: string): string =>
  `videos/${id(videoId)}/${id(encodeId)}/`

/** Without a slash at its end, as it stands in `Rendition.prefix`. */
export const renditionPrefix = (videoId: string, encodeId: string, name: string): string =>
  `${encodePrefix(videoId, encodeId)}${part(name, renditionName)}`

/** @param prefix a `Rendition.prefix` */
export const initKey = (prefix: string): string => `${prefix}/init.mp4`

/**
 * @param prefix a `Rendition.prefix`
 * @param index counts from 0
 */
export function segmentKey(prefix: string, index: number): string {
  if (!Number.isSafeInteger(index) || index < 0)
    throw new RangeError(`no segment has index ${index}`)
  return `${prefix}/${index}.m4s`
}

export const posterKey = (videoId: string, encodeId: string): string =>
  `${encodePrefix(videoId, encodeId)}poster.jpg`

export const storyboardKey = (videoId: string, encodeId: string, index: number): string =>
  `${encodePrefix(videoId, encodeId)}storyboard/${index}.jpg`

export const captionKey = (videoId: string, captionId: string): string =>
  `videos/${id(videoId)}/captions/${id(captionId)}.vtt`

/** What all uploaded posters of a film begin with. */
export const uploadedPosters = (videoId: string): string => `videos/${id(videoId)}/posters/`

export const uploadedPosterKey = (videoId: string, posterId: string): string =>
  `${uploadedPosters(videoId)}${id(posterId)}.jpg`

/** Pixels, of the smaller pictures beside a poster. */
export const posterWidths = [320, 640] as const

/** @param key of a poster */
export const smallPosterKey = (key: string, width: number): string =>
  key.replace(/\.jpg$/, `-${width}.jpg`)

/** What a poster is kept as beside JPEG, the smaller files first. */
export const posterFormats = ['avif', 'webp'] as const
export type PosterFormat = (typeof posterFormats)[number]

/** @param key of a poster, or of a smaller one */
export const posterKeyIn = (key: string, format: PosterFormat): string =>
  key.replace(/\.jpg$/, `.${format}`)

/** All that may lie beside a poster. */
export function besidePoster(key: string): string[] {
  const small = posterWidths.map((width) => smallPosterKey(key, width))
  const inFormats = posterFormats.flatMap((format) =>
    [key, ...small].map((one) => posterKeyIn(one, format)),
  )
  return [...small, ...inFormats].filter((one) => one !== key)
}

const besides = new RegExp(
  `(?:-(?:${posterWidths.join('|')}))?\\.(?:jpg|${posterFormats.join('|')})$`,
)

/** Of the poster that a picture lies beside; any other key as it is. */
export const wholePosterKey = (key: string): string => key.replace(besides, '.jpg')

export const ownerKey = 'matinee-owner.json'

export const trashPrefix = 'trash/'

/** Where an object lies that a sweep removed on that day. */
export const trashKey = (key: string, now: Date): string =>
  `${trashPrefix}${now.toISOString().slice(0, 10)}/${key}`

/** The day of a key in the trash; null for what nobody here put there. */
export function trashedAt(key: string): Date | null {
  const day = /^trash\/(\d{4}-\d{2}-\d{2})\//.exec(key)?.[1]
  const date = new Date(day ?? '')
  return Number.isNaN(date.getTime()) ? null : date
}

/** All that the bucket holds of a film lies below these. */
export const videoPrefixes = (videoId: string): string[] => [
  `originals/${id(videoId)}/`,
  `videos/${id(videoId)}/`,
]
