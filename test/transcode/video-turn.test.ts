import t from 'tap'
import { enqueueTranscode } from '../../server/transcode/enqueue.ts'
import { failEncode } from '../../server/transcode/fail-encode.ts'
import { services } from '../helper.ts'
import { addVideo } from '../rows.ts'
import { until } from '../until.ts'

t.test('an encode that ends while a new file arrives waits for its turn', async (t) => {
  const parts = await services(t)
  const { id } = await addVideo(parts, { sourceKey: 'originals/a', encodeId: null })
  const encodeId = await enqueueTranscode(parts, id)
  const { database } = parts
  const { ending } = await database.$transaction(async (arriving) => {
    await arriving.$queryRaw`select id from "Video" where id = ${id}::uuid for update`
    const ending = failEncode(parts, encodeId, 'It cannot be made.')
    await until('the end to wait', async () => {
      const [waiting] = await database.$queryRaw<{ count: bigint }[]>`
        select count(*) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`
      return waiting?.count === 1n
    })
    const data = { supersededAt: parts.clock.now() }
    await arriving.encode.update({ where: { id: encodeId }, data })
    return { ending }
  })
  await ending
  const encode = await database.encode.findUniqueOrThrow({ where: { id: encodeId } })
  t.match(encode, { failedAt: null, supersededAt: Date }, 'it ends no encode that nobody wants')
})
