import t from 'tap'
import { embedSitePattern } from '../../contract/film-code.ts'
import { frameAncestors, isListed } from '../../server/embed/allowed-sites.ts'

t.test('a site is listed by its origin, or as a subdomain', async (t) => {
  const sites = ['https://blog.example', 'https://*.films.example', 'http://localhost:8080']
  for (const origin of [
    'https://blog.example',
    'https://a.films.example',
    'http://localhost:8080',
  ]) {
    t.ok(isListed(sites, origin), origin)
  }
  for (const origin of [
    'http://blog.example',
    'https://blog.example:8443',
    'https://www.blog.example',
    'https://films.example',
    'https://notfilms.example',
    'http://a.films.example',
    'https://a.films.example.evil.example',
    'null',
    '',
  ]) {
    t.notOk(isListed(sites, origin), origin)
  }
})

t.test('that every site may show the frame hands nobody a right to play', async (t) => {
  t.notOk(isListed(['*'], 'https://evil.example'))
  t.equal(frameAncestors(['*']), "frame-ancestors 'self' *")
  t.equal(frameAncestors([]), "frame-ancestors 'self'")
})

t.test('what would say something else in the policy is no site', async (t) => {
  const isSite = new RegExp(embedSitePattern)
  for (const site of ['*', 'https://a.example', 'https://*.a.example:8443']) t.match(site, isSite)
  for (const site of [
    'https://a.example/',
    "https://a.example; script-src 'unsafe-inline'",
    'https://a.example b.example',
    'a.example',
    'https://*',
    'https://a.*.example',
    'data:',
    "'self'",
  ]) {
    t.notMatch(site, isSite, site)
  }
})
