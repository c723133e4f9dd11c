import type { VideoDetails } from '../../contract/catalog.ts'
import { askEarly, getEarly } from '../ui/early-answers.ts'

const address = (idOrSlug: string, within?: string) => {
  const query = within ? `?${new URLSearchParams({ in: within })}` : ''
  return `/api/videos/${encodeURIComponent(idOrSlug)}${query}`
}

/** Asks for the film of the page at `here` before anything else is known; other pages have none. */
export function askForVideo({ pathname, searchParams }: URL): void {
  const [, named] = /^\/watch\/([^/]+)\/?$/.exec(pathname) ?? []
  if (named === undefined) return
  try {
    askEarly(address(decodeURIComponent(named), searchParams.get('in') ?? undefined))
  } catch {
    // An address that no film can have.
  }
}

/** @param within the slug of the collection that it is watched in */
export function loadVideo(
  idOrSlug: string,
  within?: string,
  signal?: AbortSignal,
): Promise<VideoDetails> {
  return getEarly<VideoDetails>(address(idOrSlug, within), signal)
}
