import t from 'tap'
import { mayChange, type RequestSource } from '../../server/plugins/origin-check.ts'

const ours = ['https://films.example', 'http://127.0.0.1:3000']

const table: [what: string, source: Partial<RequestSource>, allowed: boolean][] = [
  ['our own origin', { origin: 'https://films.example' }, true],
  ['our own origin under its other name', { origin: 'http://127.0.0.1:3000' }, true],
  ['another site', { origin: 'https://evil.example' }, false],
  ['a subdomain of ours', { origin: 'https://evil.films.example' }, false],
  ['our name by another scheme', { origin: 'http://films.example' }, false],
  ['our name at another port', { origin: 'https://films.example:8443' }, false],
  ['a name that begins like ours', { origin: 'https://films.example.evil.example' }, false],
  ['an opaque origin', { origin: 'null' }, false],
  ['an empty origin', { origin: '' }, false],
  [
    'another site, whatever else it claims',
    { origin: 'https://evil.example', secFetchSite: 'none' },
    false,
  ],
  ['no origin, but the browser says same-origin', { secFetchSite: 'same-origin' }, true],
  ['no origin, but the browser says the viewer did it', { secFetchSite: 'none' }, true],
  ['no origin, and the browser says same-site', { secFetchSite: 'same-site' }, false],
  ['no origin, and the browser says cross-site', { secFetchSite: 'cross-site' }, false],
  ['neither header, with a cookie', {}, false],
  ['neither header, without a cookie', { hasCookie: false }, true],
]

const source = (partial: Partial<RequestSource>, method: string): RequestSource => ({
  method,
  origin: undefined,
  secFetchSite: undefined,
  hasCookie: true,
  ...partial,
})

for (const [what, partial, allowed] of table) {
  t.test(`${what}: ${allowed ? 'may' : 'may not'} change anything`, async (t) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND']) {
      t.equal(mayChange(source(partial, method), ours), allowed, method)
    }
  })

  t.test(`${what}: may read`, async (t) => {
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      t.equal(mayChange(source(partial, method), ours), true, method)
    }
  })
}
