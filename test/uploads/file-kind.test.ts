import t from 'tap'
import { kindOf } from '../../server/uploads/file-kind.ts'

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) =>
      typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part),
    ),
  )
const box = (name: string) => bytes([0, 0, 0, 32], name, 'isom', new Array(20).fill(0))

t.test('films, pictures and captions are known by how they begin', async (t) => {
  const table = [
    [box('ftyp'), 'mp4'],
    [box('moov'), 'mp4'],
    [box('wide'), 'mp4'],
    [bytes([0x1a, 0x45, 0xdf, 0xa3], 'rest'), 'matroska'],
    [bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF'), 'jpeg'],
    [bytes([0x89], 'PNG\r\n', [0x1a], '\n'), 'png'],
    [bytes('RIFF', [1, 2, 3, 4], 'WEBPVP8 '), 'webp'],
    [Buffer.from('WEBVTT\n\n00:00.000 --> 00:01.000\nHello'), 'webvtt'],
    [Buffer.from('\ufeffWEBVTT - a title'), 'webvtt'],
    [Buffer.from('1\r\n00:00:01,000 --> 00:00:02,500\r\nHello'), 'subrip'],
    [Buffer.from('\ufeff\n1\n00:00:01.000 --> 00:00:02.500\nGrüß dich'), 'subrip'],
    [Buffer.from('00:00:01,000 --> soon\nHello'), 'subrip'],
    [Buffer.from('\ufeff1\r\n00:00:01,000 --> 00:00:02,500\r\nHello', 'utf16le'), 'subrip'],
    [Buffer.from('1\r\n00:00:01,000 --> 00:00:02,500\r\nHello', 'utf16le'), 'subrip'],
    [Buffer.from('1\n0:01,5 --> 0:02\nHello'), 'subrip'],
    [Buffer.from('1\n00:00:01,000 –> 00:00:02,500\nHello'), 'subrip'],
    [Buffer.from('; by hand\r\n[Script Info]\r\nTitle: x'), 'ass'],
  ] as const
  for (const [start, kind] of table) t.equal(kindOf(start), kind)
})

t.test('nothing else is taken for one of them', async (t) => {
  const others = [
    '',
    'short',
    '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nhttp://internal/',
    'ffconcat version 1.0\nfile /etc/passwd\n',
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '<?xml version="1.0"?><MPD/>',
    '<!doctype html>',
    'RIFF\x01\x02\x03\x04AVI LIST',
    'PK\x03\x04 an archive',
    '%PDF-1.7',
    '#!/bin/sh\n',
    'WEBVTTX',
    '1\nno time\n',
    'WEBVTT\0',
    'GIF89a',
  ]
  for (const start of others) t.equal(kindOf(Buffer.from(start, 'latin1')), null, start)
})
