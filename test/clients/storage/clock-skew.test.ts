import t from 'tap'
import { openStorage, troubleOf } from '../../../server/clients/storage.ts'
import { testClock } from '../../fixtures/clock.ts'
import { localS3, storageCredentials } from '../../fixtures/s3.ts'

t.test(
  'a clock by which no URL opens anything is trouble; a small difference is none',
  async (t) => {
    const bucketsClock = testClock()
    const { endpoint } = await localS3(t, bucketsClock)
    const ping = (ahead: number) => {
      const clock = { now: () => new Date(bucketsClock.now().getTime() + ahead * 1000) }
      const storage = openStorage({
        ...{ endpoint, region: 'us-east-1', bucket: 'matinee-test', forcePathStyle: true },
        ...{ credentials: storageCredentials, signs: { clock, urlSeconds: 60 } },
      })
      t.teardown(() => storage.close())
      return storage.ping().then(() => null, troubleOf)
    }
    for (const ahead of [-50, 0, 300]) t.equal(await ping(ahead), null, `${ahead} s`)
    for (const ahead of [-7_200, -360, -62, 7_200])
      t.equal(await ping(ahead), 'clock', `${ahead} s`)
  },
)
