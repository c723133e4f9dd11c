import { setLanguage } from 'media-chrome/dist/utils/i18n.js'
import { type Language, languageFor, localeOf } from '../../../contract/words/languages.ts'
import { choose } from '../../../contract/words/speak.ts'
import { teach } from '../../../contract/words/teach.ts'

/** What the controls say by themselves. */
const controls: Record<Exclude<Language, 'en'>, () => Promise<unknown>> = {
  de: () => import('media-chrome/dist/lang/de.js'),
  fr: () => import('media-chrome/dist/lang/fr.js'),
  es: () => import('media-chrome/dist/lang/es.js'),
}

/** What the first player is said to be in, or its page; empty where neither is. */
export const saidOf = (page: Document): string =>
  page.querySelector('matinee-player')?.closest<HTMLElement>('[lang]')?.lang ||
  page.documentElement.lang

/** The language of the first player that names one, else its page's, else what the browser asks for. */
const languageOn = (page: Document): Language => {
  const said = saidOf(page)
  return languageFor(said ? [said] : navigator.languages) ?? 'en'
}

/** Has the players of this page speak its language, as soon as that has been loaded. */
export async function speakOn(page: Document): Promise<void> {
  const language = languageOn(page)
  try {
    if (language !== 'en') {
      await Promise.all([teach(language, ['watching']), controls[language]()])
    }
    choose(language, localeOf(language, navigator.languages))
    setLanguage(language)
  } catch {
    // Its words did not come: the player speaks English.
    setLanguage('en')
  }
}
