// A house of some years in plain SQL: the database that every route is measured on. It takes minutes.
import pg from 'pg'
import { libraryRows } from './library-rows.mjs'

/** How much of everything a house of `scale` 1 has. */
const sizes = {
  people: 200_000,
  subscriptions: 150_000,
  films: 5_000,
  progress: 2_000_000,
  sessions: 3_000_000,
  reports: 3_000_000,
  events: 1_000_000,
  audit: 500_000,
  payments: 600_000,
  purchases: 100_000,
  grants: 5_000,
  mails: 300_000,
  collections: 60,
  watchlist: 400_000,
  finished: 1_000_000,
  bundles: 40,
  previews: 2_000,
}

/** Lines of the English captions of each film; told scale or not. */
const linesOfFilm = 200

/** Ids that grow with their number, as ids made in order of time do; `kind` keeps tables apart. */
const helpers = `
create function bench_id(kind int, n bigint) returns uuid immutable language sql as $$
  select (lpad(to_hex(kind), 8, '0') || '-' || lpad(to_hex(n >> 32), 4, '0') || '-7000-8000-'
    || lpad(to_hex(n & 4294967295), 12, '0'))::uuid $$;
-- Few films are watched by many.
create function bench_film(films int) returns bigint volatile language sql as $$
  select least(films - 1, floor(films * power(random(), 3)))::bigint $$;
select setseed(0.5);`

const film = (n) => `bench_id(2, ${n})`
const person = (n) => `bench_id(1, ${n})`

const statements = ({ admin, ...n }) => [
  [
    'User',
    `insert into "User" (id, email, "passwordHash", "createdAt", role, "stripeCustomerId")
    select ${person('n')}, (array['anna','ben','chloe','david','emma','felix','greta','hugo'])[1 + n % 8]
        || '.' || substr(md5(n::text), 1, 3) || n || '@' || (array['mail','post','films','home'])[1 + n % 4] || '.example',
      'none', now() - (${n.people} - n) * interval '3 minutes', 'member', 'cus_' || n
    from generate_series(0, ${n.people - 1}) n`,
  ],
  ['User', `update "User" set role = 'admin' where id = ${person(admin)}`],
  [
    'RefreshFamily',
    `insert into "RefreshFamily" (id, "userId", "createdAt", "expiresAt")
    select bench_id(3, n), ${person('n')}, now() - interval '10 days', now() + interval '20 days'
    from generate_series(0, ${n.people - 1}) n`,
  ],
  [
    'StripeCustomer',
    `insert into "StripeCustomer" (id, "userId", "syncedAt")
    select 'cus_' || n, ${person('n')}, now() - random() * interval '1 day'
    from generate_series(0, ${n.people - 1}) n`,
  ],
  [
    'Plan',
    `insert into "Plan" (id, name, rank, "stripeProductId")
    values ('basic', 'Basic', 1, 'prod_basic'), ('standard', 'Standard', 2, 'prod_standard')`,
  ],
  [
    'Price',
    `insert into "Price" (id, "planId", interval, amount, currency, active)
    select 'price_' || p || '_' || i, p, i, case i when 'month' then 999 else 9900 end, 'usd', true
    from unnest(array['basic', 'standard']) p, unnest(array['month', 'year']) i`,
  ],
  [
    'Subscription',
    `insert into "Subscription" (id, "userId", "customerId", status, "createdAt", "endedAt")
    select 'sub_' || n, ${person('n')}, 'cus_' || n,
      (array['active','active','active','active','active','active','trialing','past_due','canceled'])[1 + n % 9],
      now() - random() * interval '900 days', case when n % 9 = 8 then now() - random() * interval '400 days' end
    from generate_series(0, ${n.subscriptions - 1}) n`,
  ],
  [
    'WorthChange',
    `insert into "WorthChange" (id, at, "userId", currency, kind, amount, late)
    select gen_random_uuid(), at, "userId", 'usd', kind, amount, 0
    from "Subscription" s, lateral (values
      (s."createdAt", 'new', 999), (s."createdAt" + interval '40 days', 'expansion', 500),
      (s."createdAt" + interval '80 days', 'contraction', -500), (s."endedAt", 'churn', -999)
    ) as moved(at, kind, amount)
    where at <= now() and s.status <> 'trialing'`,
  ],
  [
    'SubscriptionItem',
    `insert into "SubscriptionItem" (id, "subscriptionId", "priceId", "productId", "currentPeriodStart", "currentPeriodEnd")
    select 'si_' || n, 'sub_' || n, 'price_' || p || '_' || (array['month', 'year'])[1 + n / 2 % 2], 'prod_' || p,
      now() - interval '10 days', now() + interval '20 days'
    from generate_series(0, ${n.subscriptions - 1}) n,
      lateral (select (array['basic', 'standard'])[1 + n % 2] as p) as plan`,
  ],
  [
    'Video',
    `insert into "Video" (id, slug, title, description, status, progress, published, "publishedAt", "createdAt",
      "durationSeconds", "encodeId", "posterKey", free, "teaserSeconds", "rentAmount", "buyAmount")
    select ${film('n')}, 'film-' || n,
      (array['The','A','My','Our','Last'])[1 + n % 5] || ' '
        || (array['quiet','long','golden','hidden','broken','distant','restless'])[1 + n % 7] || ' '
        || (array['river','summer','house','letter','border','garden','winter','mountain'])[1 + n / 7 % 8] || ' ' || n,
      repeat('What happens when nobody is looking, told by those who were there. ', 6) || md5(n::text),
      'ready', 1, n % 20 > 0, case when n % 20 > 0 then now() - (${n.films} - n) * interval '4 hours' end,
      now() - (${n.films} - n) * interval '4 hours' - interval '2 days', 5400, bench_id(4, n), 'videos/poster-' || n,
      n % 50 = 1, case when n % 3 = 0 then 120 end, case when n % 4 = 0 then 399 end, case when n % 4 = 0 then 999 end
    from generate_series(0, ${n.films - 1}) n`,
  ],
  [
    'Encode',
    `insert into "Encode" (id, "videoId", "sourceKey", "createdAt", "playableAt", "finishedAt", plan)
    select bench_id(4, n), ${film('n')}, 'originals/' || n, now() - interval '30 days', now() - interval '30 days',
      now() - interval '30 days', null
    from generate_series(0, ${n.films - 1}) n`,
  ],
  [
    'EncodePiece',
    `insert into "EncodePiece" (id, "encodeId", name, position, priority, weight, progress, "finishedAt")
    select bench_id(5, n * 100 + p), bench_id(4, n), 'piece/' || p, p, 0, 1, 1, now() - interval '30 days'
    from generate_series(0, ${n.films - 1}) n, generate_series(0, 19) p`,
  ],
  [
    'Rendition',
    `insert into "Rendition" (id, "videoId", "encodeId", name, kind, codecs, width, height, "frameRate", bandwidth,
      "averageBandwidth", prefix, "segmentSeconds", "segmentBytes", "initBytes")
    select bench_id(6, n * 10 + r), ${film('n')}, bench_id(4, n), name, case name when 'audio' then 'audio' else 'video' end,
      case name when 'audio' then 'mp4a.40.2' else 'avc1.4d401f' end, case name when 'audio' then null else 1280 end,
      case name when 'audio' then null else 720 end, case name when 'audio' then null else 25 end,
      5000000 >> r, 4000000 >> r, 'videos/' || ${film('n')} || '/' || bench_id(4, n) || '/' || name,
      array_fill(4::float8, array[1350]), array_fill(1000000, array[1350]), 900
    from generate_series(0, ${n.films - 1}) n,
      lateral unnest(array['1080p', '720p', '480p', '360p', 'audio']) with ordinality as rung(name, at),
      lateral (select at::int - 1 as r) as number`,
  ],
  [
    'Caption',
    `insert into "Caption" (id, "videoId", language, label, key)
    select bench_id(7, n * 10 + at), ${film('n')}, language, language, 'captions/' || n
    from generate_series(0, ${n.films - 1}) n, unnest(array['en', 'de', 'fr']) with ordinality as l(language, at)`,
  ],
  [
    'VideoPlan',
    `insert into "VideoPlan" ("videoId", "planId") select ${film('n')}, p
    from generate_series(0, ${n.films - 1}) n, unnest(array['basic', 'standard']) p where n % 4 <> 0`,
  ],
  [
    'Upload',
    `insert into "Upload" (id, "videoId", key, "fileName", "contentType", "sizeBytes", "partSizeBytes", "partCount", status, "createdAt", "updatedAt")
    select bench_id(8, n), ${film('n')}, 'originals/' || n, 'film.mp4', 'video/mp4', 4000000000, 16000000, 250,
      'completed', now() - interval '30 days', now() - interval '30 days'
    from generate_series(0, ${n.films - 1}) n`,
  ],
  [
    'Collection',
    `insert into "Collection" (id, slug, title, description, "createdAt")
    select bench_id(9, n), 'collection-' || n, 'Collection ' || n, 'What belongs together.', now()
    from generate_series(0, ${n.collections - 1}) n`,
  ],
  [
    'CollectionVideo',
    `insert into "CollectionVideo" ("collectionId", "videoId", position)
    select bench_id(9, c), ${film(`(c * 61 + p * 7) % ${n.films}`)}, p
    from generate_series(0, ${n.collections - 1}) c, generate_series(0, ${Math.min(299, n.films - 1)}) p
    on conflict do nothing`,
  ],
  [
    'WatchProgress',
    `insert into "WatchProgress" ("userId", "videoId", "positionSeconds", "updatedAt")
    select ${person(`n % ${n.people}`)}, ${film(`(n * 31 + n / ${n.people} * 13) % ${n.films}`)}, 60 + random() * 4000,
      now() - random() * interval '700 days'
    from generate_series(0, ${n.progress - 1}::bigint) n on conflict do nothing`,
  ],
  [
    'WatchProgress',
    // Somebody who begins everything.
    `insert into "WatchProgress" ("userId", "videoId", "positionSeconds", "updatedAt")
    select ${person(1)}, ${film('n')}, 600, now() - n * interval '1 hour'
    from generate_series(0, ${n.films - 1}) n on conflict do nothing`,
  ],
  [
    'PlaybackSession',
    `insert into "PlaybackSession" (id, "tokenHash", "userId", "familyId", "videoId", "deviceId", "deviceName", "encodeId",
      "startedAt", "lastSeenAt", "endedAt", "endReason")
    select bench_id(10, n), decode(md5(n::text) || md5('t' || n), 'hex'), ${person('who')}, bench_id(3, who),
      ${film('what')}, 'device-' || n % 3, 'Chrome on Windows', bench_id(4, what), seen - interval '1 hour', seen,
      case when n % 10 < 9 then seen end, case when n % 10 < 9 then 'stopped' end
    from (select n, floor(random() * ${n.people})::bigint as who, bench_film(${n.films}) as what,
        now() - (${n.sessions} - n) * interval '29 days' / ${n.sessions} as seen
      from generate_series(0, ${n.sessions - 1}::bigint) n) as played`,
  ],
  [
    'ViewingReport',
    `insert into "ViewingReport" (id, "playbackSessionId", "videoId", "userId", "receivedAt", "startUpMs", "watchedSeconds",
      "stallCount", "stallMs", "errorCode", watched, source, device)
    select bench_id(11, n), case when n >= ${n.reports} * 2 / 3 then bench_id(10, n) end,
      ${film(`bench_film(${n.films})`)}, ${person(`floor(random() * ${n.people})::bigint`)},
      now() - (${n.reports} - n) * interval '89 days' / ${n.reports}, 300 + random() * 3000, random() * 5400,
      case when n % 7 = 0 then 1 else 0 end, case when n % 7 = 0 then 800 else 0 end,
      case when n % 200 = 0 then 'MEDIA' || n % 1000 / 200 end,
      case when n % 5 = 0 then array[0, (20 + n % 300)::int, (330 + n % 40)::int, (400 + n % 140)::int]
        else array[0, (20 + n % 520)::int] end,
      case when n % 3 > 0 then 'site-' || n % 40 || '.example' end,
      (array['Chrome on Windows','Safari on iPhone','Chrome on Android phone','Firefox on Linux'])[1 + n % 4]
    from generate_series(0, ${n.reports - 1}::bigint) n`,
  ],
  [
    'ViewingDay',
    `insert into "ViewingDay" (day, "videoId", plays, viewers, "watchedSeconds", "stallCount", "stallMs", failures)
    select (now() at time zone 'UTC')::date - d, ${film('n')}, 5 + n % 20, 4 + n % 18, 20000 + n, 2, 1500, 0
    from generate_series(90, 500) d, generate_series(0, ${n.films - 1}) n where (n + d) % 3 > 0`,
  ],
  [
    'SummedDay',
    `insert into "SummedDay" (day, plays, "watchedSeconds", viewers, others, people, sealed)
    select day, sum(plays), sum("watchedSeconds"), sum(viewers), 0,
      ('x' || repeat(md5(day::text), ${n.people} / 128 + 1))::varbit, true
    from "ViewingDay" group by day`,
  ],
  [
    'ViewingMonth',
    `insert into "ViewingMonth" (month, "videoId", plays, "watchedSeconds")
    select date_trunc('month', day)::date, "videoId", sum(plays), sum("watchedSeconds")
    from "ViewingDay" group by 1, 2`,
  ],
  [
    'AudienceDay',
    `insert into "AudienceDay" (day, "videoId", viewings, counts)
    select (now() at time zone 'UTC')::date - d, ${film('n')}, 5 + n % 20,
      array(select 1 + (540 - step) / 40 from generate_series(0, 539) step)
    from generate_series(90, 500) d, generate_series(0, least(${n.films}, 500) - 1) n`,
  ],
  [
    'ViewingTally',
    `insert into "ViewingTally" (day, kind, name, plays, "watchedSeconds")
    select (now() at time zone 'UTC')::date - d, kind, 'name-' || n, 10, 20000
    from generate_series(90, 500) d, generate_series(0, 199) n,
      (values ('source'), ('device')) as kinds(kind) where kind = 'source' or n < 40`,
  ],
  [
    'StripeEvent',
    `insert into "StripeEvent" (id, type, status, livemode, "apiVersion", subject, payload, "createdAt", "receivedAt", "processedAt", attempts)
    select 'evt_' || n, (array['invoice.paid','customer.subscription.updated','charge.succeeded'])[1 + n % 3],
      case when n % 50000 = 7 then 'dead' when n % 3 = 0 then 'ignored' else 'processed' end, true, '2025', 'customer:cus_' || n % ${n.people},
      case when at > now() - interval '90 days' then convert_to(repeat(md5(n::text), 53), 'UTF8') else '' end, at, at, at, 1
    from (select n, now() - (${n.events} - n) * interval '395 days' / ${n.events} as at
      from generate_series(0, ${n.events - 1}) n) as sent`,
  ],
  [
    'AuditEntry',
    `insert into "AuditEntry" (id, at, "actorId", action, subject, details)
    select bench_id(12, n), now() - (${n.audit} - n) * interval '1000 days' / ${n.audit},
      case when n % 10 = 0 then ${person(admin)} end,
      (array['subscription.granted','subscription.revoked','grant.given','user.signed-in'])[1 + n % 4],
      'user:' || ${person(`n % ${n.people}`)}, '{"plan": "standard"}'
    from generate_series(0, ${n.audit - 1}::bigint) n`,
  ],
  [
    'Purchase',
    `insert into "Purchase" (id, "userId", "videoId", kind, status, amount, currency, "customerId", "paidAt")
    select 'cs_' || n, ${person(`n % ${n.people}`)}, ${film(`bench_film(${n.films})`)},
      (case n % 2 when 0 then 'rent' else 'buy' end)::"PurchaseKind", 'paid', 399, 'usd', 'cus_' || n % ${n.people},
      now() - random() * interval '700 days'
    from generate_series(0, ${n.purchases - 1}) n`,
  ],
  [
    'Payment',
    `insert into "Payment" (id, "userId", "customerId", kind, status, "subscriptionId", "purchaseId", "productIds", "priceIds", amount, currency, at)
    select 'ch_' || n, ${person(`n % ${n.people}`)}, 'cus_' || n % ${n.people}, case when n % 6 = 0 then 'rent' else 'plan' end,
      'succeeded', case when n % 6 > 0 then 'sub_' || n % ${n.subscriptions} end, case when n % 6 = 0 then 'cs_' || n / 6 end,
      case when n % 6 > 0 then array['prod_' || (array['basic', 'standard'])[1 + n % 2]] else '{}' end, case when n % 6 > 0 then array['price_' || (array['basic', 'standard'])[1 + n % 2] || '_month'] else '{}' end,
      999, 'usd', now() - (${n.payments} - n) * interval '900 days' / ${n.payments}
    from generate_series(0, ${n.payments - 1}) n`,
  ],
  [
    'Grant',
    `insert into "Grant" (id, "userId", "planId", reason, "createdAt")
    select bench_id(13, n), ${person(`n * 7 % ${n.people}`)}, 'standard', 'a gift', now()
    from generate_series(0, ${n.grants - 1}) n`,
  ],
  [
    'MailRecord',
    `insert into "MailRecord" (id, at, "to", "userId", subject, outcome)
    select bench_id(14, n), now() - (${n.mails} - n) * interval '89 days' / ${n.mails}, u.email, u.id, 'Your payment', 'sent'
    from generate_series(0, ${n.mails - 1}::bigint) n join "User" u on u.id = ${person(`n % ${n.people}`)}`,
  ],
  [
    'ReconcileRun',
    `insert into "ReconcileRun" (id, kind, "startedAt", "finishedAt")
    select bench_id(15, n), case when n % 24 = 0 then 'sweep' else 'events' end, at, at
    from (select n, now() - (9000 - n) * interval '14 minutes' as at from generate_series(0, 8999) n) as ran`,
  ],
]

/** How many of each there are, and the number of the operator. @param scale 1: the sizes above */
export function countsAt(scale) {
  const counts = Object.entries(sizes).map(([what, count]) => [
    what,
    Math.max(20, Math.round(count * scale)),
  ])
  const n = Object.fromEntries(counts)
  return { ...n, linesOfFilm, admin: n.people - 1 }
}

/**
 * Fills a database that is migrated and empty.
 *
 * @param url of an owner who may turn triggers off (a superuser)
 */
export async function fill(url, n, say = () => undefined) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(`set synchronous_commit = off; set maintenance_work_mem = '256MB'`)
    // Rows are made to fit: keys need not be looked up, and nobody is to be notified.
    await client.query('set session_replication_role = replica')
    await client.query(helpers)
    for (const [table, text] of [...statements(n), ...libraryRows(n)]) {
      const began = performance.now()
      await withoutIndexes(client, table, () => client.query(text))
      say(`${table}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
    }
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

/** Indexes are made faster at the end than row by row. */
async function withoutIndexes(client, table, work) {
  const { rows } = await client.query(
    `select i.indexrelid::regclass as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i where i.indrelid = $1::regclass and not i.indisunique`,
    [`"${table}"`],
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  await work()
  for (const { definition } of rows) await client.query(definition)
}
