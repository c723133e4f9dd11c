import { join } from 'node:path'

export interface DemoFilm {
  name: string
  title: string
  description: string
  seconds: number
  chapters: { startSeconds: number; title: string }[]
  /** The path of an MP4 with HEVC and AAC. */
  file: string
}

const films = join(import.meta.dirname, '..', '..', 'films')

const film = (
  name: string,
  title: string,
  description: string,
  sceneSeconds: number,
  scenes: string[],
): DemoFilm => ({
  ...{ name, title, description, seconds: sceneSeconds * scenes.length },
  chapters: scenes.map((scene, index) => ({ startSeconds: index * sceneSeconds, title: scene })),
  file: join(films, `${name}.mp4`),
})

export const weather = film(
  'weather',
  'A Minute of Weather',
  'One lake, six skies: from a clear morning through rain and thunder to the first stars.',
  10,
  ['Clear', 'Cloud', 'Rain', 'Thunder', 'Snow', 'Stars'],
)

export const journey = film(
  'journey',
  'The Long Way Round',
  'A seat by the window, from the plains at dawn over hills, coast, forest and pass to a city at night.',
  20,
  ['The plain', 'The hills', 'The coast', 'The forest', 'The pass', 'The city'],
)

export const rooms = film(
  'rooms',
  'Three Rooms of Light',
  'Patterns that nobody drew: silk that folds itself, cells that live and die, and a coast without end.',
  20,
  ['Silk', 'Life', 'Depth'],
)

export const demoFilms: readonly DemoFilm[] = [weather, journey, rooms]
