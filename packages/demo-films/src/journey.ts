import type { Film } from './film.ts'
import { city } from './journey/city.ts'
import { coast } from './journey/coast.ts'
import { forest } from './journey/forest.ts'
import { pass } from './journey/pass.ts'
import { plain } from './journey/plain.ts'
import { uplands } from './journey/uplands.ts'

export const journey = (): Film => ({
  title: 'THE LONG WAY ROUND',
  subtitle: 'ONE WINDOW - SIX COUNTRIES',
  sceneSeconds: 20,
  crf: 38,
  scenes: [plain(), uplands(), coast(), forest(), pass(), city()],
})
