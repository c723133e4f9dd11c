import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Audience, Numbers, NumbersQuery, Summary } from '../../contract/analytics.ts'
import { IdParams } from '../../contract/common.ts'
import { say } from '../../contract/words/server.ts'
import { monthlyWorth } from '../billing/worth/monthly-worth.ts'
import { MatineeError } from '../errors.ts'
import { audienceOf } from './audience.ts'
import { countLeaving, countSubscribers, countTrials } from './count-subscribers.ts'
import { countWatching } from './count-viewings.ts'
import { dayOf, daysAsked } from './days.ts'
import { earnings } from './earnings.ts'
import { openKeptAnswers } from './kept-answers.ts'
import type { AnalyticsDeps } from './routes.ts'
import { summaryOf } from './summary.ts'
import { worthMovements } from './worth-movements.ts'

/** How the site is doing, in numbers. */
export const numbersRoutes: FastifyPluginAsyncTypebox<AnalyticsDeps> = async (
  app,
  { database, clock },
) => {
  const keep = openKeptAnswers<Numbers>(clock)
  const keepSummary = openKeptAnswers<Summary>(clock)
  const keepAudience = openKeptAnswers<Audience>(clock)
  app.get(
    '/api/studio/numbers',
    {
      config: { permission: 'numbers' },
      schema: {
        tags: ['studio'],
        summary: 'What came in, who subscribes and what was watched',
        querystring: NumbersQuery,
        response: { 200: Numbers },
      },
    },
    (request) => {
      const now = clock.now()
      const days = daysAsked(request.query, now)
      // One look at everything: what is summed up or removed meanwhile is neither missed nor counted twice.
      const [from, to] = [dayOf(days.from), dayOf(days.to)]
      return keep(`${from} ${to}`, () =>
        database.$transaction(
          async (tx) => ({
            ...{ from, to },
            revenue: {
              ...(await monthlyWorth(tx, now)),
              movements: await worthMovements(tx, days),
              ...(await earnings(tx, days)),
            },
            subscribers: await countSubscribers(tx, days),
            trials: await countTrials(tx, days, now),
            leaving: await countLeaving(tx, days),
            ...(await countWatching(tx, days)),
          }),
          { isolationLevel: 'RepeatableRead' },
        ),
      )
    },
  )

  app.get(
    '/api/studio/summary',
    {
      config: { permission: 'numbers' },
      schema: {
        tags: ['studio'],
        summary: 'Today, and the last thirty days beside those before',
        response: { 200: Summary },
      },
    },
    () => {
      const now = clock.now()
      return keepSummary(dayOf(now), () =>
        database.$transaction((tx) => summaryOf(tx, now), { isolationLevel: 'RepeatableRead' }),
      )
    },
  )

  app.get(
    '/api/studio/videos/:id/audience',
    {
      config: { permission: ['films', 'numbers'] },
      schema: {
        tags: ['studio'],
        summary: 'How far a film is watched',
        params: IdParams,
        querystring: NumbersQuery,
        response: { 200: Audience },
      },
    },
    async (request) => {
      const { id } = request.params
      const now = clock.now()
      const days = daysAsked(request.query, now)
      const video = await database.video.findUnique({ where: { id } })
      if (video === null) throw new MatineeError('NOT_FOUND', { detail: say('none.film') })
      const kept = `${id} ${dayOf(days.from)} ${dayOf(days.to)}`
      return keepAudience(kept, () =>
        database.$transaction((tx) => audienceOf(tx, video, days), {
          isolationLevel: 'RepeatableRead',
        }),
      )
    },
  )
}
