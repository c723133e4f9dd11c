import { Readable } from 'node:stream'
import t from 'tap'
import { readPeopleCsv } from '../../server/studio/read-people-csv.ts'

/** As it comes from a socket: in pieces of 64 KiB. */
const sent = (text: string) => {
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
