import type { Film } from './film.ts'
import { journey } from './journey.ts'
import { rooms } from './rooms.ts'
import { weather } from './weather.ts'

const films: Record<string, () => Film> = { weather, journey, rooms }

export const filmNames = Object.keys(films)

export function filmNamed(name: string): Film {
  const paint = films[name]
  if (paint === undefined) throw new Error(`There is no demo film “${name}”.`)
  return paint()
}
