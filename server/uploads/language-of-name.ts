const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/**
 * The language that a file name tells, as people note it before the ending: `Film.de.srt`,
 * `film_pt-BR.vtt`, `Film.eng.forced.srt`.
 *
 * @returns BCP 47, or null
 */
export function languageOfName(fileName: string): string | null {
  const words = fileName.split(/[._ ()[\]]/).slice(1, -1)
  // A film may be called by what is a language's code, so only the last words count.
  for (const word of words.toReversed().slice(0, 2)) {
    const language = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,2}$/i.test(word) ? known(word) : null
    if (language !== null) return language
  }
  return null
}

function known(tag: string): string | null {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag)
    const [language = ''] = canonical?.split('-') ?? []
    return canonical !== undefined && names.of(language) !== undefined ? canonical : null
  } catch {
    return null
  }
}
