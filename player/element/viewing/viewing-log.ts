import type { ViewingReport } from '../../../contract/playback.ts'
import { WatchedSteps } from './watched-steps.ts'

/** Between two signs of life of a picture that moves there is no more film than this. */
const longestStepSeconds = 2

/**
 * Counts what a viewing is like: how long the first picture took, how much was watched, how often and
 * how long the picture stood still, and which parts of the film were played. Knows no video element; it is told what happens.
 */
export class ViewingLog {
  readonly #now: () => number
  #pressedAt: number | undefined
  #startUpMs: number | null = null
  #hasStarted = false
  #position: number | undefined
  #watchedSeconds = 0
  readonly #steps = new WatchedSteps()
  #stallCount = 0
  #stallMs = 0
  #stalledAt: number | undefined
  #errorCode: string | null = null

  /** @param now a monotonic clock in milliseconds */
  constructor(now: () => number) {
    this.#now = now
  }

  /** The viewer wants to see something. Pressing again while it comes changes nothing. */
  pressed(): void {
    this.#pressedAt ??= this.#now()
  }

  /** The picture moves, for the first time or again. */
  playing(): void {
    this.#endStall()
    if (this.#hasStarted) return
    this.#hasStarted = true
    if (this.#pressedAt !== undefined) this.#startUpMs = Math.round(this.#now() - this.#pressedAt)
  }

  /** The picture stands still for want of data, though nobody has paused or sought. */
  stalled(): void {
    if (!this.#hasStarted || this.#stalledAt !== undefined) return
    this.#stalledAt = this.#now()
    this.#stallCount += 1
  }

  /** Nobody waits any more: paused, sought elsewhere, over. */
  rested(): void {
    this.#endStall()
    this.#position = undefined
  }

  /** A sign of life while the picture moves. */
  moved(positionSeconds: number): void {
    const from = this.#position ?? positionSeconds
    const step = positionSeconds - from
    if (step > 0 && step <= longestStepSeconds) {
      this.#watchedSeconds += step
      this.#steps.add(from, positionSeconds)
    }
    this.#position = positionSeconds
  }

  failed(errorCode: string): void {
    this.#endStall()
    this.#errorCode = errorCode.replace(/[^\w.-]/g, '_').slice(0, 64)
  }

  /** What there is to report; null before anything has happened. */
  get viewing(): Omit<ViewingReport, 'source'> | null {
    const nothing = this.#pressedAt === undefined && !this.#hasStarted && this.#errorCode === null
    if (nothing) return null
    const now = this.#now()
    return {
      startUpMs: this.#startUpMs,
      watchedSeconds: Math.round(this.#watchedSeconds * 10) / 10,
      stallCount: this.#stallCount,
      stallMs: Math.round(this.#stallMs + (now - (this.#stalledAt ?? now))),
      errorCode: this.#errorCode,
      watched: this.#steps.spans,
    }
  }

  /** What follows belongs to another session of the same viewing. */
  goOn(): void {
    this.#startUpMs = null
    this.#watchedSeconds = 0
    this.#steps.clear()
    this.#stallCount = 0
    this.#stallMs = 0
    this.#errorCode = null
    if (this.#stalledAt !== undefined) this.#stalledAt = this.#now()
  }

  #endStall(): void {
    if (this.#stalledAt === undefined) return
    this.#stallMs += this.#now() - this.#stalledAt
    this.#stalledAt = undefined
  }
}
