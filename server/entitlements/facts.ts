import type { Database } from '../clients/database.ts'
import type { Config } from '../config.ts'
import { MatineeError } from '../errors.ts'
import { dateOrNull, reviveViewer } from './revive-facts.ts'
import type { AccessFacts, AccessPolicy, PlanOnSale, VideoTerms, ViewerFacts } from './types.ts'

interface Sources {
  database: Database
  config: Config
}

/** The settings that decisions depend on. */
export const policyOf = (config: Config): AccessPolicy => ({
  graceDays: config.PAST_DUE_GRACE_DAYS,
  defaultMaxStreams: config.MAX_STREAMS,
})

/**
 * The facts for one video, or null when there is no such video. A user id that no longer exists
 * counts as not signed in.
 *
 * @throws MatineeError ENTITLEMENTS_UNAVAILABLE when the database cannot be read
 */
export async function loadFacts(
  sources: Sources,
  userId: string | null,
  videoId: string,
): Promise<AccessFacts | null> {
  const facts = await loadFactsOf(sources, userId, [videoId])
  return facts.get(videoId) ?? null
}

/**
 * The facts for many videos and one person, by video id, in one round trip and so of one moment.
 *
 * @throws MatineeError ENTITLEMENTS_UNAVAILABLE when the database cannot be read
 */
export async function loadFactsOf(
  sources: Sources,
  userId: string | null,
  videoIds: readonly string[],
): Promise<Map<string, AccessFacts>> {
  const asked = videoIds.map((videoId) => ({ userId, videoId }))
  const found = await loadFactsOfMany(sources, asked)
  return new Map(found.flatMap((facts) => (facts === null ? [] : [[facts.video.id, facts]])))
}

/** Somebody, or nobody who is known, and a video. */
export interface Asked {
  userId: string | null
  videoId: string
}

/**
 * As `loadFacts`, for many people and videos in one round trip.
 *
 * @returns in the order of what was asked
 * @throws MatineeError ENTITLEMENTS_UNAVAILABLE when the database cannot be read
 */
export async function loadFactsOfMany(
  { database, config }: Sources,
  asked: readonly Asked[],
): Promise<(AccessFacts | null)[]> {
  const { viewers, videos, plans } = await read(database, asked)
  const policy = policyOf(config)
  const viewerById = new Map(viewers.map((viewer) => [viewer.id, viewer]))
  const videoById = new Map(
    videos.map((video) => [
      video.id,
      { video, plans: plans.filter(({ id }) => video.planIds.includes(id)) },
    ]),
  )
  return asked.map(({ userId, videoId }) => {
    const found = videoById.get(videoId)
    if (found === undefined) return null
    const viewer = viewerById.get(userId ?? '') ?? null
    return { viewer, ...found, policy }
  })
}

/** The facts about one person alone, for limits that hold whatever the video. */
export async function loadViewer(
  { database }: Pick<Sources, 'database'>,
  userId: string,
): Promise<ViewerFacts | null> {
  const [viewer] = (await read(database, [{ userId, videoId: null }])).viewers
  return viewer ?? null
}

interface Read {
  viewers: ViewerFacts[]
  videos: VideoTerms[]
  plans: PlanOnSale[]
}

type Pairs = readonly { userId: string | null; videoId: string | null }[]

async function read(database: Database, asked: Pairs): Promise<Read> {
  try {
    const [row] = await query(database, asked)
    if (row === undefined) throw new Error('the facts query answered no row')
    const videos = row.videos.map((video) => ({ ...video, publishAt: dateOrNull(video.publishAt) }))
    return { ...row, videos, viewers: row.viewers.map(reviveViewer) }
  } catch (cause) {
    throw new MatineeError('ENTITLEMENTS_UNAVAILABLE', { cause })
  }
}

/**
 * Everything as JSON in one row: Prisma's own includes would take a round trip for each table. Rows are put
 * in order as they are gathered: where tables have no statistics yet, after an import or a restore, Postgres
 * would walk whole tables in that order rather than look up a person's.
 */
function query(database: Database, asked: Pairs) {
  const userIds = asked.map(({ userId }) => userId)
  const videoIds = asked.map(({ videoId }) => videoId)
  return database.$queryRaw<Read[]>`
    with asked as (
      select * from unnest(${userIds}::uuid[], ${videoIds}::uuid[]) as a("userId", "videoId")
    )
    select
      (select coalesce(jsonb_agg(viewer), '[]') from (
        select id, role, "disabledAt", "trialUsedAt",
          (select coalesce(jsonb_agg(subscription order by "createdAt", id), '[]') from (
            select id, status, "cancelAtPeriodEnd", "cancelAt", "endedAt", "trialEnd",
              "pastDueSince", forgiven, suspended, "collectionPaused", "confirmUrl", "nextAmount", "createdAt",
              (select coalesce(jsonb_agg(item order by id), '[]') from (
                select id, "priceId", quantity, "currentPeriodStart", "currentPeriodEnd",
                  (select jsonb_build_object('interval', c.interval, 'amount', coalesce(o.amount, c.amount),
                    'currency', coalesce(o.currency, c.currency))
                  from "Price" c left join "PriceCurrency" o
                    on o."priceId" = c.id and o.currency = s.currency
                  where c.id = i."priceId" and (s.currency is null or s.currency = c.currency
                    or o.currency is not null)) as price,
                  (select jsonb_build_object('planId', p.id, 'name', p.name,
                    'maxStreams', p."maxStreams", 'rank', p.rank)
                  from "Plan" p where p."stripeProductId" = i."productId"
                    or i."productId" = any(p."otherProductIds")
                    or exists (select 1 from "Price" c where c.id = i."priceId" and c.named and c."planId" = p.id)
                  order by p.rank desc limit 1) as plan
                from "SubscriptionItem" i where i."subscriptionId" = s.id
              ) item) as items
            from "Subscription" s where s."userId" = u.id
          ) subscription) as subscriptions,
          (select coalesce(jsonb_agg(purchase order by "paidAt", id), '[]') from (
            select id, "videoId", "collectionId", kind, status, "paidAt", "startBy", "watchHours", "firstPlayedAt"
            from (
              -- Of a collection that was bought as a whole one row speaks for all the others.
              select distinct on (split_part(o.id, ':', 1), case when o.named then o.id end) * from (
                select p.*, p."videoId" = any(a.ids) as named from "Purchase" p where p."userId" = u.id
              ) o where o.named or o."collectionId" in (
                select cv."collectionId" from "CollectionVideo" cv where cv."videoId" = any(a.ids))
              order by split_part(o.id, ':', 1), case when o.named then o.id end, o.id
            ) relevant
          ) purchase) as purchases,
          (select coalesce(jsonb_agg(to_jsonb(given) - 'createdAt' order by "createdAt", id), '[]') from (
            select id, "videoId", until, "revokedAt", "createdAt",
              (select jsonb_build_object('planId', p.id, 'name', p.name,
                'maxStreams', p."maxStreams", 'rank', p.rank)
              from "Plan" p where p.id = g."planId") as plan
            from "Grant" g where g."userId" = u.id
          ) given) as grants,
          (select coalesce(jsonb_agg(pass order by until, "linkId"), '[]') from (
            select l.id as "linkId", l."videoId", l."expiresAt" as until, l."revokedAt"
            from "PreviewPass" o join "PreviewLink" l on l.id = o."linkId"
            where o."userId" = u.id and l."videoId" = any(a.ids)
          ) pass) as previews
        -- What each asks for is gathered once, not looked for among what all ask for.
        from (select "userId", array_agg("videoId") as ids from asked group by 1) a
          join "User" u on u.id = a."userId"
      ) viewer) as viewers,
      (select coalesce(jsonb_agg(video), '[]') from (
        select id, free, published, "publishAt", "archivedAt" is not null as archived,
          case when "archivedAt" is null then "teaserSeconds" end as "teaserSeconds",
          "rentAmount", "buyAmount", currency, "rentStartDays",
          "rentWatchHours", array(select "planId" from "VideoPlan" where "videoId" = v.id
            union select cp."planId" from "CollectionPlan" cp join "CollectionVideo" cv
              on cv."collectionId" = cp."collectionId" where cv."videoId" = v.id order by 1) as "planIds",
          array(select "collectionId" from "CollectionVideo" where "videoId" = v.id order by 1) as "collectionIds",
          (select coalesce(jsonb_agg(bundle), '[]') from (
            select b.id, b.title, b.amount, b.currency, false as follows,
              (select count(*)::int from "BundleVideo" o where o."bundleId" = b.id) as videos
            from "BundleVideo" bv join "Bundle" b on b.id = bv."bundleId" and b.active
            where bv."videoId" = v.id and not exists (
              select 1 from "BundleVideo" o join "Video" w on w.id = o."videoId"
              where o."bundleId" = b.id and (not w.published or w."archivedAt" is not null))
            union all
            select b.id, b.title, b.amount, b.currency, true,
              (select count(*)::int from "CollectionVideo" o join "Video" w on w.id = o."videoId"
                where o."collectionId" = b."collectionId" and w.published and w."archivedAt" is null)
            from "CollectionVideo" cv join "Bundle" b on b."collectionId" = cv."collectionId" and b.active
            where cv."videoId" = v.id
            order by 3, 1
          ) bundle) as bundles
        from "Video" v where id in (select "videoId" from asked)
      ) video) as videos,
      (select coalesce(jsonb_agg(plan), '[]') from (
        select id, name, rank, "maxStreams", "trialDays",
          (select coalesce(jsonb_agg(jsonb_strip_nulls(to_jsonb(price))), '[]') from (
            select id, interval, amount, currency,
              (select jsonb_agg(jsonb_build_object('currency', o.currency, 'amount', o.amount)
                order by o.currency)
              from "PriceCurrency" o where o."priceId" = "Price".id) as currencies
            from "Price" where "planId" = p.id and active order by amount, id
          ) price) as prices
        from "Plan" p where active order by rank, id
      ) plan) as plans`
}
