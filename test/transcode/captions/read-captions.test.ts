import t from 'tap'
import { CaptionsRefused } from '../../../server/transcode/captions/cue.ts'
import { readCaptions, readOwnCaptions } from '../../../server/transcode/captions/read-captions.ts'

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
  t.equal(read(srt.join('\n')), wanted)
  t.equal(read(`\uFEFF${srt.join('\r\n')}`), wanted, 'as Windows writes it')
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
    t.equal(read(cue(sent)).split('\n')[3], shown)
  })
}

t.test('WebVTT in a film’s own file loses captions of no time, and no others', async (t) => {
  const cues = [
    ...['WEBVTT', '', '00:00:01.000 --> 00:00:01.000', 'Never', ''],
    ...['00:00:02.000 --> 00:00:03.000 align:start', 'Now --> then', ''],
  ].join('\n')
  const wanted = ['WEBVTT', '', '00:00:02.000 --> 00:00:03.000 align:start', 'Now --&gt; then', '']
  t.equal(readOwnCaptions(Buffer.from(cues)), wanted.join('\n'))
})

t.test('WebVTT stays as it was written, with styles and notes', async (t) => {
  const vtt =
    'WEBVTT - mine\n\nSTYLE\n::cue { color: red }\n\nNOTE by me\n\n00:01.000 --> 00:02.000 align:start\nHi\n'
  t.equal(read(vtt), vtt)
  t.equal(read(`\uFEFF${vtt.replaceAll('\n', '\r\n')}`), vtt)
})

t.test(
  'positions of WebVTT stay, those of SubRip and their coordinates become its own or go',
  async (t) => {
    const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000 line:10% position:20% align:start\n<v Ann>Hi\n'
    t.equal(read(vtt), vtt)
    const srt = '1\n00:00:01,000 --> 00:00:02,000 X1:100 X2:200 Y1:10 Y2:20\nHi\n'
    t.equal(read(srt), 'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nHi\n')
    t.match(read(cue('{\\an7}Hi')), '00:00:02.000 line:0 position:0% align:start\nHi\n')
  },
)

t.test('UTF-16 is read like UTF-8, by its byte order mark or its zeros', async (t) => {
  const bare = Buffer.from(cue('Größe 日本'), 'utf16le')
  t.match(readCaptions(bare), '\nGröße 日本\n')
  t.match(readCaptions(bare.swap16()), '\nGröße 日本\n')
  const little = Buffer.from(`\uFEFF${cue('Größe 日本')}`, 'utf16le')
  const big = Buffer.from(little).swap16()
  for (const bytes of [little, big]) t.match(readCaptions(bytes), '\nGröße 日本\n')
})

t.test('captions out of order come in the order of their times', async (t) => {
  const later = '1\n00:01:00,000 --> 00:01:02,000\nlater\n\n'
  t.match(read(`${later}${cue('Hi')}`), /Hi[\s\S]*later/)
})

t.test('an arrow within a text is text', async (t) => {
  t.match(read(cue('at 10:30 -> home')), '\nat 10:30 -> home\n')
  t.match(read(cue('10:30:15 is over -> 11:00')), '\n10:30:15 is over -> 11:00\n')
  t.match(read(cue('10:00, 12:30 - 14:00')), '\n10:00, 12:30 - 14:00\n', 'nor is a dash an arrow')
  t.match(read(cue('a --> b')), '\na --&gt; b\n')
  const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\nfrom --> to\n'
  t.match(read(vtt), '\nfrom --&gt; to\n')
})

t.test('a missing blank line is put in', async (t) => {
  const srt = '1\n00:00:01,000 --> 00:00:02,000\nOne\n2\n00:00:03,000 --> 00:00:04,000\nTwo\n'
  t.equal(
    read(srt),
    'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nOne\n\n00:00:03.000 --> 00:00:04.000\nTwo\n',
  )
  const vtt = 'WEBVTT\n\n1\n00:01.000 --> 00:02.000\nOne\n2\n00:03.000 --> 00:04.000\nTwo\n'
  t.equal(
    read(vtt),
    'WEBVTT\n\n1\n00:01.000 --> 00:02.000\nOne\n\n2\n00:03.000 --> 00:04.000\nTwo\n',
  )
})

t.test('a time right below the first line is no part of the head', async (t) => {
  const cue = '00:00:01.000 --> 00:00:02.000\nHello'
  t.match(read(`WEBVTT\n${cue}\n`), `WEBVTT\n\n${cue}`)
  t.match(read(`WEBVTT - a --> b\nKind: captions\n${cue}\n`), `Kind: captions\n\n${cue}`)
  t.throws(() => read('WEBVTT\n00:00:02.000 --> 00:00:01.000\nNever\n'), CaptionsRefused)
})

t.test('marks of direction around numbers and times are no text', async (t) => {
  const text = '\u200f1\n\u202b00:00:01,000 --> 00:00:02,000\u202c\n\u202bשלום\u202c\n'
  t.match(read(text), '00:00:01.000 --> 00:00:02.000\n\u202bשלום\u202c')
})

t.test('numbers that are said are not taken for those of captions', async (t) => {
  const bare = '00:00:01,000 --> 00:00:02,000\n41\n\n00:00:03,000 --> 00:00:04,000\n42\n'
  t.match(read(bare), /\n41\n\n/)
  t.match(read(`${cue('41')}\n${cue('42').replace('1\n', '2\n')}`), /\n41\n\n.+\n42\n$/s)
})

t.test('ASS and SSA are read: times, places, italics, line breaks; no drawings', async (t) => {
  const ass = [
    ...['; by hand', '[Script Info]', 'Title: x', '', '[V4+ Styles]'],
    'Format: Name, Fontname, Alignment',
    ...['Style: Default,Arial,2', 'Style: Top,Arial,8', '', '[Events]'],
    'Format: Layer, Start, End, Style, Text',
    'Dialogue: 0,0:00:03.00,0:00:04.50,Top,Second, with a comma',
    'Dialogue: 0,0:00:01.00,0:00:02.50,Default,{\\i1}First{\\i0}\\Nline & {\\c&H00&}more',
    'Dialogue: 0,0:00:05.00,0:00:06.00,Default,{\\p1}m 0 0 l 10 10{\\p0}',
    'Dialogue: 0,0:00:07.00,0:00:08.00,Default,{\\an9\\b1}Right',
    'Comment: 0,0:00:07.00,0:00:08.00,Default,not said',
  ].join('\r\n')
  t.equal(
    read(ass),
    [
      ...['WEBVTT', '', '00:00:01.000 --> 00:00:02.500', '<i>First</i>', 'line &amp; more', ''],
      ...['00:00:03.000 --> 00:00:04.500 line:0', 'Second, with a comma', ''],
      ...['00:00:07.000 --> 00:00:08.000 line:0 position:100% align:end', '<b>Right</b>', ''],
    ].join('\n'),
  )
  const bad = ass.replace('0:00:03.00', 'soon')
  t.throws(() => read(bad), { message: /^Line 12: its time cannot be read/ })
})

const refused: [name: string, bytes: Uint8Array, why: RegExp][] = [
  ['nothing', Buffer.alloc(0), /no caption/],
  ['a heading alone', Buffer.from('WEBVTT\n'), /no caption/],
  ['prose', Buffer.from('It was a dark night.'), /no caption/],
  ['a time that is none', Buffer.from('WEBVTT\n\n00:01.000 --> soon\nHi\n'), /^Line 3: its time/],
  [
    'one bad time among good ones',
    Buffer.from(`${cue('Hi')}\n2\n00:00:03,000 -->\nHo\n`),
    /^Line 6: its time/,
  ],
  [
    'an end before the beginning',
    Buffer.from('WEBVTT\n\n00:02.000 --> 00:01.000\nHi\n'),
    /^Line 3: the caption ends before it begins/,
  ],
  [
    'an end at the beginning',
    Buffer.from(`${cue('Hi')}\n2\n00:00:05,000 --> 00:00:05,000\nHo\n`),
    /^Line 6: the caption ends when it begins/,
  ],
  ['text above the first caption', Buffer.from(`A film\n\n${cue('Hi')}`), /^Line 3: .*no caption/],
  [
    'one end before its beginning among good ones',
    Buffer.from(`${cue('Hi')}\n2\n00:00:05,000 --> 00:00:04,000\nHo\n`),
    /^Line 6: the caption ends before it begins/,
  ],
  ...[
    '00:00:05,000 -> 00:00:06,000',
    '00:00:05,000 –> 00:00:06,000',
    '00: 00: 05,000 --> 00: 00: 06,000',
    '00：00：05，000 --> 00：00：06，000',
    '-00:00:05,000 --> 00:00:06,000',
  ].map((time): [string, Uint8Array, RegExp] => [
    `the spoilt time ${time}`,
    Buffer.from(`${cue('Hi')}\n2\n${time}\nHo\n`),
    /^Line 6: its time/,
  ]),
  ['Latin-1', Buffer.from(cue('Größe'), 'latin1'), /not stored as UTF-8/],
]
for (const [name, bytes, why] of refused) {
  t.test(`${name} is refused with a reason`, async (t) => {
    t.throws(() => readCaptions(bytes), { constructor: CaptionsRefused, message: why })
  })
}

const timed = '00:00:01,000 --> 00:00:02,000\n'
const cpuMs = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e3
}
/** What as many bytes of honest captions cost, here and now. */
const honestMs = (() => {
  const text = Buffer.from(timed.concat('x\n\n').repeat(50_000))
  return Math.max(...[1, 2, 3].map(() => cpuMs(() => readCaptions(text))))
})()
const spoken = (...said: string[]) =>
  `[Script Info]\n[Events]\nFormat: Start, End, Text\n${said.map((text) => `Dialogue: 0:00:01.00,0:00:02.00,${text}\n`).join('')}`
const worst: Record<string, string> = {
  'a cue of open braces': `1\n${timed}${'{\\an'.repeat(300_000)}`,
  'lines of open braces': `1\n${timed}${`${'{\\an'.repeat(100)}\n`.repeat(4_000)}`,
  'tags that do not end': `1\n${timed}${`${'<font '.repeat(100)}\n`.repeat(3_000)}`,
  ampersands: `1\n${timed}${`${'&#'.repeat(500)}\n`.repeat(2_000)}`,
  'spoilt times': `1\n${timed}${`1:1:1${' '.repeat(20)}${'-'.repeat(900)}\n`.repeat(3_000)}`,
  arrows: `WEBVTT\n\n${'00:01.000 -->'.repeat(50)}\n`.repeat(3_000),
  'one note without an end': `WEBVTT\n\nNOTE\n${'x\n'.repeat(1_000_000)}`,
  'names without times': `WEBVTT\n\n${'x\n\n'.repeat(700_000)}`,
  numbers: `1\n${timed}${'1\n'.repeat(1_000_000)}`,
  'commands of ASS in one line': spoken(`{${'\\an1'.repeat(400_000)}`),
  'commands of ASS': spoken(...Array<string>(400).fill(`{${'\\an1'.repeat(1_000)}`)),
  'braces of ASS': spoken('{\\i1}'.repeat(300_000)),
  'more captions than there are': timed.concat('x\n\n').repeat(50_001),
}
for (const [name, text] of Object.entries(worst)) {
  t.test(`the worst of its kind is over in a moment: ${name}`, async (t) => {
    const ms = cpuMs(() => {
      t.throws(() => readCaptions(Buffer.from(text)), CaptionsRefused)
    })
    t.ok(ms < 6 * honestMs, `${ms} ms, and ${honestMs} for honest ones`)
  })
}

t.test('fifty thousand captions are read', async (t) => {
  const text = read(timed.concat('x\n\n').repeat(50_000))
  t.equal(text.split('-->').length, 50_001)
})
