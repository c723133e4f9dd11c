import { randomUUID } from 'node:crypto'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import t, { type Test } from 'tap'
import { migrate } from '../../server/clients/migrate.ts'
import { emptyDatabase } from '../fixtures/database.ts'
import { scratch } from '../fixtures/scratch.ts'

const prisma = join(import.meta.dirname, '..', '..', '..', 'prisma')
const name = '20261128202403_closed_sets'

/** A database as it was before the migration, and what brings it up to date. */
async function before(t: Test) {
  const url = await emptyDatabase(t)
  const older = join(await scratch(t), 'prisma')
  const isOlder = (path: string) =>
    !/\/(\d{14})_[^/]+/.test(path) || path < `${prisma}/migrations/${name}`
  await cp(prisma, older, { recursive: true, filter: isOlder })
  await migrate(url, older)
  await rm(older, { recursive: true })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  t.teardown(() => client.end())
  const rows = async (sql: string, values: unknown[] = []) => (await client.query(sql, values)).rows
  return { rows, update: () => migrate(url, prisma) }
}

t.test(
  'rows that the rules would refuse are mended, and nobody gains or loses by it',
  async (t) => {
    const { rows, update } = await before(t)
    const [user, video, encode, gone, session] = Array.from({ length: 5 }, () => randomUUID())
    await rows(
      `insert into "User" (id, email, "passwordHash") values ($1, 'ana@films.example', 'none')`,
      [user],
    )
    await rows(
      `insert into "Video" (id, slug, title, "encodeId", "rentAmount", "rentStartDays") values ($1, 'film', 'Film', $2, -5, 0)`,
      [video, encode],
    )
    await rows(
      `insert into "Rendition" (id, "videoId", "encodeId", name, kind, codecs, height, bandwidth, "averageBandwidth", prefix, "initBytes")
     values ($1, $2, $3, '360p', 'picture', 'avc1', 360, 1, 1, 'p', 1)`,
      [randomUUID(), video, encode],
    )
    await rows(
      `insert into "PlaybackSession" (id, "tokenHash", "userId", "familyId", "videoId", "deviceId", "encodeId", "lastSeenAt")
     values ($1, '\\x01', $2, $3, $4, 'phone', $5, now())`,
      [session, user, gone, video, randomUUID()],
    )
    await rows(
      `insert into "ViewingReport" (id, "playbackSessionId", "watchedSeconds", "stallCount", "stallMs")
     values ($1, $2, 1, 0, 0), ($3, $4, 1, 0, 0)`,
      [randomUUID(), session, randomUUID(), gone],
    )
    await rows(
      `insert into "CheckoutSession" (id, "userId", subject, terms, url, "expiresAt") values ('cs_1', $1, 'plan', '', '', now())`,
      [gone],
    )
    await rows(`insert into "Plan" (id, name, "maxStreams") values ('standard', 'Standard', 0)`)
    await rows(
      `insert into "Grant" (id, "userId", "planId", "videoId", reason)
     values ($1, $3, 'standard', $4, 'both'), ($2, $3, null, null, 'neither')`,
      [randomUUID(), randomUUID(), user, video],
    )
    await rows(
      `insert into "Purchase" (id, "userId", "videoId", kind, status, amount, currency, "paidAt")
     values ('cs_2', $1, $2, 'buy', 'whatever', -1, 'usd', now())`,
      [user, video],
    )
    await rows(
      `insert into "StripeEvent" (id, type, status, livemode, payload, "createdAt") values ('evt_1', 'x', 'lost', false, '', now())`,
    )
    await rows(`insert into "ReconcileRun" (id, kind, "startedAt") values ($1, 'unheard', now())`, [
      randomUUID(),
    ])

    await update()

    t.match(await rows('select "encodeId", "rentAmount", "rentStartDays" from "Video"'), [
      { encodeId: encode, rentAmount: null, rentStartDays: 1 },
    ])
    t.match(await rows('select kind, "encodeId" from "Rendition"'), [
      { kind: 'video', encodeId: encode },
    ])
    t.match(await rows('select "familyId", "endReason" from "PlaybackSession"'), [
      { familyId: null, endReason: 'signed_out' },
    ])
    t.match(await rows('select "playbackSessionId" from "ViewingReport"'), [
      { playbackSessionId: session },
    ])
    t.equal((await rows('select id from "ViewingReport"')).length, 1)
    t.equal((await rows('select id from "CheckoutSession"')).length, 0)
    t.same(
      await rows('select "planId", "videoId", reason from "Grant" order by "planId" nulls last'),
      [
        { planId: 'standard', videoId: null, reason: 'both' },
        { planId: null, videoId: video, reason: 'both' },
      ],
    )
    t.match(await rows('select status, amount from "Purchase"'), [
      { status: 'disputed', amount: 0 },
    ])
    t.match(await rows('select status from "StripeEvent"'), [{ status: 'received' }])
    t.equal((await rows('select id from "ReconcileRun"')).length, 0)
    t.match(await rows('select "maxStreams" from "Plan"'), [{ maxStreams: 1 }])
  },
)

t.test('what is not of a closed set is refused from then on', async (t) => {
  const { rows, update } = await before(t)
  await update()
  const [user, video] = [randomUUID(), randomUUID()]
  await rows(
    `insert into "User" (id, email, "passwordHash") values ($1, 'ana@films.example', 'none')`,
    [user],
  )
  await rows(`insert into "Video" (id, slug, title) values ($1, 'film', 'Film')`, [video])
  await rows(`insert into "Plan" (id, name) values ('standard', 'Standard')`)
  const grant =
    'insert into "Grant" (id, "userId", "planId", "videoId", reason) values ($1, $2, $3, $4, \'gift\')'
  await t.rejects(rows(grant, [randomUUID(), user, null, null]), /Grant_names_one_thing/)
  await t.rejects(rows(grant, [randomUUID(), user, 'standard', video]), /Grant_names_one_thing/)
  t.same(await rows(grant, [randomUUID(), user, 'standard', null]), [])
  const price = `insert into "Price" (id, "planId", interval, amount, currency) values ($1, 'standard', 'month', $2, 'usd')`
  await t.rejects(rows(price, ['price_1', -1]), /Price_amount/)
  t.same(await rows(price, ['price_1', 0]), [])
  const purchase = `insert into "Purchase" (id, "userId", "videoId", kind, status, amount, currency, "paidAt") values ('cs', $1, $2, 'buy', $3, 1, 'usd', now())`
  await t.rejects(rows(purchase, [user, video, 'whatever']), /Purchase_status/)
  t.same(await rows(purchase, [user, video, 'paid']), [])
  await t.rejects(rows('update "Video" set "encodeId" = $1', [randomUUID()]), /Video_encodeId_fkey/)
})

t.test('a sign-in that is removed ends what it plays', async (t) => {
  const { rows, update } = await before(t)
  await update()
  const [user, video, family, encode] = Array.from({ length: 4 }, () => randomUUID())
  await rows(
    `insert into "User" (id, email, "passwordHash") values ($1, 'ana@films.example', 'none')`,
    [user],
  )
  await rows(`insert into "RefreshFamily" (id, "userId", "expiresAt") values ($1, $2, now())`, [
    family,
    user,
  ])
  await rows(`insert into "Video" (id, slug, title) values ($1, 'film', 'Film')`, [video])
  await rows(`insert into "Encode" (id, "videoId", "sourceKey") values ($1, $2, '')`, [
    encode,
    video,
  ])
  await rows(
    `insert into "PlaybackSession" (id, "tokenHash", "userId", "familyId", "videoId", "deviceId", "encodeId", "lastSeenAt")
     values ($1, '\\x01', $2, $3, $4, 'phone', $5, now())`,
    [randomUUID(), user, family, video, encode],
  )
  await rows('delete from "RefreshFamily"')
  t.match(await rows('select "familyId", "endedAt", "endReason" from "PlaybackSession"'), [
    { familyId: null, endedAt: Date, endReason: 'signed_out' },
  ])
})
