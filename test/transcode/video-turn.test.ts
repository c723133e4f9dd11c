import t from 'tap'
import { enqueueTranscode } from '../../server/transcode/queue/enqueue.ts'
import { failEncode } from '../../server/transcode/queue/fail-encode.ts'
import { services } from '../fixtures/app.ts'
import { addVideo } from '../fixtures/rows.ts'
import { until } from '../fixtures/until.ts'

t.test('an encode that ends while a new file arrives waits for its turn', async (t) => {
  const deps = await services(t)
  const { id } = await addVideo(deps, { sourceKey: 'originals/a', encodeId: null })
  const encodeId = await enqueueTranscode(deps, id)
  const { database } = deps
  const { ending } = await database.$transaction(async (arriving) => {
    await arriving.$queryRaw`select id from "Video" where id = ${id}::uuid for update`
    const ending = failEncode(deps, encodeId, 'It cannot be made.')
    await until('the end to wait', async () => {
      const [waiting] = await database.$queryRaw<{ count: bigint }[]>`
        select count(*) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`
      return waiting?.count === 1n
    })
    const data = { supersededAt: deps.clock.now() }
    await arriving.encode.update({ where: { id: encodeId }, data })
    return { ending }
  })
  await ending
  const encode = await database.encode.findUniqueOrThrow({ where: { id: encodeId } })
  t.match(encode, { failedAt: null, supersededAt: Date }, 'it ends no encode that nobody wants')
})
