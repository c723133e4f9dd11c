import t from 'tap'
import { document, s3Document } from '../src/xml.ts'

t.test('a document is its elements in order, lists repeated, gaps left out', async (t) => {
  const node = { A: 1, B: ['x', 'y'], C: undefined, D: { E: true }, F: [] }
  t.equal(
    document('Root', node),
    '<?xml version="1.0" encoding="UTF-8"?>\n<Root><A>1</A><B>x</B><B>y</B><D><E>true</E></D></Root>',
  )
})

t.test('text is escaped, control characters too', async (t) => {
  t.match(document('R', { K: '<a> & "b"\r\n' }), '<K>&lt;a&gt; &amp; &quot;b&quot;&#13;&#10;</K>')
})

t.test('answers are in S3’s namespace', async (t) => {
  t.match(s3Document('R', {}), '<R xmlns="http://s3.amazonaws.com/doc/2006-03-01/"></R>')
})
