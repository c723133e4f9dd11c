// Reads just so much of the ISO base media file format (ISO/IEC 14496-12) as is needed to know, from
// the encoder's output itself, what goes into the playlists.

/** Of an initialisation segment. */
export interface InitFacts {
  /** Ticks a second of this track. */
  timescale: number
  /** As RFC 6381 has it: "avc1.64001F", "mp4a.40.2". */
  codecs: string
  /** What the decoder is set up with, in base64: segments fit only an init with the same. */
  configuration: string
  /** Default ticks a sample, for fragments that do not say. */
  sampleTicks: number
}

/** Of a media segment. */
export interface SegmentFacts {
  /** Decode time of its first sample, in ticks. */
  startTicks: number
  ticks: number
  samples: number
  /** When its first sample is shown; CMAF wants this to be no later than it is decoded. */
  firstShownTicks: number
  fragments: FragmentFacts[]
}

/** Of a movie fragment, which begins with a key frame where it is one of video. */
export interface FragmentFacts {
  /** Offset of its first byte. */
  start: number
  startTicks: number
  ticks: number
  firstSampleStart: number
  /** Up to here its bytes are enough to show its first sample. */
  firstSampleEnd: number
}

interface Box {
  type: string
  /** Offsets of its content. */
  start: number
  end: number
}

export class NotAnIsoFile extends Error {
  override readonly name = 'NotAnIsoFile'
}

function* boxes(bytes: DataView, start: number, end: number): Generator<Box> {
  for (let at = start; at < end; ) {
    if (at + 8 > end) throw new NotAnIsoFile(`a box is cut off at ${at}`)
    const short = bytes.getUint32(at)
    const type = text(bytes, at + 4)
    const header = short === 1 ? 16 : 8
    const size = short === 1 ? Number(bytes.getBigUint64(at + 8)) : short === 0 ? end - at : short
    if (size < header || at + size > end) throw new NotAnIsoFile(`box ${type} has size ${size}`)
    yield { type, start: at + header, end: at + size }
    at += size
  }
}

const text = (bytes: DataView, at: number) =>
  String.fromCharCode(...[0, 1, 2, 3].map((i) => bytes.getUint8(at + i)))

function inside(bytes: DataView, parent: Box, path: string[], skip = 0): Box | null {
  const [type, ...rest] = path
  if (type === undefined) return parent
  for (const box of boxes(bytes, parent.start + skip, parent.end)) {
    if (box.type === type) return inside(bytes, box, rest)
  }
  return null
}

function need(box: Box | null, what: string): Box {
  if (box === null) throw new NotAnIsoFile(`there is no ${what}`)
  return box
}

const whole = (bytes: DataView): Box => ({ type: 'file', start: 0, end: bytes.byteLength })
const view = (file: Uint8Array) => new DataView(file.buffer, file.byteOffset, file.byteLength)

/** @throws NotAnIsoFile */
export function readInit(file: Uint8Array): InitFacts {
  const bytes = view(file)
  const media = need(inside(bytes, whole(bytes), ['moov', 'trak', 'mdia']), 'track')
  const mdhd = need(inside(bytes, media, ['mdhd']), 'media header')
  const timescale = bytes.getUint32(mdhd.start + (bytes.getUint8(mdhd.start) === 1 ? 20 : 12))
  const stsd = need(inside(bytes, media, ['minf', 'stbl', 'stsd']), 'sample description')
  const [entry] = boxes(bytes, stsd.start + 8, stsd.end)
  const trex = inside(bytes, whole(bytes), ['moov', 'mvex', 'trex'])
  return {
    timescale,
    ...readCodecs(bytes, need(entry ?? null, 'sample entry')),
    sampleTicks: trex === null ? 0 : bytes.getUint32(trex.start + 12),
  }
}

/** Sample entries begin with fields of fixed length: 78 bytes for video, 28 for audio. */
function readCodecs(bytes: DataView, entry: Box): Pick<InitFacts, 'codecs' | 'configuration'> {
  if (entry.type === 'avc1') {
    const avcC = need(inside(bytes, entry, ['avcC'], 78), 'AVC configuration')
    // Profile, compatibility and level, in hexadecimal.
    const profile = (bytes.getUint32(avcC.start) & 0xffffff).toString(16).padStart(6, '0')
    return { codecs: `avc1.${profile.toUpperCase()}`, configuration: base64(bytes, avcC) }
  }
  if (entry.type === 'av01') {
    const av1C = need(inside(bytes, entry, ['av1C'], 78), 'AV1 configuration')
    return { codecs: av1Codecs(bytes, av1C), configuration: base64(bytes, av1C) }
  }
  if (entry.type === 'mp4a') {
    const esds = need(inside(bytes, entry, ['esds'], 28), 'AAC configuration')
    const codecs = `mp4a.40.${audioObjectType(bytes, esds)}`
    return { codecs, configuration: base64(bytes, esds) }
  }
  throw new NotAnIsoFile(`${entry.type} is not a codec that is made here`)
}

/**
 * "av01.<profile>.<level><tier>.<bitDepth>" of the AV1 Codec ISO Media File Format Binding, section 5, where
 * a film in 4:2:0 and BT.709 needs no more than these.
 */
function av1Codecs(bytes: DataView, { start }: Box): string {
  const [levels, depths] = [bytes.getUint8(start + 1), bytes.getUint8(start + 2)]
  const level = String(levels & 0x1f).padStart(2, '0')
  const tier = depths & 0x80 ? 'H' : 'M'
  const depth = depths & 0x40 ? (depths & 0x20 ? '12' : '10') : '08'
  return `av01.${levels >> 5}.${level}${tier}.${depth}`
}

const base64 = (bytes: DataView, { start, end }: Box) =>
  Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('base64')

/**
 * "esds" holds descriptors, each a tag, a length of 1 to 4 bytes with a continuation bit, and its
 * content (ISO/IEC 14496-1, 7.2.6). The decoder's own (tag 5) begins with the audio object type.
 */
function audioObjectType(bytes: DataView, esds: Box): number {
  const fixed: Record<number, number> = { 3: 3, 4: 13 }
  for (let at = esds.start + 4; at < esds.end; ) {
    const tag = bytes.getUint8(at++)
    while (bytes.getUint8(at++) & 0x80);
    const skip = fixed[tag]
    if (tag === 5) return bytes.getUint8(at) >> 3
    if (skip === undefined) break
    at += skip
  }
  throw new NotAnIsoFile('there is no AAC configuration')
}

/** @throws NotAnIsoFile */
export function readSegment(file: Uint8Array, init: InitFacts): SegmentFacts {
  const bytes = view(file)
  const fragments: FragmentFacts[] = []
  let [ticks, samples, firstOffset] = [0, 0, 0]
  for (const box of boxes(bytes, 0, bytes.byteLength)) {
    if (box.type !== 'moof') continue
    const read = readFragment(bytes, box, init)
    if (fragments.length === 0) firstOffset = read.firstOffset
    ticks += read.fragment.ticks
    samples += read.samples
    fragments.push(read.fragment)
  }
  const [first] = fragments
  if (first === undefined) throw new NotAnIsoFile('there is no movie fragment')
  const { startTicks } = first
  return { startTicks, ticks, samples, firstShownTicks: startTicks + firstOffset, fragments }
}

/** @param box a `moof`, whose header is 8 bytes; its data are counted from where it begins */
function readFragment(bytes: DataView, box: Box, init: InitFacts) {
  const start = box.start - 8
  const traf = need(inside(bytes, box, ['traf']), 'track fragment')
  const tfdt = need(inside(bytes, traf, ['tfdt']), 'decode time')
  const startTicks =
    bytes.getUint8(tfdt.start) === 1
      ? Number(bytes.getBigUint64(tfdt.start + 4))
      : bytes.getUint32(tfdt.start + 4)
  const usual = readDefaults(bytes, need(inside(bytes, traf, ['tfhd']), 'fragment header'))
  let [ticks, samples, firstOffset, firstSampleStart, firstSampleEnd] = [0, 0, 0, start, start]
  for (const run of boxes(bytes, traf.start, traf.end)) {
    if (run.type !== 'trun') continue
    const read = readRun(bytes, run, { ...usual, ticks: usual.ticks ?? init.sampleTicks })
    if (samples === 0) {
      firstOffset = read.firstOffset
      firstSampleStart = start + read.dataOffset
      firstSampleEnd = firstSampleStart + read.firstBytes
    }
    ticks += read.ticks
    samples += read.samples
  }
  const fragment = { start, startTicks, ticks, firstSampleStart, firstSampleEnd }
  return { fragment, samples, firstOffset }
}

interface SampleDefaults {
  ticks: number | null
  bytes: number | null
}

/** `tfhd`: flags say which optional fields there are, in this order, each of the length given. */
function readDefaults(bytes: DataView, { start }: Box): SampleDefaults {
  const flags = bytes.getUint32(start) & 0xffffff
  let at = start + 8
  const field = (flag: number, length: 4 | 8): number | null => {
    if (!(flags & flag)) return null
    const value = bytes.getUint32(at)
    at += length
    return value
  }
  field(0x1, 8)
  field(0x2, 4)
  return { ticks: field(0x8, 4), bytes: field(0x10, 4) }
}

/**
 * `trun`: where its data begin, then for each sample a field of 4 bytes for each flag that is set, in
 * this order: duration, size, flags, composition offset.
 */
function readRun(bytes: DataView, { start }: Box, usual: SampleDefaults) {
  const flags = bytes.getUint32(start) & 0xffffff
  const samples = bytes.getUint32(start + 4)
  const dataOffset = flags & 0x1 ? bytes.getInt32(start + 8) : 0
  const first = start + 8 + (flags & 0x1 ? 4 : 0) + (flags & 0x4 ? 4 : 0)
  const fields = [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag)
  const place = (flag: number) => first + 4 * fields.indexOf(flag)
  const some = samples > 0
  const firstOffset = flags & 0x800 && some ? bytes.getInt32(place(0x800)) : 0
  const firstBytes = flags & 0x200 && some ? bytes.getUint32(place(0x200)) : (usual.bytes ?? 0)
  const read = { samples, dataOffset, firstOffset, firstBytes }
  if (!(flags & 0x100)) return { ...read, ticks: samples * (usual.ticks ?? 0) }
  let ticks = 0
  for (let i = 0; i < samples; i++) ticks += bytes.getUint32(first + 4 * i * fields.length)
  return { ...read, ticks }
}
