/** What segments and their initialization may begin with. */
const firstTypes = new Set(['ftyp', 'styp', 'moof', 'sidx', 'emsg', 'prft', 'free', 'skip', 'uuid'])

/**
 * Whether these bytes are boxes of ISO/IEC 14496-12 from the first to the last. What a portal, a proxy
 * or a broken line puts in place of a segment is not, whatever its status and type say.
 */
export function isWholeMedia(data: ArrayBuffer): boolean {
  const view = new DataView(data)
  let at = 0
  while (at < view.byteLength) {
    const size = boxSize(view, at)
    if (size === undefined || (at === 0 && !firstTypes.has(boxType(view, at)))) return false
    at += size
  }
  return at > 0 && at === view.byteLength
}

const headerBytes = 8
const longHeaderBytes = 16

/** "If size is 1 then the actual size is in the field largesize; if size is 0, then this box is the last one." */
function boxSize(view: DataView, at: number): number | undefined {
  const left = view.byteLength - at
  if (left < headerBytes) return undefined
  const size = view.getUint32(at)
  if (size === 0) return left
  if (size > 1) return size >= headerBytes ? size : undefined
  return left < longHeaderBytes ? undefined : Number(view.getBigUint64(at + headerBytes))
}

function boxType(view: DataView, at: number): string {
  return String.fromCharCode(...new Uint8Array(view.buffer, at + 4, 4))
}
