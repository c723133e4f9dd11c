import fc from 'fast-check'
import t from 'tap'
import { readChapters } from '../player/studio/films/chapter-lines.ts'
import { parseEvent } from '../server/billing/inbox/stripe-event.ts'
import { pictureReader } from '../server/clients/pictures.ts'
import { deviceNameOf } from '../server/plugins/device-name.ts'
import { legalHtml } from '../server/site/legal-html.ts'
import { CaptionsRefused } from '../server/transcode/captions/cue.ts'
import { readCaptions } from '../server/transcode/captions/read-captions.ts'
import { kindOf } from '../server/uploads/file-kind.ts'

/** More by `npm run fuzz`. */
const numRuns = Math.ceil(Number(process.env.FUZZ_RUNS ?? 2_000) / 4)

const line = fc.oneof(
  fc.constantFrom(
    ...['WEBVTT', '', 'NOTE', 'STYLE', '[Events]', 'Format: Layer, Start, End, Style, Text', '1'],
    ...['00:00:01.000 --> 00:00:02.000 line:0', '00:00:01,000 --> 00:00:02,000', '-->', '{\\an8}'],
    ...['Dialogue: 0,0:00:01.00,0:00:02.00,Default,Hi', '<b><i><v Ana>', '</c>', '&amp;&#0;'],
  ),
  fc.string({ unit: 'binary', maxLength: 80 }),
)
const text = fc
  .tuple(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\r\n', '\r'))
  .map(([lines, end]) => lines.join(end))
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 2_000 }),
  text.map((value) => Buffer.from(value)),
  text.map((value) => Buffer.from(`\ufeff${value}`, 'utf16le')),
)

t.test('captions come out as WebVTT without markup of a page, or are refused', (t) => {
  fc.assert(
    fc.property(bytes, (given) => {
      try {
        const written = readCaptions(given)
        if (!written.startsWith('WEBVTT')) throw new Error(`no WebVTT: ${written}`)
        if (/<script/i.test(written)) throw new Error(`a script: ${written}`)
      } catch (error) {
        if (!(error instanceof CaptionsRefused)) throw error
      }
    }),
    { numRuns },
  )
  t.pass()
  t.end()
})

t.test('legal pages come out without scripts, handlers or addresses that run', (t) => {
  const html = fc
    .array(
      fc.oneof(
        line,
        fc.constantFrom(
          ...['<script>x</script>', '<img src=x onerror=alert(1)>', '[a](javascript:alert(1))'],
          ...[
            '<a href="java\nscript:x">',
            '<svg/onload=x>',
            '<style>*{}</style>',
            '<iframe src=x>',
          ],
        ),
      ),
      { maxLength: 10 },
    )
    .map((parts) => parts.join('\n'))
  fc.assert(
    fc.property(html, (given) => {
      const safe = legalHtml(given)
      const bad = /<(script|style|iframe|svg|object)|<[^>]* on\w+\s*=|(href|src)="\s*javascript:/i
      if (bad.test(safe)) throw new Error(safe)
    }),
    { numRuns },
  )
  t.pass()
  t.end()
})

t.test('events, chapters, first bytes and names of browsers are read, or are nothing', (t) => {
  fc.assert(
    fc.property(bytes, text, (given, words) => {
      parseEvent(Buffer.from(given))
      parseEvent(Buffer.from(JSON.stringify({ id: words, type: words, data: given })))
      readChapters(words)
      kindOf(given)
      pictureReader(Buffer.from(given))
      deviceNameOf(words)
    }),
    { numRuns },
  )
  t.pass()
  t.end()
})
