import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { missingMigrations } from '../clients/migrations.ts'
import type { Services } from '../services.ts'

/** What /readyz asks: each resolves when its part answers. */
type Checks = Record<string, () => Promise<unknown>>

async function ask(checks: Checks): Promise<Record<string, 'ok' | 'down'>> {
  const answers = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      const answer = await check().then(
        () => 'ok' as const,
        () => 'down' as const,
      )
      return [name, answer] as const
    }),
  )
  return Object.fromEntries(answers)
}

/** GET /healthz: the process answers. GET /readyz: the database, migrated, and the bucket do. */
export const health = fp(
  async (app: FastifyInstance, { database, storage }: Services) => {
    // Once it is migrated it stays so.
    let migrated = false
    const migrations = async () => {
      if (migrated) return
      const missing = await missingMigrations(database)
      if (missing.length > 0) throw new Error(`${missing.length} migrations are missing`)
      migrated = true
    }
    const checks: Checks = {
      database: () => database.$queryRaw`select 1`,
      migrations,
      bucket: () => storage.ping(),
    }
    const quiet = { logLevel: 'silent' as const }
    app.get('/healthz', quiet, async () => ({ ok: true }))
    app.get('/readyz', quiet, async (_request, reply) => {
      const answers = await ask(checks)
      const ready = Object.values(answers).every((answer) => answer === 'ok')
      return reply.code(ready ? 200 : 503).send({ ready, ...answers })
    })
  },
  { name: 'health' },
)
