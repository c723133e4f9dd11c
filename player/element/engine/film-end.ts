/** Closer to the end there are too few pictures left for a browser to begin with. */
const lastSeconds = 0.5

/**
 * Where play can go on from for a place at, or past, the end of the picture. The sound may be longer by
 * a frame, and past the last picture there would be nothing to wait for.
 */
export const beforeEnd = (position: number, pictureSeconds: number): number =>
  Math.max(0, Math.min(position, pictureSeconds - lastSeconds))

/** The second that an attribute asks to begin at; undefined for what is none. */
export function startOf(attribute: string | null): number | undefined {
  const seconds = Number.parseFloat(attribute ?? '')
  return seconds >= 0 ? seconds : undefined
}
