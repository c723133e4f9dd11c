import { createHash } from 'node:crypto'
import t from 'tap'
import { build } from '../fixtures/app.ts'

t.test(
  'the page for a browser without a network speaks its language, and asks again by itself',
  async (t) => {
    const { app } = await build(t)
    for (const [language, title] of [
      ['en', 'You are offline'],
      ['de-AT', 'Sie sind offline'],
      ['ja', 'You are offline'],
    ] as const) {
      const headers = { 'accept-language': language, accept: '*/*' }
      const answer = await app.inject({ url: '/offline', headers })
      t.equal(answer.statusCode, 200, language)
      t.match(answer.body, `<h1>${title}</h1>`)
      t.match(answer.body, `<html lang="${language.slice(0, 2) === 'de' ? 'de' : 'en'}">`)
      const [, script = ''] = /<script>(.*)<\/script>/.exec(answer.body) ?? []
      t.match(script, 'location.reload()')
      const hash = createHash('sha256').update(script).digest('base64')
      t.match(answer.headers['content-security-policy'], `script-src 'self' 'sha256-${hash}'`)
      t.match(answer.body, /^<a href="">/m, 'alone, which makes it high enough to press')
      t.match(answer.headers['content-security-policy'], /style-src 'self' 'sha256-/)
    }
  },
)
