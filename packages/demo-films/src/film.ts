import type { Canvas } from './canvas.ts'

/** A picture that moves over a scene. Expressions are ffmpeg's, of the frame number `n` or time `t`. */
export interface Layer {
  image: Canvas
  /** How many times larger it is shown than it was painted. */
  enlarge?: 2
  /** Which part of a picture larger than the frame is seen. */
  x?: string
  y?: string
  /** The row of the frame where it begins. */
  top?: number
  /** When it is seen, in seconds of the scene; always if left out. */
  enable?: string
}

export interface Scene {
  /** Shown when it begins: capitals and digits. */
  name: string
  /** Hertz, from low to high. */
  chord: number[]
  /** Moments of thunder, in seconds of the scene. */
  thunder?: number[]
  /** How much wind or rain is heard, 0..1. */
  hush?: number
  ground: Canvas | Source
  layers: Layer[]
}

/** A picture that ffmpeg's own sources make. */
export interface Source {
  /** lavfi, with whatever filters bring it to the frame's size. */
  lavfi: string
}

export interface Film {
  title: string
  subtitle: string
  /** Of each scene, without the crossfade into the next. */
  sceneSeconds: number
  /** x265's constant rate factor that keeps the file small. */
  crf: number
  scenes: Scene[]
}

export const crossfadeSeconds = 1

export const filmSeconds = ({ scenes, sceneSeconds }: Film): number => scenes.length * sceneSeconds
