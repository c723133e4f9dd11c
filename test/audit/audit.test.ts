import t from 'tap'
import { audit } from '../../server/audit/audit.ts'
import { openDatabase } from '../../server/clients/database.ts'
import { database as freshDatabase } from '../fixtures/database.ts'

const record = { actorId: null, action: 'video.published', subject: 'video:7' } as const

t.test('a record is added with its transaction, or not at all', async (t) => {
  const database = openDatabase({ url: await freshDatabase(t) })
  t.teardown(() => database.$disconnect())
  await database.$transaction((tx) => audit(tx, { ...record, details: { title: 'The reel' } }))
  const undone = database.$transaction(async (tx) => {
    await audit(tx, record)
    throw new Error('changed my mind')
  })
  await t.rejects(undone, /changed my mind/)
  t.match(await database.auditEntry.findMany(), [{ ...record, details: { title: 'The reel' } }])
})

t.test('what was recorded can be neither changed nor deleted', async (t) => {
  const database = openDatabase({ url: await freshDatabase(t) })
  t.teardown(() => database.$disconnect())
  await audit(database, record)
  await t.rejects(database.auditEntry.updateMany({ data: { action: 'nothing.happened' } }))
  await t.rejects(database.auditEntry.deleteMany())
  await t.rejects(database.$executeRaw`truncate "AuditEntry"`)
  t.match(await database.auditEntry.findMany(), [record])
})
