import type { Language } from './languages.ts'
import { learn, type Sentences } from './speak.ts'

/** What is said by the player, by the viewers' pages, and in the studio. */
type Group = 'watching' | 'pages' | 'studio'
type Areas = Readonly<Record<string, Sentences>>

/** Each is a file of its own, which is loaded when it is spoken. */
const groups: Record<Exclude<Language, 'en'>, Record<Group, () => Promise<Areas>>> = {
  de: {
    watching: async () => (await import('./de/watching.ts')).watching,
    pages: async () => (await import('./de/pages.ts')).pages,
    studio: async () => (await import('./de/studio-pages.ts')).studioPages,
  },
  fr: {
    watching: async () => (await import('./fr/watching.ts')).watching,
    pages: async () => (await import('./fr/pages.ts')).pages,
    studio: async () => (await import('./fr/studio-pages.ts')).studioPages,
  },
  es: {
    watching: async () => (await import('./es/watching.ts')).watching,
    pages: async () => (await import('./es/pages.ts')).pages,
    studio: async () => (await import('./es/studio-pages.ts')).studioPages,
  },
}

/**
 * Loads what is to be said in a language. English is always there.
 *
 * @throws where it cannot be loaded; everything is said in English then
 */
export async function teach(language: Language, wanted: readonly Group[]): Promise<void> {
  if (language === 'en') return
  const loaded = await Promise.all(wanted.map((group) => groups[language][group]()))
  for (const areas of loaded) learn(language, areas)
}
