export type FileKind = 'mp4' | 'matroska' | 'jpeg' | 'png' | 'webp' | 'webvtt' | 'subrip' | 'ass'

/** Boxes that an MP4 or QuickTime file may begin with; `ftyp` came only with MP4. */
const firstBoxes = ['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'pnot']

const ascii = (bytes: Uint8Array, start: number, end: number): string =>
  String.fromCharCode(...bytes.subarray(start, end))

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte)

/** What a text is stored in, by its byte order mark, or by the zeros beside a first letter of English. */
export function encodingOf(bytes: Uint8Array): string {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le'
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be'
  if (first > 0 && second === 0 && third > 0 && fourth === 0) return 'utf-16le'
  return first === 0 && second > 0 && third === 0 && fourth > 0 ? 'utf-16be' : 'utf-8'
}

/** Whether a text may be captions, arrows of other signs included. What is wrong with them is told by who reads them to the end. */
function textKind(bytes: Uint8Array): FileKind | null {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  // A zero is in no caption, and in nearly every other kind of file.
  if (text.includes('\0')) return null
  if (/^WEBVTT(?=[ \t\r\n]|$)/.test(text)) return 'webvtt'
  if (/^\s*\[script info\]/im.test(text)) return 'ass'
  return /^[ \t\u200e\u200f\u202a-\u202e\u2066-\u2069]*\d{1,4}:\d{1,2}.{1,20}[-–—=]>/m.test(text)
    ? 'subrip'
    : null
}

/**
 * What a file is by its first bytes, whatever its name and claimed type; null for all that is not
 * taken here: scripts, playlists, archives, vector pictures, other films.
 */
export function kindOf(start: Uint8Array): FileKind | null {
  if (start.length >= 12 && firstBoxes.includes(ascii(start, 4, 8))) return 'mp4'
  if (startsWith(start, 0x1a, 0x45, 0xdf, 0xa3)) return 'matroska'
  if (startsWith(start, 0xff, 0xd8, 0xff)) return 'jpeg'
  if (startsWith(start, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (ascii(start, 0, 4) === 'RIFF' && ascii(start, 8, 12) === 'WEBP') return 'webp'
  return textKind(start)
}
