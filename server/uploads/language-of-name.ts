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
  const last = words.toReversed().filter((word) => !notes.test(word))
  const [first = '', second = ''] = last
  const before = known(second)
  // For the hard of hearing, where it does not stand for Hindi alone.
  if (/^hi$/i.test(first) && before !== null) return before
  return known(first) ?? before
}

/** How captions are meant, and no language: SDH is not Southern Kurdish. */
const notes = /^(sdh|cc|forced|full|default)$/i

function known(tag: string): string | null {
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,2}$/i.test(tag)) return null
  try {
    const [canonical] = Intl.getCanonicalLocales(tag)
    const [language = ''] = canonical?.split('-') ?? []
    return canonical !== undefined && names.of(language) !== undefined ? canonical : null
  } catch {
    return null
  }
}
