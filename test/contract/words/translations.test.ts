import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { translations } from '../../../contract/words/server-translations.ts'
import type { Forms, Sentences } from '../../../contract/words/speak.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'contract', 'words', 'en')
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.js'),
)

/** What the sentences of English are, by the area that they are said in. */
async function english(): Promise<Record<string, Sentences>> {
  const areas: Record<string, Sentences> = {}
  for (const file of files) {
    const module: Record<string, unknown> = await import(join(folder, file))
    for (const [name, value] of Object.entries(module)) {
      if (typeof value !== 'object') continue
      const area = file.startsWith('server') ? 'server' : name
      areas[area] = { ...areas[area], ...(value as Sentences) }
    }
  }
  return areas
}

/** Which values a sentence asks for. */
function valuesOf(sentence: Sentences[string]): string[] {
  if (typeof sentence === 'string') return [...sentence.matchAll(/\{\w+\}/g)].map(([name]) => name)
  const asked = new Set<string>()
  const forms: Forms = {
    plural: (_count, of) => Object.values(of).join(' '),
    number: (value) => String(value),
  }
  for (const stub of [2, 'x']) {
    const values = new Proxy(
      {},
      {
        get: (_target, name) => {
          asked.add(String(name))
          return stub
        },
      },
    )
    try {
      ;(sentence as (values: object, forms: Forms) => string)(values, forms)
    } catch {
      // a number has not what a text has; the other of the two does
    }
  }
  return [...asked]
}

t.test('each sentence is there in each language, with the same values', async (t) => {
  const areas = await english()
  t.ok(Object.keys(areas).length > 20)
  for (const [language, translated] of Object.entries(translations)) {
    const known = translated as unknown as Record<string, Sentences>
    for (const [area, sentences] of Object.entries(areas)) {
      const theirs = known[area] ?? {}
      t.same(
        Object.keys(sentences).filter((key) => theirs[key] === undefined),
        [],
        `${area} in ${language}: nothing is missing`,
      )
      const different = Object.entries(theirs).filter(([key, sentence]) => {
        const original = sentences[key]
        const values = original === undefined ? ['?'] : valuesOf(original)
        return values.toSorted().join() !== valuesOf(sentence).toSorted().join()
      })
      t.same(
        different.map(([key]) => key),
        [],
        `${area} in ${language}: the same values`,
      )
    }
  }
})

t.test('the text of a mail breaks its lines between sentences only', async (t) => {
  const values = {
    ...{ siteName: 'Kino', publicUrl: 'https://films.example', token: 't', email: 'a@b.example' },
    ...{ role: 'editor', minutes: 10, days: 7, device: 'Firefox', day: '3 May', until: '3 May' },
    ...{ url: 'https://films.example', confirmUrl: 'https://films.example' },
  }
  const { server } = await english()
  for (const [language, words] of [['en', { server }], ...Object.entries(translations)] as const) {
    const mails = Object.entries((words as Record<string, Sentences>).server ?? {}).filter(
      ([key]) => key.startsWith('mails.') && key.endsWith('.text'),
    )
    t.ok(mails.length > 15, language)
    for (const [key, sentence] of mails) {
      const say = sentence as (of: object) => string
      const lines = (typeof sentence === 'string' ? sentence : say(values)).split('\n')
      const cut = lines.filter((line) => !/(^|[.:!?}]|https:\S+)$/.test(line))
      t.same(cut, [], `${language} ${key}`)
    }
  }
})

t.test('a French line does not begin with the sign that ends the word before', async (t) => {
  const forms: Forms = {
    plural: (_count, of) => Object.values(of).join(' '),
    number: (value) => String(value),
  }
  const said = (sentence: Sentences[string]): string[] => {
    if (typeof sentence === 'string') return [sentence]
    return [2, 'x', null].flatMap((stub) => {
      const values = new Proxy({}, { get: () => stub })
      try {
        return [(sentence as (values: object, forms: Forms) => string)(values, forms)]
      } catch {
        // a number has not what a text has; another of them does
        return []
      }
    })
  }
  const loose = Object.entries(translations.fr).flatMap(([area, sentences]) =>
    Object.entries(sentences as Sentences)
      .filter(([, sentence]) => said(sentence).some((text) => /\S [:;!?»](\s|$)|« /.test(text)))
      .map(([key]) => `${area} ${key}`),
  )
  t.same(loose, [])
})
