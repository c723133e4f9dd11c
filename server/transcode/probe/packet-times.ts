/** What the packets of one stream come to, without keeping them: a day of film takes no more than an hour. */
export interface StreamTimes {
  packets: number
  /** When its first packet is shown or heard, in seconds of the file's own clock. */
  first: number
  /** When its last packet begins, in the order in which they are shown. */
  last: number
  /** The latest end of any packet. */
  end: number
  encrypted: boolean
  /** For each whole second in which packets begin, when the last of them does. */
  begins: Map<number, number>
}

/** Takes the lines that `packetEntries` makes ffprobe print. */
export class PacketTimes {
  readonly #streams = new Map<number, StreamTimes>()
  #current: StreamTimes | null = null

  add(line: string): void {
    const match = /^(\d+),([^,]*),([^,]*),([^,]*)/.exec(line)
    // Side data may be printed on lines of their own, after their packet.
    if (match !== null) {
      const [, index, shown, lasting, flags = ''] = match
      this.#current = this.#streamOf(Number(index))
      // An edit list leaves it out.
      if (!flags.includes('D')) note(this.#current, Number(shown), Number(lasting))
    }
    if (this.#current !== null && line.includes('Encryption')) this.#current.encrypted = true
  }

  /** Null for a stream that has no packet that is shown. */
  of(index: number): StreamTimes | null {
    const times = this.#streams.get(index)
    return times !== undefined && times.packets > 0 ? times : null
  }

  /** The latest end of any packet in the file. */
  get end(): number {
    return Math.max(...[...this.#streams.values()].map(({ end }) => end))
  }

  #streamOf(index: number): StreamTimes {
    const known = this.#streams.get(index)
    if (known !== undefined) return known
    const none = { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY }
    const times = { packets: 0, ...none, end: none.last, encrypted: false, begins: new Map() }
    this.#streams.set(index, times)
    return times
  }
}

/** What ffprobe is to print of each packet, as lines of values with commas between. */
export const packetEntries = [
  ...['-show_packets', '-show_entries'],
  'packet=stream_index,pts_time,duration_time,flags:packet_side_data=side_data_type',
]

/** @param seconds NaN where the file does not say */
function note(times: StreamTimes, shown: number, seconds: number): void {
  if (!Number.isFinite(shown)) return
  times.packets++
  times.first = Math.min(times.first, shown)
  times.last = Math.max(times.last, shown)
  times.end = Math.max(times.end, shown + Math.max(0, seconds || 0))
  const second = Math.floor(shown)
  times.begins.set(second, Math.max(shown, times.begins.get(second) ?? shown))
}

/**
 * When the picture that is on at a moment begins; one or two seconds earlier where pictures follow one
 * another quickly.
 *
 * @returns null before the first picture
 */
export function beginsBefore({ begins, first }: StreamTimes, moment: number): number | null {
  for (let second = Math.floor(moment); second >= Math.floor(first); second--) {
    const at = begins.get(second)
    if (at !== undefined && at <= moment) return at
  }
  return null
}
