import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { missingMigrations } from '../clients/migrations.ts'
import { sayWhy } from '../clients/say-why.ts'
import type { StorageLocation } from '../clients/storage.ts'
import { requireWrites } from '../clients/takes-writes.ts'
import type { Services } from '../services.ts'
import { isUnheeded } from './forwarding.ts'

/** Each resolves when its part answers. */
type Checks = Record<string, () => Promise<unknown>>

/** Each part by its name, and under `why` what those that are down say. */
export type Readiness = { ready: boolean } & Record<
  string,
  boolean | 'ok' | 'down' | Record<string, string>
>

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether all that is needed from outside answers, and each by itself. */
    readiness(): Promise<Readiness>
  }
}

export interface HealthDeps extends Pick<Services, 'database' | 'storage' | 'clock'> {
  /** Why no site may be shown from the bucket, in a sentence; null where one may. */
  ownership(): Promise<string | null>
}

const ownerFreshMs = 60_000

async function ask(checks: Checks, bucket: StorageLocation): Promise<Readiness> {
  const why: Record<string, string> = {}
  const answers = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      const answer = await check().then(
        () => 'ok' as const,
        (error: unknown) => {
          why[name] = sayWhy(error, bucket)
          return 'down' as const
        },
      )
      return [name, answer] as const
    }),
  )
  const ready = answers.every(([, answer]) => answer === 'ok')
  return { ready, ...Object.fromEntries(answers), ...(ready ? {} : { why }) }
}

/**
 * GET /healthz: the process answers. GET /readyz: the database, migrated, and a bucket that is ours do; which
 * of them does not is no stranger's business, and is told on METRICS_PORT (cli/serve-metrics).
 */
export const health = fp(
  async (app: FastifyInstance, { database, storage, clock, ownership }: HealthDeps) => {
    // Once it is migrated it stays so.
    let migrated = false
    const migrations = async () => {
      if (migrated) return
      const missing = await missingMigrations(database)
      if (missing.length > 0) throw new Error(`${missing.length} migrations are missing`)
      migrated = true
    }
    // It changes with a start of somebody else, if at all.
    let owned = { at: Number.NEGATIVE_INFINITY, ours: false }
    const owner = async () => {
      if (!owned.ours || clock.monotonic() - owned.at > ownerFreshMs) {
        const standing = await ownership()
        owned = { at: clock.monotonic(), ours: standing === null }
        if (standing !== null) throw new Error(standing)
      }
    }
    const checks: Checks = {
      database: () => requireWrites(database),
      migrations,
      bucket: () => storage.ping(),
      owner,
    }
    app.decorate('readiness', () => ask(checks, storage.location))
    const quiet = { logLevel: 'silent' as const }
    app.get('/healthz', quiet, async () => ({ ok: true }))
    app.get('/readyz', quiet, async (request, reply) => {
      const { ready } = await app.readiness()
      const forwarding = isUnheeded(request) ? 'unheeded' : 'ok'
      return reply.code(ready ? 200 : 503).send({ ready, forwarding })
    })
  },
  { name: 'health' },
)
