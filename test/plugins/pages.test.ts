import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import Fastify from 'fastify'
import t, { type Test } from 'tap'
import { lookedFor, type PageAnswer, pages } from '../../server/plugins/pages.ts'
import { notFound, problemJson, refuseAddress } from '../../server/plugins/problem-json.ts'
import { validation } from '../../server/plugins/validation.ts'
import { scratch } from '../fixtures/scratch.ts'

const template = `<!doctype html>
<meta name="description" content="Films" />
<title>Start</title>
<script src="/theme.js"></script>
<script src="/other.js"></script>
<script src="/gone.js"></script>`

const headOf = (path: string) => ({
  title: `At ${path}`,
  description: 'What is there',
  canonical: `https://films.example${path}`,
  listed: true,
})

/** Every path is a page but `/gone`. */
const pageAt = async (path: string): Promise<PageAnswer> => ({
  status: path === '/gone' ? 404 : 200,
  head: headOf(path),
})

async function serving(t: Test) {
  const pagesDirectory = await scratch(t)
  await mkdir(join(pagesDirectory, 'assets'))
  await writeFile(join(pagesDirectory, 'index.html'), template)
  await writeFile(join(pagesDirectory, 'theme.js'), 'theme()')
  await writeFile(join(pagesDirectory, 'other.js'), "other('$&')")
  await writeFile(join(pagesDirectory, 'assets', 'site-abc.js'), 'site()')
  await writeFile(join(pagesDirectory, 'assets', 'site-abc.js.br'), brotliCompressSync('site()'))
  const app = Fastify({ rewriteUrl: lookedFor, frameworkErrors: refuseAddress })
  await app.register(problemJson)
  await app.register(notFound)
  await app.register(validation)
  await app.register(pages, { pagesDirectory, pageAt })
  app.get('/api/known', async () => ({ known: true }))
  t.teardown(() => app.close())
  const get = (url: string, accept = 'text/html,*/*;q=0.8', encoding = 'identity') =>
    app.inject({ method: 'GET', url, headers: { accept, 'accept-encoding': encoding } })
  return { app, get, pagesDirectory }
}

t.test('each page has its own head, and is asked for anew each time', async (t) => {
  const { get } = await serving(t)
  for (const path of ['/', '/watch/a-film', '/account/welcome']) {
    const answer = await get(`${path}?session_id=cs_1`)
    t.equal(answer.statusCode, 200, path)
    t.match(answer.body, `<title>At ${path}</title>`, path)
    t.notMatch(answer.body, 'Start', path)
    t.match(answer.headers['content-type'], /^text\/html/, path)
    t.equal(answer.headers['cache-control'], 'no-cache', path)
  }
})

t.test('where there is no page the start page says so, with 404', async (t) => {
  const { get } = await serving(t)
  const answer = await get('/gone')
  t.equal(answer.statusCode, 404)
  t.match(answer.headers['content-type'], /^text\/html/)
})

t.test('an address that cannot be read is a page to a browser alone', async (t) => {
  const { get } = await serving(t)
  for (const url of ['/watch/%00', '/watch/%E0%A4', '/search?q=%00', '/%']) {
    const answer = await get(url)
    t.match(answer.headers['content-type'], /^text\/html/, url)
    t.match(answer.body, '<title>At /', url)
    const other = await get(url, 'application/json')
    t.match(other.headers['content-type'], /json/, url)
    t.match(String(other.statusCode), /^40[04]$/, url)
  }
  t.equal((await get('/api/%00')).statusCode, 400)
})

t.test('the start page is served with a head only, under no name of its own', async (t) => {
  const { get } = await serving(t)
  t.match((await get('/index.html')).body, 'At /index.html')
})

t.test('files with a hash in their name are kept for good, the others are not', async (t) => {
  const { get } = await serving(t)
  const hashed = await get('/assets/site-abc.js')
  t.equal(hashed.body, 'site()')
  t.equal(hashed.headers['cache-control'], 'public, max-age=31536000, immutable')
  t.match(hashed.headers['content-type'], /javascript/)
  t.equal((await get('/theme.js')).headers['cache-control'], 'no-cache')
})

t.test('what was compressed when it was built is served so to who can read it', async (t) => {
  const { get } = await serving(t)
  const small = await get('/assets/site-abc.js', '*/*', 'gzip, br')
  t.equal(small.headers['content-encoding'], 'br')
  t.match(small.headers['content-type'], /javascript/)
  t.match(small.headers.vary, /accept-encoding/i)
  t.equal(small.headers['cache-control'], 'public, max-age=31536000, immutable')
  t.equal((await get('/assets/site-abc.js')).headers['content-encoding'], undefined)
})

t.test(
  'what runs before anything is painted stands in the page, and the policy names it',
  async (t) => {
    const { app, get } = await serving(t)
    app.addHook('onRequest', async (_request, reply) => {
      reply.header(
        'content-security-policy',
        "default-src 'none'; script-src 'self'; img-src 'self'",
      )
    })
    const { body, headers } = await get('/')
    t.match(body, '<script>theme()</script>')
    t.match(body, "<script>other('$&')</script>")
    t.match(body, '<script src="/gone.js"></script>', 'what is not there stays as it was')
    const hash = (script: string) =>
      `'sha256-${createHash('sha256').update(script).digest('base64')}'`
    t.equal(
      headers['content-security-policy'],
      `default-src 'none'; script-src 'self' ${hash('theme()')} ${hash("other('$&')")}; img-src 'self'`,
    )
  },
)

t.test('parts of a build that was made since the server began are there', async (t) => {
  const { get, pagesDirectory } = await serving(t)
  await writeFile(join(pagesDirectory, 'assets', 'site-new.js'), 'anew()')
  const answer = await get('/assets/site-new.js')
  t.match(answer, { statusCode: 200, body: 'anew()' })
  t.match(answer.headers, {
    'cache-control': 'public, max-age=31536000, immutable',
    'access-control-allow-origin': '*',
  })
  t.equal((await get('/assets/site-abc.js.br')).statusCode, 404, 'only as an encoding')
  t.equal((await get('/assets/')).statusCode, 404)
})

t.test('nothing but a page gets the start page', async (t) => {
  const { app, get } = await serving(t)
  for (const url of [
    '/api/nothing',
    '/api',
    '/play/token/x',
    '/webhooks/other',
    '/assets/old.js',
  ]) {
    const answer = await get(url)
    t.equal(answer.statusCode, 404, url)
    t.equal(answer.json().code, 'NOT_FOUND', url)
  }
  t.equal((await get('/picture.png', 'image/*')).statusCode, 404)
  t.equal((await app.inject({ method: 'POST', url: '/watch/x' })).statusCode, 404)
  t.same((await get('/api/known')).json(), { known: true })
})

t.test('who takes anything, as link previews do, gets each page that there is', async (t) => {
  const { app, get } = await serving(t)
  const [bare, any] = [
    await app.inject({ url: '/watch/a-film' }),
    await get('/watch/a-film', '*/*'),
  ]
  for (const answer of [bare, any]) {
    t.equal(answer.statusCode, 200)
    t.match(answer.body, '<title>At /watch/a-film</title>')
    t.equal(answer.headers.vary, 'accept')
  }
  for (const accept of ['application/json', 'text/html;q=0, */*;q=0']) {
    t.equal((await get('/watch/a-film', accept)).statusCode, 404, accept)
  }
  t.equal((await get('/api/nothing', '*/*')).json().code, 'NOT_FOUND')
  t.equal(
    (await get('/gone', '*/*')).json().code,
    'NOT_FOUND',
    'and where there is none, the problem',
  )
})

t.test('no path leads out of the pages', async (t) => {
  const { get } = await serving(t)
  for (const url of ['/../package.json', '/..%2fpackage.json', '/assets/..%2f..%2fpackage.json']) {
    const answer = await get(url, 'application/json')
    t.equal(answer.statusCode, 404, url)
  }
})

t.test('without built pages the API is served alone', async (t) => {
  const app = Fastify()
  t.teardown(() => app.close())
  await app.register(problemJson)
  await app.register(notFound)
  await app.register(pages, { pagesDirectory: await scratch(t), pageAt })
  const answer = await app.inject({ url: '/', headers: { accept: 'text/html' } })
  t.equal(answer.statusCode, 404)
})

t.test('a start page without a place for its head does not start', async (t) => {
  const pagesDirectory = await scratch(t)
  await writeFile(join(pagesDirectory, 'index.html'), '<!doctype html>start')
  const app = Fastify()
  t.teardown(() => app.close())
  await t.rejects(async () => app.register(pages, { pagesDirectory, pageAt }), /no place/)
})
