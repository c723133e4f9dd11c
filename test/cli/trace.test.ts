import t from 'tap'
import { runTraceCommand } from '../../server/cli/trace.ts'
import { type Batch, batchOf, watching } from '../fixtures/watching.ts'

t.test('a leaked URL names viewer, film and device', async (t) => {
  const { app, services, ana, token, id } = await watching(t)
  const { urls } = (await batchOf(app, token, '720p', 'from=0')).json<Batch>()
  const trace = async (url: string) => {
    const lines: string[] = []
    await runTraceCommand({ ...services, say: (line) => lines.push(line) }, [url])
    return lines.join('\n')
  }
  const said = await trace(urls[0] ?? '')
  t.match(said, 'video    A film')
  t.match(said, `viewer   ${ana.email}`)
  t.match(said, /device {3}\S+ \([0-9a-f]{32}\)/)
  t.match(said, `playback ${id}`)
  t.match(said, 'The signature is ours')
  t.match(await trace((urls[0] ?? '').replace('720p', '1080p')), 'proves nothing')
  await app.inject({ method: 'DELETE', url: `/play/${token}` })
  t.match(await trace(urls[0] ?? ''), 'ended: stopped')
})

t.test('what is no URL of ours is said to be none', async (t) => {
  const { services } = await watching(t)
  const run = (...args: string[]) => runTraceCommand({ ...services, say: () => undefined }, args)
  await t.rejects(run(), /Give the URL/)
  await t.rejects(run('nonsense'), /Give the URL/)
  await t.rejects(run('https://films.example/a.m4s', 'https://films.example/b.m4s'), /Give the URL/)
  await t.rejects(run('https://films.example/a.m4s'), /names no playback/)
  const unknown = '01890000-0000-7000-8000-000000000000'
  await t.rejects(run(`https://films.example/a?x-matinee-session=${unknown}`), /names no playback/)
})
