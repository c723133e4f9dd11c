import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { contrast, grounds, inkOn, worstContrast } from '../../contract/colours.ts'

t.test('contrast is that of WCAG', async (t) => {
  t.equal(contrast('#000000', '#ffffff'), 21)
  t.equal(contrast('#777777', '#777777'), 1)
  t.equal(contrast('#767676', '#ffffff').toFixed(2), '4.54')
  t.ok(worstContrast('#f0a35e', 'dark') >= 4.5)
  t.ok(worstContrast('#f0a35e', 'light') < 4.5)
  t.ok(worstContrast('#92490c', 'light') >= 4.5)
})

t.test('of black and white one can be read on every colour', async (t) => {
  for (const colour of ['#757575', '#777777', '#ff0000', '#0000ff', '#00ff00', '#f0a35e'])
    t.ok(contrast(inkOn(colour), colour) >= 4.5, colour)
})

t.test('the grounds are those of the style sheet', async (t) => {
  const css = readFileSync(
    join(import.meta.dirname, '..', '..', '..', 'player', 'site', 'styles', 'tokens.css'),
    'utf8',
  )
  const [dark = '', light = ''] = css.split('data-theme="light"')
  for (const [theme, sheet] of [
    ['dark', dark],
    ['light', light],
  ] as const) {
    const named = ['ground', 'surface', 'raised'].map((name) =>
      new RegExp(`--${name}: (#[0-9a-f]+);`)
        .exec(sheet)?.[1]
        ?.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3'),
    )
    t.same(named, grounds[theme])
  }
})
