import type { Moment, SearchHit, SearchQuery, SearchResults } from '../../contract/search.ts'
import { Prisma } from '../clients/prisma/client.ts'
import { loadFactsOf } from '../entitlements/facts.ts'
import { isListed, listed } from './on-show.ts'
import { publishDue } from './publish-due.ts'
import { anywhere, beginning, forgiving, spoken, wordsIn } from './search-words.ts'
import { type CatalogDeps, seenBy, toCard, type Visitor } from './videos.ts'

/** Lines that are looked at for words that are said all the time. */
const mostLines = 2_000
const momentsShown = 3

const all = (words: readonly string[], condition: (word: string) => Prisma.Sql) =>
  Prisma.join(words.map(condition), ' and ')

/** What is told of films, those first whose names have all the words. */
async function findTold(
  { database }: Pick<CatalogDeps, 'database'>,
  words: readonly string[],
  patternsOf: (word: string) => string[],
  limit: number,
): Promise<string[]> {
  const names = (word: string) => Prisma.sql`v."foldedNames" like any(${patternsOf(word)})`
  const begins = (word: string) => Prisma.sql`v."foldedNames" like ${beginning(word)}`
  const rows = await database.$queryRaw<{ id: string }[]>`
    select v.id from "Video" v
    where ${isListed} and ${all(
      words,
      (word) => Prisma.sql`(${names(word)}
      or v."foldedText" like ${anywhere(word)})`,
    )}
    order by (${all(words, begins)}) desc, (${all(words, names)}) desc,
      v."publishedAt" desc, v.id desc
    limit ${limit}`
  return rows.map(({ id }) => id)
}

interface Said extends Moment {
  videoId: string
}

/** The first lines of each film's captions that hold all the words, the films first that say them most. */
async function findSaid(
  { database }: Pick<CatalogDeps, 'database'>,
  words: readonly string[],
): Promise<Map<string, Said[]>> {
  const rows = await database.$queryRaw<Said[]>`
    with line as (
      select c."videoId", c.language, l."captionId", l."startSeconds" as seconds, l.text
      from "CaptionLine" l
      join "Caption" c on c.id = l."captionId" and c."linesRead"
      join "Video" v on v.id = c."videoId" and ${isListed}
      where ${all(words, (word) => Prisma.sql`l.folded like ${spoken(word)}`)}
      limit ${mostLines}
    ), counted as (
      select *, count(*) over (partition by "captionId") as count,
        row_number() over (partition by "captionId" order by seconds) as place
      from line
    )
    select "videoId", language, seconds, text from counted where place <= ${momentsShown}
    order by count desc, "captionId", seconds`
  const byVideo = new Map<string, Said[]>()
  for (const row of rows) {
    const sofar = byVideo.get(row.videoId) ?? []
    // Of captions in several languages those that say it most.
    if (sofar.every(({ language }) => language === row.language)) {
      byVideo.set(row.videoId, [...sofar, row])
    }
  }
  return byVideo
}

/**
 * Films by title, people, categories and description, where every word must stand somewhere, and then by
 * what is said in them. Where nothing is found as it was typed, each word may have one letter wrong.
 *
 * @throws ENTITLEMENTS_UNAVAILABLE
 */
export async function search(
  deps: CatalogDeps,
  visitor: Visitor,
  { q, limit }: SearchQuery,
): Promise<SearchResults> {
  const [row] = await deps.database.$queryRaw<{ folded: string }[]>`
    select search_fold(${q}) as folded`
  const words = wordsIn(row?.folded ?? '')
  if (words.length === 0) return { hits: [], more: false }
  await publishDue(deps)
  const [told, said] = await Promise.all([
    findTold(deps, words, (word) => [anywhere(word)], limit + 1),
    findSaid(deps, words),
  ])
  const asTyped = [...new Set([...told, ...said.keys()])]
  const ids = asTyped.length > 0 ? asTyped : await findTold(deps, words, forgiving, limit + 1)
  const hits = await hitsOf(deps, visitor, ids.slice(0, limit), said)
  return { hits, more: ids.length > limit }
}

/** What is said in a film is told to those who may watch it. */
async function hitsOf(
  deps: CatalogDeps,
  visitor: Visitor,
  ids: string[],
  said: ReadonlyMap<string, Said[]>,
): Promise<SearchHit[]> {
  const [rows, facts] = await Promise.all([
    deps.database.video.findMany({
      where: { AND: [listed, { id: { in: ids } }] },
      include: seenBy(visitor),
    }),
    loadFactsOf(deps, visitor?.userId ?? null, ids),
  ])
  const cards = await Promise.all(rows.map((video) => toCard(deps, video, facts.get(video.id))))
  const byId = new Map(cards.map((card) => [card.id, card]))
  return ids.flatMap((id) => {
    const video = byId.get(id)
    if (video === undefined) return []
    const lines = said.get(id) ?? []
    const moments = lines.map(({ seconds, text, language }) => ({ seconds, text, language }))
    return [{ video, said: lines.length > 0, moments: video.access.allowed ? moments : [] }]
  })
}
