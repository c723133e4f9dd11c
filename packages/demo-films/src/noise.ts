/** Numbers from 0 to 1 that look random and are the same each time. */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const curve = (t: number) => t * t * (3 - 2 * t)
const between = (a: number, b: number, t: number) => a + (b - a) * t

/**
 * A smooth line of hills from 0 to 1 whose end meets its beginning.
 *
 * @param peaks hills over the whole period
 * @param roughness how much each finer wave adds, 0..1
 */
export function ridge(
  seed: number,
  period: number,
  peaks: number,
  roughness: number,
): Float32Array {
  const line = new Float32Array(period)
  const next = random(seed)
  let [height, whole] = [1, 0]
  for (let waves = peaks; waves < period / 3; waves *= 2) {
    const points = Float32Array.from({ length: waves }, next)
    for (let x = 0; x < period; x++) {
      const at = (x / period) * waves
      const index = Math.floor(at)
      const [a, b] = [points[index % waves] ?? 0, points[(index + 1) % waves] ?? 0]
      line[x] = (line[x] ?? 0) + height * between(a, b, curve(at - index))
    }
    whole += height
    height *= roughness
  }
  return line.map((value) => value / whole)
}

/** A cloudy field from 0 to 1 that repeats every `cells` in x. */
export function clouds(seed: number, cells: number): (x: number, y: number) => number {
  const size = 256
  const next = random(seed)
  const grid = Float32Array.from({ length: size * size }, next)
  const at = (x: number, y: number) => grid[(y % size) * size + (x % size)] ?? 0
  return (x, y) => {
    let [sum, height, whole] = [0, 1, 0]
    for (let octave = 0; octave < 5; octave++) {
      const scale = 2 ** octave
      const period = cells * scale
      const [u, v] = [x * scale, y * scale + 37 * octave]
      const [i, j] = [Math.floor(u), Math.floor(v)]
      const [s, t] = [curve(u - i), curve(v - j)]
      const [left, right] = [((i % period) + period) % period, (i + 1 + period) % period]
      const top = between(at(left, j), at(right, j), s)
      sum += height * between(top, between(at(left, j + 1), at(right, j + 1), s), t)
      whole += height
      height *= 0.55
    }
    return sum / whole
  }
}
