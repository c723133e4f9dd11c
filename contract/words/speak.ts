import {
  type LocalizedString,
  LocalizedStringDictionary,
  LocalizedStringFormatter,
} from '@internationalized/string'

/** What a sentence may ask of its language: which form a number takes, and how numbers are written. */
export interface Forms {
  /** `{ one: 'One film', other: '2 films' }`: the form for `count`, by Intl.PluralRules. */
  plural(count: number, forms: Readonly<Record<string, string>>): string
  number(value: number): string
}

/** A sentence, or what makes one of the values that belong into it. */
export type Sentence = string | ((values: never, forms: Forms) => string)
export type Sentences = Readonly<Record<string, Sentence>>

type Values<S> = S extends (values: infer V, forms: Forms) => string ? V : never

/** The same sentences in another language: each must be there, with values of no other kind. */
export type Translated<English extends Sentences> = {
  readonly [Key in keyof English]: English[Key] extends string
    ? string
    : string | ((values: Values<English[Key]>, forms: Forms) => string)
}

/** Says a sentence by its key; one with values in it cannot be said without them. */
export type Speak<English extends Sentences> = <Key extends keyof English & string>(
  key: Key,
  ...values: English[Key] extends string ? [] : [values: Values<English[Key]>]
) => string

const english = 'en'
const languages = new Map<string, Readonly<Record<string, Sentences>>>([[english, {}]])
let spoken = () => english
/** By what dates and numbers are written; undefined: as this machine does. */
let writtenAs = (): string | undefined => undefined
/** Made from what was known then. */
const forgetFormatters = new Set<() => void>()

/** Makes a language known, or more of it. @param code BCP 47, such as "de" or "pt-BR" */
export function learn(code: string, translation: Readonly<Record<string, Sentences>>): void {
  languages.set(code, { ...languages.get(code), ...translation })
  for (const forget of forgetFormatters) forget()
}

/**
 * Chooses the language for all that is said from now on.
 *
 * @param code or what tells the language of whoever is read to just now, where readers are many
 * @param locale a variant of it, for dates and numbers
 */
export function choose(code: string | (() => string), locale = code): void {
  spoken = typeof code === 'string' ? () => code : code
  writtenAs = typeof locale === 'string' ? () => locale : locale
}

/** In which language something is said now. */
export const spokenLanguage = (): string => spoken()

/** For Intl: how dates and numbers are written now. */
export const spokenLocale = (): string | undefined => writtenAs()

/**
 * The sentences of one area. What is not known in a language is said in English, and the nearest one
 * does for a language that is not known at all: "de" for "de-AT".
 */
export function area<English extends Sentences>(name: string, sentences: English) {
  const formatters = new Map<string, LocalizedStringFormatter<string, LocalizedString>>()
  forgetFormatters.add(() => formatters.clear())

  function formatterFor(language: string) {
    const known = formatters.get(language)
    if (known !== undefined) return known
    const tables = [...languages].map(([code, of]) => [code, { ...sentences, ...of[name] }])
    // The library's own compiler makes sentences with untyped values; ours are checked by `Speak`.
    const strings = Object.fromEntries(tables) as Record<string, Record<string, LocalizedString>>
    const made = new LocalizedStringFormatter(
      language,
      new LocalizedStringDictionary(strings, english),
    )
    formatters.set(language, made)
    return made
  }

  const speakIn =
    (language: string): Speak<English> =>
    (key, ...[values]) =>
      formatterFor(language).format(key, values as never)

  return Object.assign(((key, ...values) => speakIn(spoken())(key, ...values)) as Speak<English>, {
    /** For one reader among many, as the server has them. */
    in: speakIn,
    has: (key: string): key is keyof English & string => Object.hasOwn(sentences, key),
  })
}
