import t from 'tap'
import { html } from '../../src/hosted/html.ts'

t.test('what is put in is text, unless it is markup itself', async (t) => {
  const inner = html`<b>${'<i>'}</b>`
  t.equal(
    html`${inner}${['"', "'"]}${0}${null}${undefined}${false}`.text,
    '<b>&lt;i&gt;</b>&quot;&#39;0',
  )
})
