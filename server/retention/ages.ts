import { LONGEST_DAYS } from '../accounts/sessions.ts'
import { reportsKeptDays } from '../analytics/days.ts'
import { Prisma } from '../clients/prisma/client.ts'

/** How long one kind of row is kept, and how those that are older are found. */
export interface Age {
  what: string
  days: number
  /** Removes at most `atOnce` of the rows from before `limit`. */
  remove(limit: Date, atOnce: number): Prisma.Sql
}

/** Deletes the rows of a table that a condition picks out, a batch at a time. */
const rows = (table: string, condition: (limit: Date) => Prisma.Sql): Age['remove'] => {
  const name = Prisma.raw(`"${table}"`)
  return (limit, atOnce) => Prisma.sql`
    delete from ${name} where ctid = any (array(
      select t.ctid from ${name} t where ${condition(limit)} limit ${atOnce}))`
}

const at = (limit: Date) => Prisma.sql`${limit}::timestamptz`

/**
 * Every table that grows by itself, and for how long each keeps what. What is not here is kept for
 * good: accounts, purchases and grants, the audit log, the daily sums of what was watched.
 */
export const ages: readonly Age[] = [
  {
    what: 'playback sessions',
    days: 30,
    remove: rows('PlaybackSession', (limit) => Prisma.sql`t."lastSeenAt" < ${at(limit)}`),
  },
  {
    what: 'refused playbacks',
    days: 30,
    remove: rows('PlayRefusal', (limit) => Prisma.sql`t."at" < ${at(limit)}`),
  },
  {
    // They are in the daily sums by then.
    what: 'viewing reports',
    days: reportsKeptDays,
    remove: rows('ViewingReport', (limit) => Prisma.sql`t."receivedAt" < ${at(limit)}`),
  },
  {
    what: 'bodies of payment events',
    days: 90,
    remove: (limit, atOnce) => Prisma.sql`
      update "StripeEvent" set "payload" = '' where ctid = any (array(
        select t.ctid from "StripeEvent" t
        where t."createdAt" < ${at(limit)} and t."status" in ('processed', 'ignored')
          and length(t."payload") > 0 limit ${atOnce}))`,
  },
  {
    // Stripe repeats an event for days and lists it for thirty.
    what: 'payment events',
    days: 400,
    remove: rows(
      'StripeEvent',
      (limit) =>
        Prisma.sql`t."createdAt" < ${at(limit)} and t."status" in ('processed', 'ignored')`,
    ),
  },
  {
    // The newest of each kind says where the next one begins.
    what: 'reconciling runs',
    days: 90,
    remove: rows(
      'ReconcileRun',
      (limit) => Prisma.sql`t."startedAt" < ${at(limit)} and exists (
        select 1 from "ReconcileRun" newer where newer."kind" = t."kind"
          and newer."finishedAt" is not null and newer."startedAt" > t."startedAt")`,
    ),
  },
  {
    what: 'preview links that are over',
    days: 90,
    remove: rows('PreviewLink', (limit) => Prisma.sql`t."expiresAt" < ${at(limit)}`),
  },
  {
    what: 'records of mails',
    days: 90,
    remove: rows('MailRecord', (limit) => Prisma.sql`t."at" < ${at(limit)}`),
  },
  {
    // Nothing that old is written about again.
    what: 'letters',
    days: 400,
    remove: rows('Letter', (limit) => Prisma.sql`t."begunAt" < ${at(limit)}`),
  },
  {
    what: 'addresses that were refused',
    days: 400,
    remove: rows('BouncedAddress', (limit) => Prisma.sql`t."at" < ${at(limit)}`),
  },
  {
    // Before their sign-ins, which would take all of theirs at once.
    what: 'used refresh tokens',
    days: 30,
    remove: rows('RefreshToken', (limit) => Prisma.sql`t."usedAt" < ${at(limit)}`),
  },
  {
    what: 'ended sign-ins',
    days: 30,
    remove: rows(
      'RefreshFamily',
      (limit) => Prisma.sql`(t."expiresAt" < ${at(limit)} or t."revokedAt" < ${at(limit)})`,
    ),
  },
  {
    what: 'mailed links that are over',
    days: 30,
    remove: rows('MailedLink', (limit) => Prisma.sql`t."expiresAt" < ${at(limit)}`),
  },
  {
    // No sign-in of theirs stands any more.
    what: 'devices that stay away',
    days: LONGEST_DAYS,
    remove: rows('Device', (limit) => Prisma.sql`t."lastSeenAt" < ${at(limit)}`),
  },
  {
    what: 'unused challenges of passkeys',
    days: 30,
    remove: rows('Challenge', (limit) => Prisma.sql`t."expiresAt" < ${at(limit)}`),
  },
  {
    what: 'ended invitations',
    days: 30,
    remove: rows('OperatorInvitation', (limit) => Prisma.sql`t."expiresAt" < ${at(limit)}`),
  },
  {
    what: 'ended uploads',
    days: 90,
    remove: rows(
      'Upload',
      (limit) =>
        Prisma.sql`t."status" in ('completed', 'aborted') and t."updatedAt" < ${at(limit)}`,
    ),
  },
  {
    // Whatever still plays by one is younger.
    what: 'encodes that nobody plays',
    days: 90,
    remove: rows(
      'Encode',
      (limit) => Prisma.sql`t."createdAt" < ${at(limit)}
        and greatest(t."finishedAt", t."failedAt", t."supersededAt") < ${at(limit)}
        and not exists (select 1 from "Video" v where v."encodeId" = t."id")
        and not exists (select 1 from "PlaybackSession" s where s."encodeId" = t."id")`,
    ),
  },
  {
    what: 'pieces of finished encodes',
    days: 90,
    remove: rows(
      'EncodePiece',
      (limit) => Prisma.sql`t."finishedAt" < ${at(limit)} and exists (
        select 1 from "Encode" e where e."id" = t."encodeId" and e."finishedAt" < ${at(limit)})`,
    ),
  },
  {
    what: 'pages of checkout',
    days: 30,
    remove: rows('CheckoutSession', (limit) => Prisma.sql`t."expiresAt" < ${at(limit)}`),
  },
]
