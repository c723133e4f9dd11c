import { spokenLocale } from '../../../contract/words/speak.ts'

/** "Portugal"; what is no country's code (ISO 3166-1) is shown as it is. */
export function countryName(code: string): string {
  try {
    return new Intl.DisplayNames(spokenLocale(), { type: 'region' }).of(code) ?? code
  } catch {
    return code
  }
}
