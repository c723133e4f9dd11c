import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { build } from '../fixtures/app.ts'
import { scratch } from '../fixtures/scratch.ts'
import { signedUp } from '../fixtures/visitor.ts'

async function picture(t: Test, size: string, name: string): Promise<Buffer> {
  const path = join(await scratch(t), name)
  const input = ['-y', '-loglevel', 'error', '-f', 'lavfi', '-i', `color=red:size=${size}`]
  execFileSync('ffmpeg', [...input, '-frames:v', '1', '-metadata', 'comment=secret', path])
  return readFile(path)
}

async function house(t: Test) {
  const { app, services } = await build(t)
  const operator = await signedUp(app, 'operator@films.example')
  await services.database.user.updateMany({ data: { role: 'admin' } })
  const cookie = [...operator.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = { cookie, origin: services.config.PUBLIC_URL }
  const url = '/api/studio/settings/logo'
  const send = (payload: Buffer | string, type = 'image/png') =>
    app.inject({ method: 'PUT', url, headers: { ...headers, 'content-type': type }, payload })
  const remove = () => app.inject({ method: 'DELETE', url, headers })
  return { app, services, send, remove }
}

t.test('a picture is made anew, and stands in the pages and the tab', async (t) => {
  const { app, send, remove } = await house(t)
  t.equal((await app.inject('/api/site/logo')).statusCode, 404)
  for (const name of ['logo.png', 'logo.jpg']) {
    const given = await picture(t, '900x300', name)
    const saved = await send(given)
    t.equal(saved.statusCode, 200, name)
    const { logoUrl } = saved.json()
    t.match(logoUrl, /^\/api\/site\/logo\?v=\d+$/)
    const shown = await app.inject(logoUrl)
    t.match(shown.headers, { 'content-type': 'image/png', 'cache-control': /immutable/ })
    t.notMatch(shown.rawPayload.toString('latin1'), /secret/, 'nothing but the picture is left')
    t.same(
      [16, 20].map((at) => shown.rawPayload.readUInt32BE(at)),
      [384, 128],
    )
    const icon = (await app.inject('/api/site/icon')).rawPayload
    t.same(
      [16, 20].map((at) => icon.readUInt32BE(at)),
      [512, 512],
    )
  }
  const accept = { accept: 'text/html' }
  t.match(
    (await app.inject({ url: '/', headers: accept })).body,
    /rel="icon" href="\/api\/site\/icon\?v=2"/,
  )
  t.equal((await remove()).json().logoUrl, null)
  t.equal((await app.inject('/api/site/logo')).statusCode, 404)
})

t.test('what is no picture, holds scripts or is too large is refused by what to do', async (t) => {
  const { app, send, services } = await house(t)
  const svg =
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>x()</script></svg>'
  const png = await picture(t, '64x64', 'small.png')
  const cases: [Buffer | string, number, RegExp][] = [
    [svg, 400, /SVG.*PNG/],
    ['GIF89a', 400, /no picture/],
    ['', 400, /no picture/],
    [png.subarray(0, 60), 400, /no picture/],
    [Buffer.concat([png.subarray(0, 8), Buffer.alloc(500, 7)]), 400, /no picture/],
    [Buffer.concat([png, Buffer.alloc(2 * 1024 * 1024)]), 413, /2 MB/],
  ]
  for (const [payload, status, says] of cases) {
    const answer = await send(payload, 'image/svg+xml')
    t.equal(answer.statusCode, status)
    t.match(answer.json().detail, says)
  }
  t.equal(await services.database.siteLogo.count(), 0)
  const member = await signedUp(app, 'member@films.example')
  t.equal((await member.request('DELETE', '/api/studio/settings/logo')).statusCode, 403)
})
