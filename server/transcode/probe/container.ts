/** The demuxers that may read an upload, by what they call themselves. */
export type Container = 'mov' | 'matroska'

/** So many bytes tell them apart. */
export const magicBytes = 12

const movBoxes = ['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'pnot']

/**
 * Tells by its first bytes what a file is, whatever its name. Only what carries films is known:
 * playlists, scripts, pictures and concatenations are not, so that ffmpeg never gets to guess.
 */
export function recogniseContainer(start: Uint8Array): Container | null {
  if (start.length < magicBytes) return null
  const word = String.fromCharCode(...start.subarray(4, 8))
  if (movBoxes.includes(word)) return 'mov'
  // EBML, which Matroska and WebM begin with.
  return [0x1a, 0x45, 0xdf, 0xa3].every((byte, index) => start[index] === byte) ? 'matroska' : null
}
