import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { IdParams, Nothing } from '../../contract/common.ts'
import { HouseState } from '../../contract/state.ts'
import { say } from '../../contract/words/server.ts'
import { bucketStanding, standingSentence } from '../catalog/bucket-owner.ts'
import { failingJobs, jobCounts, retryJob } from '../clients/queue-state.ts'
import { isOfStorage } from '../clients/storage.ts'
import { MatineeError } from '../errors.ts'
import type { Services } from '../services.ts'

type Deps = Pick<Services, 'database' | 'storage'>

async function bucketState(deps: Deps): Promise<HouseState['bucket']> {
  try {
    const standing = await bucketStanding(deps)
    return { standing, says: standingSentence(standing) }
  } catch (error) {
    if (!isOfStorage(error)) throw error
    return { standing: 'unreachable', says: null }
  }
}

async function houseState(deps: Deps, range: string | null): Promise<HouseState> {
  const { database } = deps
  const [bucket, installation, jobs, counts] = await Promise.all([
    bucketState(deps),
    database.installation.findFirstOrThrow(),
    failingJobs(database),
    jobCounts(database),
  ])
  const { walkedAt, walkAfter, walkMoved } = installation
  return {
    bucket,
    proxy: { range, says: range === null ? null : say('proxy.unheeded', { range }) },
    walk: { at: walkedAt.toISOString(), going: walkAfter !== null, moved: walkMoved },
    jobsWaiting: counts.reduce((sum, { waiting }) => sum + waiting, 0),
    jobs: jobs.map(({ since, nextAt, ...job }) => ({
      ...job,
      since: since.toISOString(),
      nextAt: nextAt?.toISOString() ?? null,
    })),
  }
}

/** What the operator should know of how the house stands, and can do something about. */
export const stateRoutes: FastifyPluginAsyncTypebox<Deps> = async (app, deps) => {
  const tags = ['studio']

  app.get(
    '/api/studio/state',
    {
      config: { permission: 'site' },
      schema: { tags, summary: 'How the house stands', response: { 200: HouseState } },
    },
    () => houseState(deps, app.unheededPeer),
  )

  app.post(
    '/api/studio/jobs/:id/retry',
    {
      config: { permission: 'site' },
      schema: {
        tags,
        summary: 'Try work that fails again now',
        params: IdParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      if (!(await retryJob(deps.database, request.params.id))) {
        throw new MatineeError('NOT_FOUND', { detail: say('none.job') })
      }
      return reply.code(204).send(null)
    },
  )
}
