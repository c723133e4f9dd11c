import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'

const root = join(import.meta.dirname, '..', '..')

const below = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => /\.(m?js|tsx?)$/.test(file) && !/(^|\/)(node_modules|dist|prisma)\//.test(file),
    )
    .map((file) => ({
      file: join(folder, file),
      text: readFileSync(join(root, folder, file), 'utf8'),
    }))

const exported = /^export (?:async )?(?:function\*?|const|class) ([\w$]+)/gm

t.test('what is exported is used elsewhere', async (t) => {
  const files = ['server', 'contract', 'player', 'packages', 'test', 'bench'].flatMap(below)
  const mentions = new Map<string, number>()
  for (const { text } of files) {
    for (const word of new Set(text.match(/[\w$]+/g))) {
      mentions.set(word, (mentions.get(word) ?? 0) + 1)
    }
  }
  const found = files.flatMap(({ file, text }) =>
    [...text.matchAll(exported)].map(([, name = '']) => ({ file, name })),
  )
  t.ok(found.length > 1_000, 'they are found')
  const unused = found.filter(({ name }) => (mentions.get(name) ?? 0) < 2)
  // A schema of the contract stands in OpenAPI, whoever names it.
  const inner = unused.filter(({ file }) => /^(server|player|packages\/[^/]+\/src)\//.test(file))
  t.same(inner, [])
})
