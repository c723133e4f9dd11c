/** What EBU R128 says of a track. */
export interface Loudness {
  /** LUFS; below -70 there is nothing to hear. */
  integrated: number
  /** The loudest sample, in dB below full scale. */
  peak: number
}

/** What streaming services and telephones agree upon. */
const targetLufs = -16
/** Below this it is noise of a room, or silence. */
const quietest = -50
const mostGain = 15
/** As near to full scale as AAC bears. */
const ceiling = -1

/** Reads the summary that the filter `ebur128` writes at its end; null when there is none. */
export function readLoudness(log: readonly string[]): Loudness | null {
  const last = (pattern: RegExp) => {
    const found = log.findLast((line) => pattern.test(line))
    return Number(pattern.exec(found ?? '')?.[1] ?? Number.NaN)
  }
  const integrated = last(/\bI:\s+(-?[\d.]+) LUFS/)
  const peak = last(/\bPeak:\s+(-?[\d.]+) dBFS/)
  return Number.isFinite(integrated) ? { integrated, peak: Number.isFinite(peak) ? peak : 0 } : null
}

/** Filters that bring a track to the loudness that all films have. */
export function loudnessFilters(loudness: Loudness | null): string[] {
  if (loudness === null || loudness.integrated < quietest) return []
  const gain = Math.min(mostGain, targetLufs - loudness.integrated)
  if (Math.abs(gain) < 0.5) return []
  const limited = loudness.peak + gain > ceiling
  return [
    `volume=${gain.toFixed(2)}dB`,
    // Without `latency` all would come some milliseconds late.
    ...(limited
      ? [`alimiter=level=disabled:limit=${(10 ** (ceiling / 20)).toFixed(4)}:latency=1`]
      : []),
  ]
}
