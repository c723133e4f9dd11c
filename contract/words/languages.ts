/** The languages that everything can be said in, each by its own name. */
export const languages = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
} as const

export type Language = keyof typeof languages

const isKnown = (code: string): code is Language => Object.hasOwn(languages, code)

/** A reader's own choice: written by the page, read by the server. */
export const languageCookie = 'matinee_language'

/**
 * The first of the languages wanted that is known, or null.
 *
 * @param wanted BCP 47; "de" does for "de-AT"
 */
export function languageFor(wanted: readonly string[]): Language | null {
  for (const tag of wanted) {
    const [code = ''] = tag.toLowerCase().split('-')
    if (isKnown(code)) return code
  }
  return null
}

/** Dates and amounts as the reader's region writes them, where it writes in the same language. */
export const localeOf = (language: Language, wanted: readonly string[]): string =>
  wanted.find((tag) => languageFor([tag]) === language) ?? language

/** What was chosen, as the cookies of a page or a request tell; null where nothing was. */
export function chosenLanguage(cookies: string | undefined): Language | null {
  const [, code = ''] = new RegExp(`(?:^|;\\s*)${languageCookie}=([^;]*)`).exec(cookies ?? '') ?? []
  return isKnown(code) ? code : null
}

const fromTheRight = new Set(['ar', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** Which way a language is written. @param tag BCP 47 */
export const directionOf = (tag: string): 'ltr' | 'rtl' =>
  fromTheRight.has(tag.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr'
