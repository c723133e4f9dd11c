import t from 'tap'
import { document } from '../src/xml.ts'
import { nodes, parseDocument, text, texts } from '../src/xml-reader.ts'

t.test('children are found by name, one or many, with their text as it is', async (t) => {
  const root = parseDocument('<R xmlns="u"><A> 01 </A><B><C>x</C></B><B><C>y</C></B></R>', 'R')
  t.equal(text(root, 'A'), ' 01 ')
  t.same(
    nodes(root, 'B').map((node) => text(node, 'C')),
    ['x', 'y'],
  )
  t.same(texts(root, 'None'), [])
  t.equal(text(root, 'None'), undefined)
})

t.test('what was escaped comes back', async (t) => {
  const odd = '<a> & "b"\r\n\t\u00fc😀'
  t.equal(text(parseDocument(document('R', { K: odd }), 'R'), 'K'), odd)
})

t.test('what is not well-formed, or not what was asked for, is refused', async (t) => {
  const documents = ['', 'text', '<R>', '<R></S>', '<S/>', '<R><A></R>']
  for (const xml of documents)
    t.throws(() => parseDocument(xml, 'R'), { code: 'MalformedXML' }, xml)
  t.throws(() => text(parseDocument('<R><A><B/></A></R>', 'R'), 'A'), { code: 'MalformedXML' })
})

t.test('documents that define entities are refused', async (t) => {
  const bomb = '<!DOCTYPE R [<!ENTITY a "aaaa">]><R><K>&a;</K></R>'
  t.throws(() => parseDocument(bomb, 'R'), { code: 'MalformedXML' })
})
