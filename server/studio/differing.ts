import { isDeepStrictEqual } from 'node:util'
import type { StudioVideo, VideoChange } from '../../contract/studio.ts'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether all that is wanted is there; of an object, the members that are given. */
const holds = (stored: unknown, wanted: unknown): boolean =>
  isObject(stored) && isObject(wanted)
    ? isDeepStrictEqual({ ...stored, ...wanted }, stored)
    : isDeepStrictEqual(stored, wanted)

/**
 * The members of a change that are stored otherwise, such as "title" or "access.rent". Pure.
 */
export function differing(video: StudioVideo, change: Omit<VideoChange, 'version'>): string[] {
  const stored: Record<string, unknown> = { ...video, archived: video.archivedAt !== null }
  return Object.entries(change).flatMap(([name, wanted]) => {
    if (name !== 'access' && name !== 'about') {
      const same = name === 'publishAt' ? sameTime : holds
      return same(stored[name], wanted) ? [] : [name]
    }
    const members = video[name] as unknown as Record<string, unknown>
    return Object.entries(wanted as object)
      .filter(([member, value]) => !holds(members[member], value))
      .map(([member]) => `${name}.${member}`)
  })
}

const sameTime = (stored: unknown, wanted: unknown): boolean =>
  stored === wanted ||
  (typeof stored === 'string' &&
    typeof wanted === 'string' &&
    Date.parse(stored) === Date.parse(wanted))
