import t from 'tap'
import { CannotTranscode } from '../../server/transcode/failures.ts'
import {
  type Length,
  measureLength as measure,
} from '../../server/transcode/probe/measure-length.ts'
import type { StreamTimes } from '../../server/transcode/probe/packet-times.ts'
import { sourceFacts } from '../fixtures/source-facts.ts'

const claimed = (rate = 24, claimedSeconds: number | null = null) => {
  const frameRate = { numerator: rate, denominator: 1 }
  const { video } = sourceFacts({ video: { frameRate } })
  return { claimedSeconds, claimsWhole: false, fileStart: 0, nominalRate: rate, video }
}

/** A stream from `first` to `end` with so many packets a second. */
const stream = (first: number, end: number, rate = 24): StreamTimes => {
  const packets = Math.round((end - first) * rate)
  const last = end - 1 / rate
  return { packets, first, last, end, encrypted: false, begins: new Map() }
}

type Claims = Parameters<typeof measure> extends [...infer First, number] ? First : never
const measureLength = (...[claims, picture, sound]: Claims): Length =>
  measure(claims, picture, sound, Math.max(...[picture, ...sound].map(({ end }) => end)))

const near = (a: number, b: number) => Math.abs(a - b) < 0.0001

t.test('a film begins with what comes first, and ends with what ends last', async (t) => {
  t.match(measureLength(claimed(), stream(0, 10), []), { begins: 0, seconds: 10 })
  const late = measureLength(claimed(), stream(0, 10), [stream(2, 12)])
  t.match(late, { begins: 0, seconds: 12 })
  t.match(measureLength(claimed(), stream(3, 13), [stream(0, 10)]), { begins: 0, seconds: 13 })
})

t.test('sound before the first picture is a whole number of frames before it', async (t) => {
  const begins = (picture: number, rate = 24) =>
    measureLength(claimed(rate), stream(picture, 10, rate), [stream(0, 10)]).begins
  t.ok(near(begins(0.025), 0.025), 'what an encoder put before it is left out')
  t.ok(near(begins(0.025, 60), 0.025 - 1 / 60))
  t.ok(near(begins(1.01), 1.01 - 24 / 24))
  t.ok(near(begins(1), 0), 'nothing is cut where it fits')
  t.equal(begins(0.9, 1), 0, 'at few frames a second it would be too much')
})

t.test('a head that claims much more than is there tells of a file cut off', async (t) => {
  t.throws(() => measureLength(claimed(24, 13), stream(0, 10), []), CannotTranscode)
  t.equal(measureLength(claimed(24, 11.9), stream(0, 10), []).seconds, 10)
  t.throws(() => measureLength(claimed(24, 204), stream(0, 199), []), CannotTranscode)
  t.equal(measureLength(claimed(24, 204), stream(0, 200), []).seconds, 200)
})

t.test('a recording that begins late by its own clock may claim when it ends', async (t) => {
  const picture = stream(36_000, 36_006)
  const seconds = (claim: number) =>
    measureLength({ ...claimed(24, claim), fileStart: 36_000 }, picture, []).seconds
  t.equal(seconds(36_006), 6)
  t.equal(seconds(6), 6, 'or how long it is')
  t.throws(() => seconds(36_012), { message: /of 0:12 only 0:06/ })
})

t.test('a head that tells only of the whole may mean the sound', async (t) => {
  const [picture, sound] = [stream(0, 5), stream(0, 20)]
  const whole = { ...claimed(24, 20), claimsWhole: true }
  t.equal(measureLength(whole, picture, [sound]).seconds, 20)
  t.throws(() => measureLength(claimed(24, 20), picture, [sound]), CannotTranscode)
  t.throws(() => measureLength(whole, picture, [stream(0, 15)]), CannotTranscode)
})
