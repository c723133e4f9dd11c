import type { Film, Scene } from './film.ts'
import { random } from './noise.ts'

/** No tone here comes near to half of it. */
export const sampleRate = 24_000
const channels = 2
const fade = 1

/**
 * The film's sound as interleaved 16-bit samples: a slow chord and plucked notes of each scene, wind
 * and thunder. With `ticks` every full second ticks, so that the ear can tell what a clock on screen
 * should show.
 */
export function composeSound(film: Film, ticks: boolean): Int16Array {
  const { scenes, sceneSeconds } = film
  const sound = new Float32Array(scenes.length * sceneSeconds * sampleRate * channels)
  for (const [index, scene] of scenes.entries()) {
    playScene(
      sound,
      scene,
      index * sceneSeconds,
      sceneSeconds + (index + 1 < scenes.length ? fade : 0),
    )
  }
  for (let second = 0; ticks && second < scenes.length * sceneSeconds; second++) tick(sound, second)
  const samples = new Int16Array(sound.length)
  for (const [at, value] of sound.entries()) samples[at] = 32_000 * Math.tanh(1.7 * value)
  return samples
}

function add(sound: Float32Array, sample: number, left: number, right: number): void {
  const at = sample * channels
  if (at + 1 >= sound.length) return
  sound[at] = (sound[at] ?? 0) + left
  sound[at + 1] = (sound[at + 1] ?? 0) + right
}

function playScene(sound: Float32Array, scene: Scene, start: number, seconds: number): void {
  const first = start * sampleRate
  const count = seconds * sampleRate
  const swell = (i: number) =>
    Math.min(1, i / (fade * sampleRate), (count - i) / (fade * sampleRate))
  for (const [voice, hertz] of scene.chord.entries()) {
    const tone = oscillator(hertz)
    let breath = 0
    for (let i = 0; i < count; i++) {
      if (i % 240 === 0) breath = 0.6 + 0.4 * Math.sin(i / sampleRate / (1.3 + voice * 0.4) + voice)
      const value = 0.035 * swell(i) * breath * tone()
      add(sound, first + i, value * (1 - voice * 0.18), value * (0.46 + voice * 0.18))
    }
  }
  for (let note = 0; note < seconds * 2; note++) {
    const hertz = scene.chord[[0, 2, 1, 3, 2, 3, 1, 2][note % 8] ?? 0] ?? 220
    pluck(sound, first + (note * sampleRate) / 2, 2 * hertz, note % 2 === 0 ? 0.3 : 0.7)
  }
  if (scene.hush !== undefined) hiss(sound, first, count, 0.05 * scene.hush, swell)
  for (const moment of scene.thunder ?? []) rumble(sound, first + (moment + 0.7) * sampleRate)
}

/** A sine wave by recurrence, which is much faster than asking for each sine. */
function oscillator(hertz: number): () => number {
  const step = (2 * Math.PI * hertz) / sampleRate
  const turn = 2 * Math.cos(step)
  let [before, now] = [-Math.sin(step), 0]
  return () => {
    const value = now
    now = turn * now - before
    before = value
    return value
  }
}

function pluck(sound: Float32Array, first: number, hertz: number, place: number): void {
  const [low, high] = [oscillator(hertz), oscillator(2 * hertz)]
  const decay = Math.exp(-4 / sampleRate)
  let level = 0.055
  for (let i = 0; i < 1.2 * sampleRate; i++) {
    level *= decay
    const tone = level * Math.min(1, i / 100) * (low() + 0.25 * high())
    add(sound, first + i, tone * (1 - place), tone * place)
  }
}

function tick(sound: Float32Array, second: number): void {
  const hertz = second % 10 === 0 ? 1320 : 880
  const wave = oscillator(hertz)
  for (let i = 0; i < 0.08 * sampleRate; i++) {
    const tone = 0.16 * wave() * Math.min(1, i / 30) * (1 - i / (0.08 * sampleRate))
    add(sound, second * sampleRate + i, tone, tone)
  }
}

function hiss(
  sound: Float32Array,
  first: number,
  count: number,
  level: number,
  swell: (i: number) => number,
): void {
  const next = random(first + 1)
  let [left, right] = [0, 0]
  for (let i = 0; i < count; i++) {
    left += 0.4 * (next() - 0.5 - left)
    right += 0.4 * (next() - 0.5 - right)
    add(sound, first + i, level * swell(i) * left * 2, level * swell(i) * right * 2)
  }
}

function rumble(sound: Float32Array, first: number): void {
  const next = random(Math.round(first))
  let [low, lower] = [0, 0]
  for (let i = 0; i < 3.5 * sampleRate; i++) {
    low += 0.024 * (next() - 0.5 - low)
    lower += 0.04 * (low - lower)
    const envelope = Math.min(1, i / 1500) * Math.exp((-1.3 * i) / sampleRate)
    const tone = 7 * envelope * lower
    add(sound, Math.round(first) + i, tone, tone * 0.9)
  }
}
