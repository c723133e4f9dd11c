import t from 'tap'
import { legalHtml } from '../../server/site/legal-html.ts'
import { renderLegal } from '../../server/site/render-legal.ts'

t.test('a page is made in a thread of its own, and once', async (t) => {
  const text = 'Lorem **ipsum** [x](https://a.example) dolor.\n\n'.repeat(100)
  const first = renderLegal(text)
  t.equal(renderLegal(text), first)
  t.equal(await first, legalHtml(text))
})
