import t from 'tap'
import { legalHtml } from '../../server/site/legal-html.ts'

t.test('Markdown and harmless HTML are shown', async (t) => {
  t.equal(legalHtml('**a** <u>b</u>').trim(), '<p><strong>a</strong> <u>b</u></p>')
  t.match(
    legalHtml('https://films.example'),
    '<a href="https://films.example" rel="noopener nofollow">',
  )
  t.match(legalHtml('| a |\n|---|\n| b |'), '<td>b</td>')
})

t.test('nothing runs, loads, covers or asks', async (t) => {
  const hostile = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '<a href="javascript:alert(1)">x</a>',
    '[x](javascript:alert(1))',
    '<a href="//evil.example">x</a>',
    '<p style="position:fixed" onclick="x()" class="a" id="b">x</p>',
    '<style>*{display:none}</style>',
    '<iframe src="https://evil.example"></iframe>',
    '<form action="/x"><input name=password></form>',
    '<math><mtext></p><img src=x onerror=alert(1)></math>',
    '<base href="https://evil.example">',
    '<meta http-equiv=refresh content=0>',
  ]
  for (const text of hostile) {
    const html = legalHtml(text)
    t.notMatch(
      html,
      /<(script|img|svg|style|iframe|form|input|math|base|meta)|javascript:"|onerror=|onclick=|style=|class=|href="(\/\/|javascript)/i,
      text,
    )
  }
})

t.test('the worst text of the longest kind is made in a moment', async (t) => {
  const longest = 60_000
  for (const piece of [
    '[',
    '*a_',
    '<',
    '>',
    '`',
    '![',
    '<a href="',
    '- ',
    '| ',
    '&',
    'a@',
    '\\',
    '<div>',
  ]) {
    const began = performance.now()
    legalHtml(piece.repeat(Math.floor(longest / piece.length)))
    t.ok(
      performance.now() - began < 10_000,
      `${piece}: ${Math.round(performance.now() - began)} ms`,
    )
  }
})
