import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { type Spoken, stringsIn, stringsOf } from './fixtures/strings.ts'

// What only those read who run the machine: commands, settings, what the doctor and the bucket's
// troubles name, and what Prometheus and OpenAPI show.
const forWhoRunsIt =
  /^server\/(cli|local|doctor|config\.ts|clients\/(ffmpeg-find|migrate|storage\/trouble)\.ts|plugins\/(openapi|metrics)|.*-metrics\.ts|transcode\/pieces\/(piece-job|test-encoder)\.ts)/

const shown = /^(aria-label|alt|title|label|placeholder|heading|hint|busy|what)$/

/** Text of an element, what an attribute shows, or a literal that begins and ends as sentences do. */
const isSentence = ({ text, place, name }: Spoken): boolean =>
  place === 'text' ||
  (place === 'attribute' && name !== null && shown.test(name)) ||
  (/^\p{Lu}\S* .*[.?!]$/su.test(text) && !/^(description|help)$/.test(name ?? '')) ||
  (name === 'detail' && / /.test(text))

const at = ({ file, line, text }: Spoken): string => `${file}:${line} "${text}"`

t.test('what people read stands in contract/words and nowhere else', async (t) => {
  const elsewhere = stringsOf('player', 'server')
    .filter(({ file }) => !forWhoRunsIt.test(file))
    .filter(isSentence)
  t.same(elsewhere.map(at), [])
})

t.test('a sentence elsewhere would be found', async (t) => {
  const found = (source: string) => stringsIn('a.tsx', source).filter(isSentence).length
  t.equal(found('const a = <p>Hello</p>'), 1)
  t.equal(found('const a = <b aria-label="Close" />'), 1)
  t.equal(found('const a = <b aria-label={words("close")} />'), 0)
  t.equal(found('const a = { detail: "no such film" }'), 1)
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the source of a template
  t.equal(found('const a = `There is no film ${name}.`'), 1)
  t.equal(found('log.warn("The bucket is another’s.")'), 0)
  t.equal(found('new Error("The plan has no piece.")'), 0)
  t.equal(found('const a = <p class="page wide">{words("title")}</p>'), 0)
})

/** How a key is written where it is used: whole, or with a part that is known only then. */
const patternOf = (text: string): RegExp => {
  const parts = text.split('\0').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('[^ ]+')}$`)
}

t.test('every sentence is said somewhere', async (t) => {
  const said = stringsOf('player', 'server', 'contract').filter(
    ({ file }) => !/^contract\/words\/[a-z]{2}\//.test(file),
  )
  const whole = new Set(said.map(({ text }) => text))
  const made = said.filter(({ text }) => /^[\w.\0-]*\0[\w.\0-]*$/.test(text) && /\w{2}/.test(text))
  const patterns = [...new Set(made.map(({ text }) => text))].map(patternOf)
  const folder = join('contract', 'words', 'en')
  const built = join(import.meta.dirname, '..')
  const files = readdirSync(join(built, '..', folder), { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((name) => name.endsWith('.ts'))) {
    const module = join(built, folder, file.replace(/ts$/, 'js'))
    const areas: Record<string, object> = await import(module)
    const keys = Object.values(areas).flatMap((sentences) => Object.keys(sentences))
    const unsaid = keys.filter(
      (key) => !whole.has(key) && !patterns.some((pattern) => pattern.test(key)),
    )
    t.same(unsaid, [], `${file}: no sentence that nobody says`)
  }
})
