import type { Numbers } from '../../contract/analytics.ts'
import type { DatabaseTransaction } from '../clients/database.ts'
import { Prisma } from '../clients/prisma/client.ts'
import type { Days } from './days.ts'
import { bestPlans } from './plan-of.ts'

type Subscribers = Numbers['subscribers']

const begun = Prisma.sql`s.status not in ('incomplete', 'incomplete_expired')`
const stand = Prisma.sql`count(*) filter (where s.status = 'active')::int as active,
  count(*) filter (where s.status = 'trialing')::int as trialing,
  count(*) filter (where s.status = 'past_due')::int as "pastDue"`
const within = (time: Prisma.Sql, { from, to }: Days) =>
  Prisma.sql`(${time} >= ${from}::timestamptz and ${time} < ${to}::timestamptz)`

/** How many subscriptions there are, and how many began and ended in these days. */
export async function countSubscriptions(
  tx: DatabaseTransaction,
  days: Days,
): Promise<Omit<Subscribers, 'byPlan'>> {
  const [row] = await tx.$queryRaw<[Omit<Subscribers, 'byPlan'>]>`
    select ${stand},
      count(*) filter (where ${within(Prisma.sql`s."createdAt"`, days)})::int as started,
      count(*) filter (where ${within(Prisma.sql`s."endedAt"`, days)})::int as ended
    from "Subscription" s where ${begun}`
  return row
}

/** The same, with how they stand by plan. */
export async function countSubscribers(tx: DatabaseTransaction, days: Days): Promise<Subscribers> {
  const byPlan = await tx.$queryRaw<Subscribers['byPlan']>`
    with ${bestPlans}
    select plan.id as "planId", plan.name, ${stand}
    from "Subscription" s
    left join best on best."subscriptionId" = s.id left join "Plan" plan on plan.id = best."planId"
    where s.status in ('active', 'trialing', 'past_due')
    group by plan.id order by count(*) desc, plan.id`
  return { ...(await countSubscriptions(tx, days)), byPlan }
}

/** Trials that began and ended, and how many of them were paid for in the end. */
export async function countTrials(
  tx: DatabaseTransaction,
  days: Days,
  now: Date,
): Promise<Numbers['trials']> {
  const ended = Prisma.sql`least(s."trialEnd", s."endedAt")`
  const [row] = await tx.$queryRaw<[Numbers['trials']]>`
    with tried as (
      select s.*, ${within(ended, days)} and ${ended} <= ${now}::timestamptz as "hasEnded"
      from "Subscription" s where s."trialEnd" is not null and ${begun}
    )
    select count(*) filter (where ${within(Prisma.sql`s."createdAt"`, days)})::int as begun,
      count(*) filter (where s."hasEnded")::int as ended,
      count(*) filter (where s."hasEnded" and exists (select 1 from "Payment" p
        where p."subscriptionId" = s.id and p.status = 'succeeded' and p.amount > 0)
      )::int as converted
    from tried s`
  return row
}

const commentsShown = 50

/** Who cancelled in these days, and why. */
export async function countLeaving(
  tx: DatabaseTransaction,
  days: Days,
): Promise<Numbers['leaving']> {
  const left = Prisma.sql`from "Subscription" s where ${begun}
    and ${within(Prisma.sql`s."canceledAt"`, days)}
    and (s."endedAt" is not null or s."cancelAtPeriodEnd" or s."cancelAt" is not null)`
  const reasons = await tx.$queryRaw<Numbers['leaving']['reasons']>`
    select s."cancelReason" as reason, s."cancelFeedback" as feedback, count(*)::int as count
    ${left} group by 1, 2 order by count desc, 1, 2`
  const comments = await tx.$queryRaw<{ at: Date; text: string }[]>`
    select s."canceledAt" as at, s."cancelComment" as text ${left} and s."cancelComment" <> ''
    order by s."canceledAt" desc, s.id limit ${commentsShown}`
  return {
    count: reasons.reduce((sum, { count }) => sum + count, 0),
    reasons,
    comments: comments.map(({ at, text }) => ({ at: at.toISOString(), text })),
  }
}
