import t from 'tap'
import { CaptionsRefused, readCaptions } from '../../server/transcode/read-captions.ts'

const read = (text: string) => readCaptions(Buffer.from(text))

t.test('SubRip becomes WebVTT with its times, lines and places', async (t) => {
  const srt = [
    ...['1', '00:00:01,000 --> 00:00:02,500', 'Guten Tag,', '<i>Herr</i> Größe.', ''],
    ...['2', '01:02:03,400 --> 01:02:05,000', '{\\an8}Oben', ''],
  ]
  const wanted = [
    ...['WEBVTT', '', '00:00:01.000 --> 00:00:02.500', 'Guten Tag,', '<i>Herr</i> Größe.'],
    ...['', '01:02:03.400 --> 01:02:05.000 line:0', 'Oben', ''],
  ].join('\n')
  t.equal(await read(srt.join('\n')), wanted)
  t.equal(await read(`\uFEFF${srt.join('\r\n')}`), wanted, 'as Windows writes it')
})

const cue = (text: string) => `1\n00:00:01,000 --> 00:00:02,000\n${text}\n`
const texts: [sent: string, shown: string][] = [
  ['Tom & Jerry', 'Tom &amp; Jerry'],
  ['already &amp; done', 'already &amp; done'],
  ['2 < 3', '2 &lt; 3'],
  ['<B>loud</B> <u>line</u>', '<b>loud</b> <u>line</u>'],
  ['<font color="#ff0000">red</font>', 'red'],
  ['<script>alert(1)</script>', '&lt;script>alert(1)&lt;/script>'],
  ['<ruby>x', '&lt;ruby>x'],
]
for (const [sent, shown] of texts) {
  t.test(`"${sent}" in SubRip is shown as ${shown}`, async (t) => {
    t.equal((await read(cue(sent))).split('\n')[3], shown)
  })
}

t.test('WebVTT stays as it was written, with styles and notes', async (t) => {
  const vtt =
    'WEBVTT - mine\n\nSTYLE\n::cue { color: red }\n\nNOTE by me\n\n00:01.000 --> 00:02.000 align:start\nHi\n'
  t.equal(await read(vtt), vtt)
  t.equal(await read(`\uFEFF${vtt.replaceAll('\n', '\r\n')}`), vtt)
})

const refused: [name: string, bytes: Uint8Array, why: RegExp][] = [
  ['nothing', Buffer.alloc(0), /no caption/],
  ['a heading alone', Buffer.from('WEBVTT\n'), /no caption/],
  ['prose', Buffer.from('It was a dark night.'), /no caption/],
  ['a time that is none', Buffer.from('WEBVTT\n\n00:01.000 --> soon\nHi\n'), /^Line 3 /],
  [
    'one bad time among good ones',
    Buffer.from(`${cue('Hi')}\n2\n00:00:03,000 -->\nHo\n`),
    /^Line 6 /,
  ],
  [
    'an end before the beginning',
    Buffer.from('WEBVTT\n\n00:02.000 --> 00:01.000\nHi\n'),
    /no caption/,
  ],
  [
    'one end before its beginning among good ones',
    Buffer.from(`${cue('Hi')}\n2\n00:00:05,000 --> 00:00:04,000\nHo\n`),
    /1 of the captions end before they begin/,
  ],
  ['Latin-1', Buffer.from(cue('Größe'), 'latin1'), /not stored as UTF-8/],
]
for (const [name, bytes, why] of refused) {
  t.test(`${name} is refused with a reason`, async (t) => {
    await t.rejects(readCaptions(bytes), { constructor: CaptionsRefused, message: why })
  })
}
