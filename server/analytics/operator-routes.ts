import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Quality, QualityQuery } from '../../contract/playback.ts'
import { addDays } from './days.ts'
import { openKeptAnswers } from './kept-answers.ts'
import type { AnalyticsDeps } from './routes.ts'
import { summarizeViewings } from './summarize-viewings.ts'

/** What an operator may know of how watching goes. */
export const qualityRoutes: FastifyPluginAsyncTypebox<AnalyticsDeps> = async (
  app,
  { database, clock },
) => {
  const keep = openKeptAnswers<Quality>(clock)
  app.get(
    '/api/studio/quality',
    {
      config: { permission: 'films' },
      schema: {
        tags: ['studio'],
        summary: 'Start-up time, stalls and errors of the last days',
        querystring: QualityQuery,
        response: { 200: Quality },
      },
    },
    async (request) => {
      const { days } = request.query
      return keep(String(days), async () => {
        const now = clock.now()
        const since = addDays(now, -days)
        return { since: since.toISOString(), ...(await summarizeViewings(database, since, now)) }
      })
    },
  )
}
