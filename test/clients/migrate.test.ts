import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import t, { type Test } from 'tap'
import { type MigrateOptions, migrate } from '../../server/clients/migrate.ts'
import { ownPrismaDirectory } from '../../server/clients/migrations.ts'
import { emptyDatabase } from '../fixtures/database.ts'
import { scratch } from '../fixtures/scratch.ts'
import { until } from '../fixtures/until.ts'

async function connect(t: Test, url: string) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  t.teardown(() => client.end())
  return async (sql: string, values: unknown[] = []) => (await client.query(sql, values)).rows
}

/** An empty database, and migrations that are written one by one. */
async function small(t: Test) {
  const url = await emptyDatabase(t)
  const directory = await scratch(t)
  await mkdir(join(directory, 'migrations'))
  const add = async (name: string, sql: string) => {
    await mkdir(join(directory, 'migrations', name))
    await writeFile(join(directory, 'migrations', name, 'migration.sql'), sql)
  }
  await add('1_people', 'create table "Person" (id int primary key, age int);')
  const run = (options: MigrateOptions = { lockTimeoutMs: 100, tries: 1 }) =>
    migrate(url, directory, options)
  return { url, add, run, query: await connect(t, url) }
}

const recorded = `select migration_name as name, finished_at is not null as done,
  applied_steps_count as steps from _prisma_migrations where rolled_back_at is null order by 1`

t.test('what is missing is applied once and recorded, by however many at once', async (t) => {
  const { add, run, query } = await small(t)
  await add('2_names', 'alter table "Person" add name text; create index on "Person" (name);')
  const both = await Promise.all([run(), run()])
  t.same(both.flat().sort(), ['1_people', '2_names'])
  t.same(await query(recorded), [
    { name: '1_people', done: true, steps: 1 },
    { name: '2_names', done: true, steps: 1 },
  ])
  t.same(await run(), [])
})

t.test('tables that a backup has filled are counted, once', async (t) => {
  const { run, query } = await small(t)
  await run()
  await query('create table "Few" as select 1 as n')
  await query('alter table "Person" set (autovacuum_enabled = off)')
  await query('insert into "Person" select n, n % 80 from generate_series(1, 40000) n')
  const counted = async () => {
    const state = `select relname as name, reltuples::int as rows from pg_class
      where relname in ('Person', 'Few') order by relname`
    return (await query(state)).map(({ name, rows }) => [name, rows])
  }
  t.same(await counted(), [
    ['Few', -1],
    ['Person', -1],
  ])
  t.same(await run(), [])
  t.same(await counted(), [
    ['Few', -1],
    ['Person', 40_000],
  ])
  await query('delete from "Person" where id > 20000')
  await run()
  t.match(await counted(), [[], ['Person', 40_000]])
})

t.test(
  'one that fails leaves nothing of itself, says which row stops it, and goes on',
  async (t) => {
    const { add, run, query } = await small(t)
    await run()
    await query('insert into "Person" values (1, 30), (2, -4)')
    await add(
      '2_ages',
      `alter table "Person" add email text;
     alter table "Person" add constraint "Person_age" check ("age" >= (0 + 0));`,
    )
    await t.rejects(run(), {
      message:
        /^2_ages failed: .*"Person_age".* The row that stops it: Person \{"id":2,"age":-4\}\. Nothing of it was kept\./,
    })
    t.same(await query(recorded), [{ name: '1_people', done: true, steps: 1 }])
    await query('update "Person" set age = 4 where id = 2')
    t.same(await run(), ['2_ages'])
  },
)

t.test('keys that collide and columns that are empty are named too', async (t) => {
  const { add, run, query } = await small(t)
  await run()
  await query('insert into "Person" values (1, 30), (2, 30), (3, null)')
  await add('2_one_age_each', 'create unique index on "Person" (age);')
  await t.rejects(run(), { message: /Key \(age\)=\(30\) is duplicated/ })
  await query('delete from "Person" where id = 2')
  await add('3_age_known', 'alter table "Person" alter age set not null;')
  await t.rejects(run(), { message: /3_age_known.*Person \{"id":3,"age":null\}/ })
})

t.test('a table that others use is waited for, but not for ever', async (t) => {
  const { url, add, run, query } = await small(t)
  await run()
  await add('2_names', 'alter table "Person" add name text;')
  const other = await connect(t, url)
  await other('begin; lock table "Person" in access share mode')
  await t.rejects(run(), { message: /2_names needs a table that other connections keep busy/ })
  t.equal((await query(recorded)).length, 1)
  const waits: number[] = []
  const pause = async (ms: number) => {
    waits.push(ms)
    if (waits.length === 2) await other('commit')
  }
  t.same(await run({ lockTimeoutMs: 50, tries: 5, pause }), ['2_names'])
  t.equal(waits.length, 2)
})

t.test('a run that was killed on an older version is gone on with', async (t) => {
  const { add, run, query } = await small(t)
  await run()
  const unfinished = `insert into _prisma_migrations (id, checksum, migration_name)
    values (gen_random_uuid(), 'x', $1)`
  await add('2_names', 'alter table "Person" add name text;')
  await query(unfinished, ['2_names'])
  t.same(await run(), ['2_names'], 'it had not begun')
  await add('3_mails', 'alter table "Person" add mail text;')
  await query(unfinished, ['3_mails'])
  await query('alter table "Person" add mail text')
  t.same(await run(), ['3_mails'], 'it had been done, and only the record was missing')
  t.same(
    (await query(recorded)).map(({ name, done }) => [name, done]),
    [
      ['1_people', true],
      ['2_names', true],
      ['3_mails', true],
    ],
  )
})

/** The command, with DATABASE_URL as the only setting. */
function command(url: string) {
  const cli = join(import.meta.dirname, '..', '..', 'server/cli/matinee.js')
  const { PATH } = process.env
  return spawn(process.execPath, [cli, 'migrate'], { env: { PATH, DATABASE_URL: url } })
}

t.test('killed while it waits for a lock, the command goes on the next time', async (t) => {
  const url = await emptyDatabase(t)
  const older = await scratch(t)
  const from = '20261128202403'
  await cp(ownPrismaDirectory, older, {
    recursive: true,
    filter: (path) => (/\/(\d{14})_[^/]+/.exec(path)?.[1] ?? '') < from,
  })
  await migrate(url, older)
  const query = await connect(t, url)
  const other = await connect(t, url)
  await other('begin; lock table "Grant" in access share mode')
  const killed = command(url)
  const waiting = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
  await until('it waits for the table', async () => (await query(waiting)).length > 0, {
    seconds: 30,
  })
  killed.kill('SIGKILL')
  await once(killed, 'exit')
  await other('commit')
  const again = command(url)
  const [said, complaint, [code]] = await Promise.all([
    text(again.stdout),
    text(again.stderr),
    once(again, 'exit'),
  ])
  t.equal(complaint, '')
  t.equal(code, 0)
  t.match(said, new RegExp(`^Applied ${from}_`))
  t.equal((await query(recorded)).filter(({ done }) => !done).length, 0)
})
