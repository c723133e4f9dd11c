import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Fastify from 'fastify'
import t, { type Test } from 'tap'
import { pages } from '../../server/plugins/pages.ts'
import { problemJson } from '../../server/plugins/problem-json.ts'
import { scratch } from '../fixtures/scratch.ts'

async function serving(t: Test) {
  const pagesDirectory = await scratch(t)
  await mkdir(join(pagesDirectory, 'assets'))
  await writeFile(join(pagesDirectory, 'index.html'), '<!doctype html>start')
  await writeFile(join(pagesDirectory, 'theme.js'), 'theme()')
  await writeFile(join(pagesDirectory, 'assets', 'site-abc.js'), 'site()')
  const app = Fastify()
  await app.register(problemJson)
  await app.register(pages, { pagesDirectory })
  app.get('/api/known', async () => ({ known: true }))
  t.teardown(() => app.close())
  const get = (url: string, accept = 'text/html,*/*;q=0.8') =>
    app.inject({ method: 'GET', url, headers: { accept } })
  return { app, get }
}

t.test('the start page answers for every page path, and is asked for anew each time', async (t) => {
  const { get } = await serving(t)
  for (const url of ['/', '/watch/a-film', '/account/welcome?session_id=cs_1', '/no/such/page']) {
    const answer = await get(url)
    t.equal(answer.statusCode, 200, url)
    t.equal(answer.body, '<!doctype html>start', url)
    t.match(answer.headers['content-type'], /^text\/html/, url)
    t.equal(answer.headers['cache-control'], 'no-cache', url)
  }
})

t.test('files with a hash in their name are kept for good, the others are not', async (t) => {
  const { get } = await serving(t)
  const hashed = await get('/assets/site-abc.js')
  t.equal(hashed.body, 'site()')
  t.equal(hashed.headers['cache-control'], 'public, max-age=31536000, immutable')
  t.match(hashed.headers['content-type'], /javascript/)
  t.equal((await get('/theme.js')).headers['cache-control'], 'no-cache')
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
  t.equal(
    (await app.inject({ method: 'GET', url: '/watch/x' })).statusCode,
    404,
    'no accept header',
  )
  t.equal((await app.inject({ method: 'POST', url: '/watch/x' })).statusCode, 404)
  t.same((await get('/api/known')).json(), { known: true })
})

t.test('no path leads out of the pages', async (t) => {
  const { get } = await serving(t)
  for (const url of ['/../package.json', '/..%2fpackage.json', '/assets/..%2f..%2fpackage.json']) {
    const answer = await get(url, '*/*')
    t.equal(answer.statusCode, 404, url)
  }
})

t.test('without built pages the API is served alone', async (t) => {
  const app = Fastify()
  t.teardown(() => app.close())
  await app.register(problemJson)
  await app.register(pages, { pagesDirectory: await scratch(t) })
  const answer = await app.inject({ url: '/', headers: { accept: 'text/html' } })
  t.equal(answer.statusCode, 404)
})
