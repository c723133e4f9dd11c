import t from 'tap'
import { wrappedLines } from '../../../player/element/tools/wrapped-lines.ts'

const lines = (text: string, width: number) => wrappedLines(text, width, ({ length }) => length)

t.test('a text breaks where the next word has no room', async (t) => {
  t.equal(lines('the tide comes in', 17), 1, 'just so')
  t.equal(lines('the tide comes in', 16), 2)
  t.equal(lines('the tide comes in', 8), 2)
  t.equal(lines('the tide comes in', 7), 4)
})

t.test('it breaks where it says so, and within those lines', async (t) => {
  t.equal(lines('the\ntide', 20), 2)
  t.equal(lines('the tide\ncomes in', 5), 4)
  t.equal(lines('', 5), 1)
})

t.test('a word that is wider than the picture takes a line', async (t) => {
  t.equal(lines('incomprehensible tide', 5), 2)
})
