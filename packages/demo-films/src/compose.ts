import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Canvas, type Colour } from './canvas.ts'
import { crossfadeSeconds, type Film, filmSeconds, type Scene } from './film.ts'
import { frame } from './landscape.ts'
import { drawText, type Lettering, measureText } from './lettering.ts'
import { composeSound, sampleRate } from './sound.ts'

const { width, height, rate } = frame
const ivory: Colour = [248, 240, 226]
const amber: Colour = [236, 164, 74]
const margin = 56

/**
 * The inputs and the filters of one ffmpeg command, as they come together. Every picture is written
 * to `folder` and read once; ffmpeg repeats and moves it.
 */
class Command {
  readonly inputs: string[] = []
  readonly graph: string[] = []
  readonly folder: string
  #inputs = 0
  #labels = 0

  constructor(folder: string) {
    this.folder = folder
  }

  label(): string {
    this.#labels += 1
    return `[l${this.#labels}]`
  }

  /** Adds filters and answers the label of what comes out. */
  filter(from: string, filters: string): string {
    const to = this.label()
    this.graph.push(`${from}${filters}${to}`)
    return to
  }

  input(args: string[]): string {
    this.inputs.push(...args)
    this.#inputs += 1
    return `[${this.#inputs - 1}]`
  }

  /** A picture, over and over. */
  async still(canvas: Canvas, format: 'yuv420p' | 'yuva420p', enlarge = 1): Promise<string> {
    const file = `still-${this.#inputs}.rgba`
    await canvas.save(join(this.folder, file))
    const size = `${canvas.width}x${canvas.height}`
    const raw = ['-f', 'rawvideo', '-pixel_format', 'rgba', '-video_size', size]
    const input = this.input([...raw, '-framerate', String(rate), '-i', file])
    const scale = `scale=iw*${enlarge}:ih*${enlarge}:flags=bicubic:out_color_matrix=bt709:out_range=tv`
    return this.filter(input, `${scale},format=${format},loop=loop=-1:size=1`)
  }
}

export interface ComposeOptions {
  /** Burns in a clock and a line that grows with the film, and lets every second tick. */
  clock?: boolean
}

/**
 * Writes a film's pictures and sound below `folder`.
 *
 * @returns the arguments with which ffmpeg, run there, makes `film.mp4`
 */
export async function composeFilm(
  film: Film,
  folder: string,
  { clock = false }: ComposeOptions = {},
): Promise<string[]> {
  const command = new Command(folder)
  let picture = ''
  for (const [index, scene] of film.scenes.entries()) {
    const last = index === film.scenes.length - 1
    const seconds = film.sceneSeconds + (last ? 0 : crossfadeSeconds)
    const shown = await composeScene(command, scene, seconds)
    const offset = index * film.sceneSeconds
    const fade = `xfade=transition=fade:duration=${crossfadeSeconds}:offset=${offset}`
    picture = index === 0 ? shown : command.filter(`${picture}${shown}`, fade)
  }
  picture = await addTitles(command, picture, film)
  if (clock) picture = await addClock(command, picture, filmSeconds(film))
  const sound = await addSound(command, film, clock)
  const quality = ['-preset', 'fast', '-crf', String(film.crf), '-x265-params', 'log-level=warning']
  const coding = ['-c:v', 'libx265', ...quality, '-tag:v', 'hvc1', '-g', String(rate * 5)]
  const colours = ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709']
  return [
    ...command.inputs,
    ...['-filter_complex', command.graph.join(';'), '-map', picture, '-map', sound],
    ...[...coding, ...colours, '-color_range', 'tv', '-c:a', 'aac', '-b:a', '48k'],
    ...['-t', String(filmSeconds(film)), '-movflags', '+faststart', 'film.mp4'],
  ]
}

async function composeScene(command: Command, scene: Scene, seconds: number): Promise<string> {
  const { ground } = scene
  const base =
    ground instanceof Canvas
      ? await command.still(ground, 'yuv420p')
      : command.input(['-f', 'lavfi', '-i', ground.lavfi])
  let picture = command.filter(base, `trim=duration=${seconds},setpts=N/${rate}/TB`)
  for (const { image, enlarge, x = '0', y = '0', top = 0, enable } of scene.layers) {
    const still = await command.still(image, 'yuva420p', enlarge)
    const shown = Math.min(height - top, image.height * (enlarge ?? 1))
    const moved = command.filter(still, `crop=${width}:${shown}:'${x}':'${y}'`)
    const when = enable === undefined ? '' : `:enable='${enable}'`
    picture = command.filter(`${picture}${moved}`, `overlay=0:${top}:shortest=1${when}`)
  }
  return command.filter(picture, `format=yuv420p,fps=${rate},settb=1/${rate}`)
}

const heading: Lettering = { height: 52, weight: 4.2, tracking: 2.4, colour: ivory }
const small: Lettering = { height: 21, weight: 2.2, tracking: 3, colour: ivory }

/** The film's name at the beginning, then each scene's. */
async function addTitles(command: Command, picture: string, film: Film): Promise<string> {
  const card = new Canvas(width, 160)
  for (const [text, y, style] of [
    [film.title, 20, heading],
    [film.subtitle, 112, small],
  ] as const) {
    drawShaded(card, text, (width - measureText(text, style)) / 2, y, style)
  }
  let shown = await flash(command, picture, card, '0', '120', 0.6, 5)
  for (const [index, { name }] of film.scenes.entries()) {
    const label = new Canvas(2 * Math.ceil(measureText(name, small) / 2) + 60, 56)
    drawShaded(label, name, 10, 18, small)
    const from = index * film.sceneSeconds + (index === 0 ? 5.4 : 1)
    const until = from + 3
    const y = String(height - margin - 42)
    shown = await flash(command, shown, label, String(margin), y, from, until)
  }
  return shown
}

/** With a shade around each line, so that it reads on snow too. */
function drawShaded(canvas: Canvas, text: string, x: number, y: number, style: Lettering): void {
  const dark: Colour = [12, 18, 30]
  for (const [wider, alpha] of [
    [2.5, 0.3],
    [5, 0.18],
    [9, 0.09],
  ] as const) {
    drawText(canvas, text, x, y, { ...style, weight: style.weight + wider, colour: dark, alpha })
  }
  drawText(canvas, text, x, y, style)
}

/** Shows a picture for a while, coming and going softly. */
async function flash(
  command: Command,
  picture: string,
  canvas: Canvas,
  x: string,
  y: string,
  from: number,
  until: number,
): Promise<string> {
  const still = await command.still(canvas, 'yuva420p')
  const seconds = until - from
  const fades = `fade=in:d=0.6:alpha=1,fade=out:st=${seconds - 0.6}:d=0.6:alpha=1`
  const soft = command.filter(still, `trim=duration=${seconds},${fades},setpts=PTS+${from}/TB`)
  return command.filter(`${picture}${soft}`, `overlay=${x}:${y}:eof_action=pass`)
}

const digit = { width: 40, height: 64 }

/**
 * Minutes, seconds and frames at the lower right, a lamp that is lit with each second's tick, and a
 * line below that grows with the film.
 */
async function addClock(command: Command, picture: string, seconds: number): Promise<string> {
  const style: Lettering = { height: 36, weight: 3.4, tracking: 0, colour: ivory }
  const plate = new Canvas(320, 76)
  for (let y = 0; y < plate.height; y++) {
    for (let x = 0; x < plate.width; x++) plate.set(x, y, [10, 14, 24], 0.5)
  }
  for (const x of [96, 190]) drawText(plate, ':', x, 20, style)
  const left = width - margin - plate.width
  const top = height - margin - plate.height + 6
  let shown = await place(command, picture, plate, left, top)

  const digits = new Canvas(digit.width * 10, digit.height)
  for (let value = 0; value < 10; value++) {
    drawText(digits, String(value), value * digit.width + 9, 14, style)
  }
  const wheels = [
    [20, 'floor(n/14400)'],
    [58, 'mod(floor(n/1440),10)'],
    [116, 'mod(floor(n/240),6)'],
    [154, 'mod(floor(n/24),10)'],
    [210, 'floor(mod(n,24)/10)'],
    [248, 'mod(mod(n,24),10)'],
  ] as const
  const still = await command.still(digits, 'yuva420p')
  const copies = wheels.map(() => command.label())
  command.graph.push(`${still}split=${copies.length}${copies.join('')}`)
  for (const [index, [x, value]] of wheels.entries()) {
    const crop = `crop=${digit.width}:${digit.height}:'${digit.width}*(${value})':0`
    const wheel = command.filter(copies[index] ?? '', crop)
    shown = command.filter(`${shown}${wheel}`, `overlay=${left + x}:${top + 6}:shortest=1`)
  }
  return addLampAndLine(command, shown, seconds, left, top)
}

async function addLampAndLine(
  command: Command,
  picture: string,
  seconds: number,
  left: number,
  top: number,
): Promise<string> {
  const lamp = new Canvas(40, 40)
  lamp.stroke([20, 20, 20, 20], 22, amber)
  lamp.stroke([20, 20, 20, 20], 38, amber, 0.25)
  const lit = await command.still(lamp, 'yuva420p')
  const when = `enable='lt(mod(n,${rate}),3)'`
  const blinking = command.filter(
    `${picture}${lit}`,
    `overlay=${left - 54}:${top + 18}:shortest=1:${when}`,
  )
  const line = new Canvas(width, 6)
  for (let y = 0; y < line.height; y++) {
    for (let x = 0; x < width; x++) line.set(x, y, amber, 0.9)
  }
  const grown = await command.still(line, 'yuva420p')
  const x = `'-${width}+${width}*t/${seconds}'`
  return command.filter(`${blinking}${grown}`, `overlay=${x}:${height - 6}:shortest=1`)
}

async function place(command: Command, picture: string, canvas: Canvas, x: number, y: number) {
  const still = await command.still(canvas, 'yuva420p')
  return command.filter(`${picture}${still}`, `overlay=${x}:${y}:shortest=1`)
}

async function addSound(command: Command, film: Film, ticks: boolean): Promise<string> {
  await writeFile(join(command.folder, 'sound.raw'), composeSound(film, ticks))
  const raw = ['-f', 's16le', '-ar', String(sampleRate), '-ac', '2']
  const input = command.input([...raw, '-i', 'sound.raw'])
  // A stream of an input is mapped by its number, what a filter makes by its label.
  return `${input.slice(1, -1)}:a`
}
