import { Readable } from 'node:stream'
import t from 'tap'
import { readPeopleCsv } from '../../server/studio/read-people-csv.ts'

/** As it comes from a socket: in pieces of 64 KiB. */
const sent = (text: string | Buffer) => {
  const bytes = Buffer.from(text)
  const size = 64 * 2 ** 10
  return Readable.from(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
      bytes.subarray(i * size, (i + 1) * size),
    ),
  )
}

t.test('while a long file is read, others have their turns', async (t) => {
  const lines = 90_000
  const file = `email\n${Array.from({ length: lines }, (_, i) => `p${i}`).join('\n')}`
  let turns = 0
  let reading = true
  const turn = () => {
    turns += 1
    if (reading) setImmediate(turn)
  }
  setImmediate(turn)
  const { wrong } = await readPeopleCsv(sent(file), new Date())
  reading = false
  t.equal(wrong.length, lines)
  t.ok(turns > lines / 1_000, `${turns} turns`)
})

const now = new Date('2031-05-03T12:00:00Z')
const until = new Date('2031-12-31T23:59:59.999Z')
const ana = { email: 'ana@films.example', plan: 'günstig', film: null, until }

t.test('spreadsheets separate and write letters as is usual where they are', async (t) => {
  const table = (separator: string, end = '\r\n') =>
    [
      ['email', 'plan', 'film', 'until'],
      ['ana@films.example', 'günstig', '', '2031-12-31'],
    ]
      .map((cells) => cells.join(separator))
      .join(end)
  const western = Buffer.from(table(';'), 'latin1')
  for (const [what, file, line] of [
    ['commas', table(','), 2],
    ['semicolons, with a mark in front', `\ufeff${table(';')}`, 2],
    ['tabs', table('\t', '\n'), 2],
    ['a line that names the separator', `sep=;\r\n${table(';')}`, 3],
    ['Windows’ western letters', western, 2],
    ['UTF-16', Buffer.from(`\ufeff${table(';')}`, 'utf16le'), 2],
  ] as const) {
    t.match(await readPeopleCsv(sent(file), now), { lines: [{ ...ana, line }], wrong: [] }, what)
  }
  const quoted = 'email,plan\n"ana@films.example","a;b;c;d"\n'
  t.match((await readPeopleCsv(sent(quoted), now)).lines, [{ plan: 'a;b;c;d' }])
  t.match((await readPeopleCsv(sent('email\nana@films.example'), now)).lines, [{ line: 2 }])
})

t.test('a file with nobody in it is refused', async (t) => {
  for (const file of ['', '\ufeff', 'email', 'email;plan\r\n\r\n']) {
    await t.rejects(readPeopleCsv(sent(file), now), { code: 'BAD_REQUEST' }, JSON.stringify(file))
  }
  await t.rejects(readPeopleCsv(sent('name;plan\na;b'), now), { message: /email/ })
})
