import { mock } from 'node:test'
import { fastify } from 'fastify'
import t from 'tap'
import { beginUpload } from '../../server/uploads/begin-upload.ts'
import { uploadSweeper } from '../../server/uploads/sweeper.ts'
import { newUpload, openUploads } from '../fixtures/uploads.ts'

t.test('the app sweeps as long as it runs, and waits for a sweep when it closes', async (t) => {
  const { deps, services, videoId } = await openUploads(t)
  const { id } = await beginUpload(deps, videoId, newUpload(1))
  services.clock.advance(8 * 86_400)
  mock.timers.enable({ apis: ['setInterval'] })
  t.teardown(() => mock.timers.reset())
  const app = fastify()
  await app.register(uploadSweeper, deps)
  mock.timers.tick(15 * 60_000)
  await app.close()
  t.match(await deps.database.upload.findUnique({ where: { id } }), { status: 'aborted' })
})

t.test('a sweep that fails is told to the log and the app goes on', async (t) => {
  const { deps } = await openUploads(t)
  const warnings: string[] = []
  const log = { warn: (_details: object, message: string) => warnings.push(message) }
  const database = new Proxy(deps.database, {
    get: () => {
      throw new Error('down')
    },
  })
  mock.timers.enable({ apis: ['setInterval'] })
  t.teardown(() => mock.timers.reset())
  const app = fastify()
  await app.register(uploadSweeper, { ...deps, database, log } as unknown as typeof deps)
  mock.timers.tick(15 * 60_000)
  await app.close()
  t.same(warnings, ['uploads could not be swept'])
})
