import { type Fraction, toNumber } from './source-facts.ts'

const fastest = 60
const usual: Fraction[] = [
  [24_000, 1001],
  [24, 1],
  [25, 1],
  [30_000, 1001],
  [30, 1],
  [50, 1],
  [60_000, 1001],
  [60, 1],
].map(([numerator = 0, denominator = 1]) => ({ numerator, denominator }))

const near = (a: number, b: number) => Math.abs(a - b) <= b * 0.0004

/**
 * The constant rate at which a film is encoded. Constant, because segments of all renditions must
 * begin on the same frames.
 *
 * @param nominal the rate that the stream's time stamps would allow (ffprobe's r_frame_rate)
 * @param average frames divided by time (avg_frame_rate); differs where the rate varies
 */
export function chooseFrameRate(nominal: Fraction, average: Fraction): Fraction {
  const [fine, mean] = [toNumber(nominal), toNumber(average)]
  const known = Number.isFinite(mean) && mean > 0 ? mean : fine
  if (!Number.isFinite(known) || known <= 0) return { numerator: 25, denominator: 1 }
  const constant = Math.abs(fine - known) <= known * 0.01
  return constant ? faster(slower(tidy(nominal))) : forVarying(known)
}

/** Where the rate varies, the next usual one that drops hardly any frame. */
function forVarying(mean: number): Fraction {
  const enough = usual.filter((rate) => toNumber(rate) >= mean * 0.98 && rate.denominator === 1)
  const atLeast = enough.find((rate) => toNumber(rate) >= 24)
  return atLeast ?? { numerator: fastest, denominator: 1 }
}

/** 2997/100 and 29.971 are meant to be 30000/1001. */
function tidy(rate: Fraction): Fraction {
  const value = toNumber(rate)
  return usual.find((known) => near(value, toNumber(known))) ?? rate
}

/** Above sixty, every second frame, as often as it takes. */
function slower(rate: Fraction): Fraction {
  let { numerator, denominator } = rate
  while (numerator / denominator > fastest * 1.01) denominator *= 2
  return tidy({ numerator, denominator })
}

/** A slideshow gets a picture each second at least: segments of more than some seconds help nobody. */
function faster({ numerator, denominator }: Fraction): Fraction {
  return { numerator: numerator * Math.ceil(denominator / numerator), denominator }
}
