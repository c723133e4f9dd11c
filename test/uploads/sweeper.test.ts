import { mock } from 'node:test'
import { fastify } from 'fastify'
import t from 'tap'
import { beginUpload } from '../../server/uploads/begin-upload.ts'
import { uploadSweeper } from '../../server/uploads/sweeper.ts'
import { newUpload, uploadHouse } from './uploader.ts'

t.test('the app sweeps as long as it runs, and waits for a sweep when it closes', async (t) => {
  const { parts, services, videoId } = await uploadHouse(t)
  const { id } = await beginUpload(parts, videoId, newUpload(1))
  services.clock.advance(8 * 86_400)
  mock.timers.enable({ apis: ['setInterval'] })
  t.teardown(() => mock.timers.reset())
  const app = fastify()
  await app.register(uploadSweeper, parts)
  mock.timers.tick(15 * 60_000)
  await app.close()
  t.match(await parts.database.upload.findUnique({ where: { id } }), { status: 'aborted' })
})

t.test('a sweep that fails is told to the log and the app goes on', async (t) => {
  const { parts } = await uploadHouse(t)
  const warnings: string[] = []
  const log = { warn: (_details: object, message: string) => warnings.push(message) }
  const database = new Proxy(parts.database, {
    get: () => {
      throw new Error('down')
    },
  })
  mock.timers.enable({ apis: ['setInterval'] })
  t.teardown(() => mock.timers.reset())
  const app = fastify()
  await app.register(uploadSweeper, { ...parts, database, log } as unknown as typeof parts)
  mock.timers.tick(15 * 60_000)
  await app.close()
  t.same(warnings, ['uploads could not be swept'])
})
