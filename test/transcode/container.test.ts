import t from 'tap'
import { recogniseContainer } from '../../server/transcode/probe/container.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')

t.test('films are known by their first bytes', async (t) => {
  t.equal(recogniseContainer(bytes('\0\0\0\x20ftypisom')), 'mov')
  for (const box of ['moov', 'mdat', 'free', 'skip', 'wide']) {
    t.equal(recogniseContainer(bytes(`\0\0\0\x08${box}\0\0\0\0`)), 'mov', box)
  }
  t.equal(recogniseContainer(bytes('\x1a\x45\xdf\xa3\x01\0\0\0\0\0\0\x1f')), 'matroska')
})

t.test('whatever else it is called, it is not a film', async (t) => {
  const others = {
    playlist: '#EXTM3U\n#EXT-X-VERSION:7\n',
    concatenation: 'ffconcat version 1.0\n',
    picture: '\x89PNG\r\n\x1a\n\0\0\0\0',
    drawing: '<svg xmlns="http://www.w3.org',
    photo: '\xff\xd8\xff\xe0\0\x10JFIF\0\x01',
    script: '<?xml version="1.0"?>',
    transport: 'G@\0\x10\0\0\xb0\r\0\x01\xc1\0',
    interleaved: 'RIFF\0\0\0\0AVI LIST',
    program: '\x7fELF\x02\x01\x01\0\0\0\0\0',
    'too short': '\0\0\0\x20ftyp',
    empty: '',
  }
  for (const [name, start] of Object.entries(others)) {
    t.equal(recogniseContainer(bytes(start)), null, name)
  }
})
