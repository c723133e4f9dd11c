import t from 'tap'
import type { AuditAction } from '../../contract/audit-actions.ts'
import { audit } from '../../server/audit/audit.ts'
import { build } from '../fixtures/app.ts'
import { password, signedUp, visitor } from '../fixtures/visitor.ts'

const { app, services } = await build(t)
const operator = await signedUp(app, 'op@films.example')
await services.database.user.updateMany({ data: { role: 'admin' } })
const member = await signedUp(app, 'ana@films.example')

interface Page {
  entries: { action: string; subject: string; actor: string | null }[]
  nextCursor: string | null
}
const read = async (query = '') => (await operator.get(`/api/studio/audit${query}`)).json() as Page

t.test('sign-ins, sign-outs and resets are in it, with who did them', async (t) => {
  await visitor(app).post('/api/auth/sign-in', { email: member.email, password })
  await member.post('/api/auth/sign-out')
  const { entries } = await read(`?subject=user:${member.userId}`)
  t.same(
    entries.map(({ action, actor }) => [action, actor]),
    [
      ['user.signed-out', member.email],
      ['user.signed-in', member.email],
      ['user.signed-in', member.email],
    ],
  )
})

t.test('it is read a page at a time, newest first, each entry once', async (t) => {
  for (let i = 0; i < 7; i++) {
    const action = `test.${i}` as AuditAction
    await audit(services.database, { actorId: null, action, subject: 'test:paging' })
  }
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const more: string = cursor === null ? '' : `&cursor=${cursor}`
    const page: Page = await read(`?subject=test:paging&limit=3${more}`)
    seen.push(...page.entries.map(({ action }) => action))
    cursor = page.nextCursor
  } while (cursor !== null)
  t.same(
    seen,
    [6, 5, 4, 3, 2, 1, 0].map((i) => `test.${i}`),
  )
})

t.test('all of it can be taken away as a file that no spreadsheet runs', async (t) => {
  const action = '=cmd()' as AuditAction
  const about = { actorId: null, action, subject: 'test:"quoted", and more' }
  await audit(services.database, about)
  const csv = await operator.get('/api/studio/audit/export')
  t.match(csv.headers['content-disposition'], 'audit-log.csv')
  const [heading, first] = csv.body.split('\r\n')
  t.equal(heading, 'at,actor,action,subject,details')
  t.match(first, `'=cmd(),"test:""quoted"", and more",{}`)
  const lines = (await operator.get('/api/studio/audit/export?format=json')).body.trim().split('\n')
  t.equal(lines.length, await services.database.auditEntry.count())
  t.match(JSON.parse(lines[0] ?? ''), { action: '=cmd()' })
})

t.test('operators alone read it, and nobody writes or deletes', async (t) => {
  const other = await signedUp(app, 'ben@films.example')
  for (const path of ['/api/studio/audit', '/api/studio/audit/export']) {
    t.equal((await other.get(path)).statusCode, 403)
    t.equal((await visitor(app).get(path)).statusCode, 401)
    t.equal((await operator.request('DELETE', path)).statusCode, 404)
  }
})

t.test('it is asked for by what was done, by whom and when', async (t) => {
  const { database } = services
  const add = (action: string, at: string, actorId: string | null = null) =>
    database.auditEntry.create({ data: { action, at: new Date(at), actorId, subject: 'test:f' } })
  await add('test.one', '2031-05-01T00:00:00Z')
  await add('test.one', '2031-05-02T00:00:00Z', member.userId)
  await add('test.two', '2031-05-02T00:00:00Z')
  const count = async (query: string) => (await read(`?subject=test:f${query}`)).entries.length
  t.equal(await count(''), 3)
  t.equal(await count('&action=test.one'), 2)
  t.equal(await count(`&actor=${encodeURIComponent(' Ana@films.example')}`), 1)
  t.equal(await count('&actor=nobody@films.example'), 0)
  t.equal(await count('&from=2031-05-02T00:00:00Z'), 2)
  t.equal(await count('&until=2031-05-02T00:00:00Z'), 1)
  t.equal((await operator.get('/api/studio/audit?from=soon')).statusCode, 400)
  const csv = await operator.get('/api/studio/audit/export?subject=test:f&action=test.one')
  t.equal(csv.body.trim().split('\r\n').length, 3)
})
