import { pages as dePages } from './de/pages.ts'
import { server as deServer } from './de/server.ts'
import { studioPages as deStudio } from './de/studio-pages.ts'
import { watching as deWatching } from './de/watching.ts'
import { pages as esPages } from './es/pages.ts'
import { server as esServer } from './es/server.ts'
import { studioPages as esStudio } from './es/studio-pages.ts'
import { watching as esWatching } from './es/watching.ts'
import { pages as frPages } from './fr/pages.ts'
import { server as frServer } from './fr/server.ts'
import { studioPages as frStudio } from './fr/studio-pages.ts'
import { watching as frWatching } from './fr/watching.ts'
import type { Language } from './languages.ts'
import { learn } from './speak.ts'

/** All that is said in a language besides English, by area. */
export const translations = {
  de: { ...deWatching, ...dePages, ...deStudio, ...deServer },
  fr: { ...frWatching, ...frPages, ...frStudio, ...frServer },
  es: { ...esWatching, ...esPages, ...esStudio, ...esServer },
} satisfies Record<Exclude<Language, 'en'>, object>

/** For a server, whose readers are many: learns every language. */
export function learnAll(): void {
  for (const [language, areas] of Object.entries(translations)) learn(language, areas)
}
