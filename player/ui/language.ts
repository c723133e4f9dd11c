import {
  chosenLanguage,
  directionOf,
  type Language,
  languageCookie,
  languageFor,
  localeOf,
} from '../../contract/words/languages.ts'
import { choose } from '../../contract/words/speak.ts'
import { teach } from '../../contract/words/teach.ts'
import { site } from './site.ts'

const aYear = 365 * 24 * 3600

/** What the reader chose here; else what their browser asks for; else the site's own. */
export const readersLanguage = (
  cookies: string,
  browser: readonly string[],
  siteLanguage: string,
): Language =>
  chosenLanguage(cookies) ?? languageFor(browser) ?? languageFor([siteLanguage]) ?? 'en'

let spoken: Language = 'en'

/** Which language this page speaks. */
export const pageLanguage = (): Language => spoken

/** Has this page speak its reader's language. Null: it does already; else once that has been loaded. */
export function startLanguage(): Promise<void> | null {
  spoken = readersLanguage(document.cookie, navigator.languages, site().language)
  const root = document.documentElement
  root.lang = spoken
  root.dir = directionOf(spoken)
  const speak = () => choose(spoken, localeOf(spoken, navigator.languages))
  if (spoken === 'en') {
    speak()
    return null
  }
  return teach(spoken, ['watching', 'pages']).then(speak, () => {
    // Its sentences did not come: English is better than nothing.
    spoken = 'en'
    root.lang = spoken
  })
}

/**
 * Keeps the choice on this device, and shows the page anew.
 *
 * @param tell has mails written in it, too; the page does not fail where that does
 */
export async function chooseLanguage(
  language: Language,
  tell: (language: Language) => Promise<unknown>,
): Promise<void> {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
  document.cookie = `${languageCookie}=${language}; Path=/; Max-Age=${aYear}; SameSite=Lax${secure}`
  await tell(language).catch(() => undefined)
  location.reload()
}
