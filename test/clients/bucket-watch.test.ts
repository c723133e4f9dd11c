import t, { type Test } from 'tap'
import { watchBucket } from '../../server/clients/bucket-watch.ts'
import { openLog } from '../../server/clients/log.ts'
import { openStorage } from '../../server/clients/storage.ts'
import { testClock } from '../fixtures/clock.ts'
import { localS3, storageCredentials } from '../fixtures/s3.ts'
import { until } from '../fixtures/until.ts'

interface Line {
  level: number
  msg: string
  seconds?: number
}

/** A bucket that is looked after, and what sets the key with which it is asked. */
async function beside(t: Test) {
  const clock = testClock()
  const { endpoint } = await localS3(t, clock)
  const withKey = (credentials: typeof storageCredentials) => {
    const place = { endpoint, region: 'us-east-1', bucket: 'matinee-test', forcePathStyle: true }
    const opened = openStorage({ ...place, credentials })
    t.teardown(() => opened.close())
    return opened
  }
  let storage = withKey(storageCredentials)
  const setKey = (change: Partial<typeof storageCredentials>) => {
    storage = withKey({ ...storageCredentials, ...change })
  }
  const lines: Line[] = []
  const log = openLog('info', { write: (line: string) => lines.push(JSON.parse(line)) })
  let asked = 0
  const ping = async () => {
    asked += 1
    await storage.ping()
  }
  const deps = { storage: { location: storage.location, ping }, clock, log }
  const watch = watchBucket(deps, { askEveryMs: 1, againMs: 1 })
  t.teardown(() => watch.close())
  const twiceMore = (then = asked) => until('it is asked', () => asked > then + 2)
  return { clock, setKey, lines, twiceMore }
}

t.test('a key that the bucket takes no more is told once, and that it does again', async (t) => {
  const { clock, setKey, lines, twiceMore } = await beside(t)
  await twiceMore()
  t.same(lines, [], 'nothing is said of a bucket that answers')

  setKey({ secretAccessKey: 'rotated' })
  await until('it is told', () => lines.length > 0)
  t.match(lines[0], { level: 50, msg: /secret does not fit it.*no film plays/ })
  clock.advance(62)
  await twiceMore()
  t.equal(lines.length, 1, 'once')

  setKey({ accessKeyId: 'UNKNOWN' })
  await until('the other reason is told', () => lines.length > 1)
  t.match(lines[1], { level: 50, msg: /does not know the access key/ })

  setKey({})
  await until('the end is told', () => lines.length > 2)
  t.match(lines[2], { level: 40, seconds: 62, msg: 'The bucket does what it should again.' })
  await twiceMore()
  t.equal(lines.length, 3)
})

t.test('a single answer that does not come is no trouble', async (t) => {
  const said: unknown[] = []
  let asked = 0
  const ping = async () => {
    asked += 1
    if (asked === 2) throw new Error('socket hang up')
  }
  const location = {
    ...{ endpoint: null, region: 'x', bucket: 'b', forcePathStyle: false, prefix: null },
  }
  const say = (...args: unknown[]) => said.push(args)
  const watch = watchBucket(
    {
      ...{ storage: { ping, location }, clock: testClock() },
      log: { error: say, warn: say } as never,
    },
    { askEveryMs: 1, againMs: 1 },
  )
  t.teardown(() => watch.close())
  await until('it is asked', () => asked > 4)
  t.same(said, [])
})
