import { spokenLocale } from '../../../contract/words/speak.ts'

const codes = [
  ...['ar', 'bg', 'bn', 'ca', 'cs', 'da', 'de', 'el', 'en', 'en-GB', 'en-US', 'es', 'es-419', 'et'],
  ...['eu', 'fa', 'fi', 'fil', 'fr', 'fr-CA', 'ga', 'gl', 'he', 'hi', 'hr', 'hu', 'id', 'is', 'it'],
  ...['ja', 'ko', 'lt', 'lv', 'ms', 'nb', 'nl', 'pl', 'pt-BR', 'pt-PT', 'ro', 'ru', 'sk', 'sl'],
  ...['sr', 'sv', 'sw', 'ta', 'te', 'th', 'tr', 'uk', 'ur', 'vi', 'zh-Hans', 'zh-Hant'],
]

const names = new Intl.DisplayNames([spokenLocale() ?? 'en'], { type: 'language' })

/** "German", "Portuguese (Brazil)", in the reader's language; the code itself where it is not known. */
export function languageName(code: string): string {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}

/** What captions may be written in, by name. */
export const captionLanguages: { code: string; name: string }[] = codes
  .map((code) => ({ code, name: languageName(code) }))
  .toSorted((a, b) => a.name.localeCompare(b.name, spokenLocale()))
