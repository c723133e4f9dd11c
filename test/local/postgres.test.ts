import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import t from 'tap'
import { startPostgres } from '../../server/local/postgres.ts'
import { scratch } from '../fixtures/scratch.ts'

const quick = ['fsync=off']

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

const without = (url: string) => url.replace(/:[0-9a-f]+@/, '@')
const modeOf = async (path: string) => (await stat(path)).mode & 0o777

t.test('the embedded Postgres wants its password, from this machine too', async (t) => {
  const home = join(await scratch(t), 'postgres')
  const server = await startPostgres(home, quick)
  t.teardown(() => server.close())
  const url = await server.database('films')
  t.ok(await answers(url))
  t.not(without(url), url)
  t.notOk(await answers(without(url)))
  t.notOk(await answers(url.replace(/:[0-9a-f]+@/, ':guessed@')))
  t.equal(await modeOf(join(home, 'password')), 0o600)
  t.equal(await modeOf(home), 0o700)
})

t.test('the password stays the same, and data that trusted everybody gets one', async (t) => {
  const home = join(await scratch(t), 'postgres')
  await mkdir(home, { recursive: true })
  const first = await startPostgres(home, quick)
  const url = await first.database('films')
  const password = await readFile(join(home, 'password'), 'utf8')
  await first.close()
  const second = await startPostgres(home, quick)
  t.equal(new URL(await second.database('films')).password, password)
  await second.close()

  await rm(join(home, 'password'))
  await writeFile(join(home, 'data', 'pg_hba.conf'), 'host all all 127.0.0.1/32 trust\n')
  const third = await startPostgres(home, quick)
  t.teardown(() => third.close())
  const now = await third.database('films')
  t.not(new URL(now).password, password)
  t.ok(await answers(now))
  const port = new URL(now).port
  t.notOk(await answers(without(url).replace(/:\d+\//, `:${port}/`)))
})
