import { randomBytes } from 'node:crypto'
import type { Readable } from 'node:stream'
import { v7 as uuid } from 'uuid'
import type { ImportedPeople, ImportQuery } from '../../contract/people.ts'
import { say } from '../../contract/words/server.ts'
import { hashPassword } from '../accounts/passwords.ts'
import { audit } from '../audit/audit.ts'
import type { DatabaseTransaction } from '../clients/database.ts'
import type { StudioDeps } from '../services.ts'
import { type Line, readPeopleCsv } from './read-people-csv.ts'

type Deps = Pick<StudioDeps, 'database' | 'clock'>

/** Lines stored in one transaction: a failure in the middle leaves whole ones, and importing again goes on. */
const atOnce = 2_000
const mostTold = 1_000

interface Thing {
  planId: string | null
  videoId: string | null
}
type Target = Thing | null
interface Wanted extends Line {
  target: Target
}

/** Plans by their id and their name, films by their link. */
async function findTargets({ database }: Deps, lines: readonly Line[]) {
  const plans = new Map<string, string>()
  for (const { id, name } of await database.plan.findMany()) plans.set(name, id).set(id, id)
  const slugs = [...new Set(lines.flatMap(({ film }) => film ?? []))]
  const videos = await database.video.findMany({
    where: { slug: { in: slugs } },
    select: { id: true, slug: true },
  })
  const films = new Map(videos.map(({ id, slug }) => [slug, id]))
  return ({ plan, film }: Line): Target | string => {
    if (plan !== null) {
      const planId = plans.get(plan)
      return planId === undefined ? say('people.noPlan', { plan }) : { planId, videoId: null }
    }
    if (film === null) return null
    const videoId = films.get(film)
    return videoId === undefined ? say('people.noFilm', { film }) : { planId: null, videoId }
  }
}

/**
 * Addresses with something for them whose account was opened by whoever typed them, and is used, though nobody
 * has shown that mail to them arrives there. The log tells that it was used when its sign-ins are swept already.
 */
async function takenAddresses({ database }: Deps, lines: readonly Wanted[]) {
  const emails = lines.filter(({ target }) => target !== null).map(({ email }) => email)
  const rows = await database.$queryRaw<{ email: string }[]>`
    select u."email" from "User" u where u."email" = any(${emails}::text[])
      and u."emailVerifiedAt" is null
      and exists (select 1 from "AuditEntry" a
        where a."subject" = 'user:' || u."id" and a."action" = 'user.signed-in')`
  return new Set(rows.map(({ email }) => email))
}

const grantKey = (userId: string, { planId, videoId }: Thing, until: Date | null) =>
  `${userId} ${planId} ${videoId} ${until?.getTime() ?? ''}`

interface Import {
  actorId: string
  passwordHash: string
  now: Date
}

/** Adds who is new. @returns how many they are, and the ids of all by address */
async function addPeople(tx: DatabaseTransaction, emails: string[], { passwordHash, now }: Import) {
  const ids = emails.map(() => uuid())
  const added = await tx.$executeRaw`
    insert into "User" ("id", "email", "passwordHash", "createdAt")
    select "id", "email", ${passwordHash}, ${now}
    from unnest(${ids}::uuid[], ${emails}::text[]) as "new" ("id", "email")
    on conflict ("email") do nothing`
  const rows = await tx.$queryRaw<{ id: string; email: string }[]>`
    select "id"::text, "email" from "User" where "email" = any(${emails}::text[])`
  return { added, ids: new Map(rows.map(({ id, email }) => [email, id])) }
}

interface NewGrant extends Thing {
  id: string
  userId: string
  until: Date | null
}

/** What of it was not given before. */
async function newGrants(
  tx: DatabaseTransaction,
  lines: readonly Wanted[],
  ids: ReadonlyMap<string, string>,
): Promise<NewGrant[]> {
  const userIds = [...ids.values()]
  const before = await tx.$queryRaw<Omit<NewGrant, 'id'>[]>`
    select "userId"::text, "planId", "videoId"::text, "until" from "Grant"
    where "userId" = any(${userIds}::uuid[]) and "revokedAt" is null`
  const known = new Set(before.map((grant) => grantKey(grant.userId, grant, grant.until)))
  return lines.flatMap(({ email, target, until }) => {
    const userId = ids.get(email)
    if (target === null || userId === undefined) return []
    const key = grantKey(userId, target, until)
    if (known.has(key)) return []
    known.add(key)
    return [{ id: uuid(), userId, ...target, until }]
  })
}

async function give(
  tx: DatabaseTransaction,
  grants: readonly NewGrant[],
  { actorId, now }: Import,
) {
  const reason = say('people.reason')
  const rows = JSON.stringify(grants.map((grant) => ({ ...grant, entry: uuid() })))
  await tx.$executeRaw`
    with "new" as (
      select * from jsonb_to_recordset(${rows}::jsonb) as "row"
        ("id" uuid, "userId" uuid, "planId" text, "videoId" uuid, "until" timestamptz, "entry" uuid)
    ), "given" as (
      insert into "Grant" ("id", "userId", "planId", "videoId", "until", "reason", "grantedById", "createdAt")
      select "id", "userId", "planId", "videoId", "until", ${reason}, ${actorId}::uuid, ${now} from "new"
    )
    insert into "AuditEntry" ("id", "at", "actorId", "action", "subject", "details")
    select "entry", ${now}, ${actorId}::uuid, 'grant.given', 'user:' || "userId",
      jsonb_build_object('grant', "id", 'planId', "planId", 'videoId', "videoId", 'until', "until",
        'reason', ${reason}::text)
    from "new"`
}

async function store(tx: DatabaseTransaction, lines: readonly Wanted[], by: Import) {
  const emails = [...new Set(lines.map(({ email }) => email))]
  const { added, ids } = await addPeople(tx, emails, by)
  const grants = await newGrants(tx, lines, ids)
  if (grants.length > 0) await give(tx, grants, by)
  return { added, known: emails.length - added, given: grants.length }
}

/**
 * Accounts for all that a CSV file names, and free access where it says so. Nobody knows the passwords of new
 * ones: their owners sign in by a mailed link, or choose a password with “Forgot your password?”.
 *
 * @throws BAD_REQUEST, TOO_LARGE for a file that cannot be read
 */
export async function importPeople(
  deps: Deps,
  actorId: string,
  file: Readable,
  { wrong: onWrong }: ImportQuery,
): Promise<ImportedPeople> {
  const now = deps.clock.now()
  const { lines, wrong } = await readPeopleCsv(file, now)
  const all = lines.length + wrong.length
  const targetOf = await findTargets(deps, lines)
  const wanted: Wanted[] = []
  for (const line of lines) {
    const target = targetOf(line)
    if (typeof target === 'string') wrong.push({ line: line.line, message: target })
    else wanted.push({ ...line, target })
  }
  const taken = await takenAddresses(deps, wanted)
  for (const { line, email } of wanted) {
    if (taken.has(email)) wrong.push({ line, message: say('people.unverified', { email }) })
  }
  const given = wanted.filter(({ email }) => !taken.has(email))
  wrong.sort((a, b) => a.line - b.line)
  const told = {
    lines: all,
    wrong: wrong.length,
    problems: wrong.slice(0, mostTold),
  }
  const counts = { added: 0, known: 0, given: 0 }
  if (wrong.length > 0 && onWrong === 'stop') return { done: false, ...told, ...counts }
  const passwordHash = await hashPassword(randomBytes(32).toString('base64url'))
  for (let at = 0; at < given.length; at += atOnce) {
    const batch = given.slice(at, at + atOnce)
    const stored = await deps.database.$transaction((tx) =>
      store(tx, batch, { actorId, passwordHash, now }),
    )
    counts.added += stored.added
    counts.known += stored.known
    counts.given += stored.given
  }
  await audit(deps.database, {
    actorId,
    action: 'people.imported',
    subject: 'site',
    details: counts,
  })
  return { done: true, ...told, ...counts }
}
