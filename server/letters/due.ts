import type { LetterKind } from '../../contract/mail-texts.ts'
import { Prisma } from '../clients/prisma/client.ts'

/** Someone to be written to, and what about. Times are ISO 8601, amounts in the minor unit. */
export interface Due {
  userId: string
  email: string
  language: string | null
  /** What the mail is about: nobody gets two of one kind about the same. */
  about: string
  what: string | null
  more: string | null
  at: Date | null
  amount: number | null
  currency: string | null
  url: string | null
}

const dayMs = 86_400_000
/** What is older was not told in time, and is told no more. */
const lateDays = 3

const nothing = Prisma.sql`null::text as "what", null::text as "more", null::timestamptz as "at",
  null::int as "amount", null::text as "currency", null::text as "url"`

/** The best of them, as entitlements/ tells which plan an item is of. */
const planOf = (subscription: Prisma.Sql) => Prisma.sql`(select plan."name"
  from "SubscriptionItem" i join "Plan" plan on plan."stripeProductId" = i."productId"
    or i."productId" = any(plan."otherProductIds")
    or exists (select 1 from "Price" c where c."id" = i."priceId" and c."named" and c."planId" = plan."id")
  where i."subscriptionId" = ${subscription} order by plan."rank" desc, plan."id" limit 1)`

/** What a subscription charges next; null where a price of it is not known. */
const nextCharge = Prisma.sql`lateral (
  select coalesce(s."nextAmount", sum(i."quantity" * coalesce(o."amount", p."amount"))::int) as "amount",
    min(coalesce(o."currency", p."currency")) as "currency"
  from "SubscriptionItem" i left join "Price" p on p."id" = i."priceId"
    left join "PriceCurrency" o on o."priceId" = p."id" and o."currency" = s."currency"
  where i."subscriptionId" = s."id"
  having bool_and(coalesce(o."currency", p."currency") = coalesce(s."currency", p."currency"))
)`

const ofSubscription = (about: Prisma.Sql, at: Prisma.Sql) => Prisma.sql`
  select s."userId", ${about} as "about", ${planOf(Prisma.sql`s."id"`)} as "what", null::text as "more", ${at} as "at",
    c."amount", c."currency", null::text as "url"
  from "Subscription" s left join ${nextCharge} c on true`

const things: Readonly<Record<LetterKind, (now: Date) => Prisma.Sql>> = {
  welcome: (now) => Prisma.sql`
    select w."id" as "userId", 'account' as "about", ${nothing} from "User" w
    where w."emailVerifiedAt" > ${ago(now, lateDays)} and w."createdAt" > ${ago(now, lateDays)}`,
  receipt: (now) => Prisma.sql`
    select p."userId", p."id" as "about", coalesce(v."title", ${planOf(Prisma.sql`p."subscriptionId"`)},
        p."description") as "what", null::text as "more", p."at",
      p."amount", p."currency", p."receiptUrl" as "url"
    from "Payment" p left join "Purchase" b on b."id" = p."purchaseId"
      left join "Video" v on v."id" = b."videoId"
    where (p."at" > ${ago(now, lateDays)} or p."paidAt" > ${ago(now, lateDays)}) and p."status" = 'succeeded' and p."amount" > 0`,
  trialEnding: (now) => Prisma.sql`
    ${ofSubscription(
      Prisma.sql`s."id" || ' ' || extract(epoch from s."trialEnd")::bigint`,
      Prisma.sql`s."trialEnd"`,
    )}
    where s."status" = 'trialing' and not s."cancelAtPeriodEnd" and s."cancelAt" is null
      and s."trialEnd" > ${now}::timestamptz and s."trialEnd" <= ${ago(now, -3)}`,
  cancelled: (now) => Prisma.sql`
    ${ofSubscription(
      Prisma.sql`s."id" || ' ' || extract(epoch from s."canceledAt")::bigint`,
      Prisma.sql`coalesce(s."endedAt", s."cancelAt", (select max(i."currentPeriodEnd")
        from "SubscriptionItem" i where i."subscriptionId" = s."id"), s."canceledAt")`,
    )}
    where s."canceledAt" > ${ago(now, lateDays)} and s."status" <> 'incomplete_expired'
      and (s."status" = 'canceled' or s."cancelAtPeriodEnd" or s."cancelAt" is not null)`,
  news: (now) => Prisma.sql`
    select w."id" as "userId", v."id"::text as "about", v."title" as "what",
      v."description" as "more", null::timestamptz as "at", null::int as "amount",
      null::text as "currency", v."slug" as "url"
    from "Video" v join "User" w on w."wantsNews" and w."createdAt" < v."publishedAt"
    where v."published" and v."visibility" = 'public' and v."archivedAt" is null and v."encodeId" is not null
      and v."publishedAt" > ${ago(now, lateDays)} and v."publishedAt" <= ${now}::timestamptz
      and w."emailVerifiedAt" is not null and not exists (
        select 1 from "BouncedAddress" b
        where b."email" = w."email" and b."at" > w."emailVerifiedAt")`,
}

const ago = (now: Date, days: number) =>
  Prisma.sql`${new Date(now.getTime() - days * dayMs)}::timestamptz`

export interface Claim {
  now: Date
  /** Until when nobody else takes them: whose process has died is written to then. */
  until: Date
  atOnce: number
}

/** Takes those who are to be written to and have not been, so that no other process does meanwhile. */
export const claimDue = (kind: LetterKind, { now, until, atOnce }: Claim): Prisma.Sql => Prisma.sql`
  with "due" as (
    select "thing".*, u."email", u."language" from (${things[kind](now)}) "thing"
    join "User" u on u."id" = "thing"."userId"
      and u."disabledAt" is null and u."deletionDueAt" is null
    where not exists (
      select 1 from "Letter" l where l."userId" = u."id" and l."kind" = ${kind}
        and l."about" = "thing"."about"
        and (l."retryAt" is null or l."retryAt" > ${now}::timestamptz))
    limit ${atOnce}
  ), "claimed" as (
    insert into "Letter" ("userId", "kind", "about", "begunAt", "retryAt")
    select "userId", ${kind}, "about", ${now}::timestamptz, ${until}::timestamptz from "due"
    on conflict ("userId", "kind", "about") do update
      set "begunAt" = excluded."begunAt", "retryAt" = excluded."retryAt"
      where "Letter"."retryAt" <= excluded."begunAt"
    returning "userId", "about"
  )
  select "due".* from "due" join "claimed" using ("userId", "about")`
