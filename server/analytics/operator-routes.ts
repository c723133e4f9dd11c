import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { adminOf } from '../plugins/auth.ts'
import type { AnalyticsDeps } from './routes.ts'
import { summarizeViewings } from './summarize-viewings.ts'

const dayMs = 86_400_000

const Maybe = (description: string) => Type.Union([Type.Number(), Type.Null()], { description })

const SummaryQuery = Type.Object(
  { days: Type.Integer({ minimum: 1, maximum: 365, default: 7 }) },
  { additionalProperties: false },
)

const SummaryAnswer = Type.Object({
  since: Type.String({ format: 'date-time' }),
  viewings: Type.Integer(),
  startUpMs: Type.Object({
    p50: Maybe('From pressing play to the first picture.'),
    p95: Maybe('The same, for the slowest one in twenty.'),
  }),
  watchedHours: Type.Number(),
  stallsPerHour: Maybe('Times that the picture stood still for want of data.'),
  stalledShare: Maybe('Of the time that viewers wanted to watch, 0 to 1.'),
  errors: Type.Array(Type.Object({ code: Type.String(), count: Type.Integer() }), {
    description: 'What ended viewings, the most frequent first.',
  }),
})

/** What an operator may know of how watching goes. */
export const qualityRoutes: FastifyPluginAsyncTypebox<AnalyticsDeps> = async (
  app,
  { database, clock },
) => {
  app.addHook('onRequest', async (request) => {
    adminOf(request)
  })
  app.get(
    '/api/studio/quality',
    {
      schema: {
        tags: ['studio'],
        summary: 'Start-up time, stalls and errors of the last days',
        querystring: SummaryQuery,
        response: { 200: SummaryAnswer },
      },
    },
    async (request) => {
      const since = new Date(clock.now().getTime() - request.query.days * dayMs)
      const summary = await summarizeViewings(database, since)
      return { since: since.toISOString(), ...summary }
    },
  )
}
