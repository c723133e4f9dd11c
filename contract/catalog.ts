import { type Static, Type } from 'typebox'
import { Access } from './access.ts'
import { Input, Nullable, OneOf, time, Uuid } from './common.ts'

export const PosterSize = Type.Object(
  {
    width: Type.Integer({ description: 'Pixels, or a little less.' }),
    type: OneOf(['image/avif', 'image/webp', 'image/jpeg']),
    url: Type.String(),
  },
  { title: 'PosterSize' },
)
export type PosterSize = Static<typeof PosterSize>

const cardMembers = {
  id: Uuid,
  slug: Type.String(),
  title: Type.String(),
  durationSeconds: Nullable(Type.Number()),
  posterUrl: Nullable(Type.String({ description: 'Pre-signed; good for at least half an hour.' })),
  posterSizes: Type.Array(PosterSize, {
    description:
      'The same picture in other sizes and formats, the smallest format first; none for one of an earlier version.',
  }),
  resumeSeconds: Nullable(Type.Number({ description: 'Where the viewer stopped.' })),
  access: Access,
  comingAt: Type.Optional(
    Nullable(
      time('When it goes on show, of a film that is announced; left out where none can be.'),
    ),
  ),
}

/** A film as lists show it. */
export const Card = Type.Object(cardMembers, { title: 'Card' })
export type Card = Static<typeof Card>

/** A film as its page is written: what is seen of it before anything was asked. Its poster is not signed. */
export type OpenedVideo = Pick<Card, 'slug' | 'id' | 'title' | 'posterUrl' | 'posterSizes'>

export const Chapter = Type.Object(
  { startSeconds: Type.Number(), title: Type.String() },
  { title: 'Chapter' },
)
export type Chapter = Static<typeof Chapter>

/** Of people, categories or tags of one film. */
export const mostNames = 50

const Names = (what: string) =>
  Type.Array(Type.String({ minLength: 1, maxLength: 100 }), {
    ...{ maxItems: mostNames, uniqueItems: true, description: what },
  })

export const aboutMembers = {
  year: Nullable(Type.Integer({ minimum: 1880, maximum: 2200 })),
  ageRating: Nullable(
    Type.String({
      minLength: 1,
      maxLength: 20,
      description: 'As it is written where it is shown: "PG", "FSK 12".',
    }),
  ),
  people: Names('Who made it and who is in it, in order.'),
  categories: Names('Such as documentary.'),
  tags: Names('Finer than categories: what it is about.'),
  countries: Names('Where it was made.'),
  languages: Names('What is spoken in it.'),
}

/** What is known of a film beside its story. */
export const About = Type.Object(aboutMembers, { title: 'About' })
export type About = Static<typeof About>

const numbered = {
  season: Nullable(Type.Integer(), { description: 'Of an episode.' }),
  episode: Nullable(Type.Integer(), { description: 'Its number in the season.' }),
}

/** The film before or after another one in a collection. */
export const Neighbour = Type.Object({ ...cardMembers, ...numbered }, { title: 'Neighbour' })
export type Neighbour = Static<typeof Neighbour>

/** The collection or series that a film is watched in. */
export const Within = Type.Object(
  {
    slug: Type.String(),
    title: Type.String(),
    series: Type.Boolean(),
    kind: OneOf(['film', 'trailer', 'extra'], {
      description: 'What it is there. Trailers and extras have nothing before or after them.',
    }),
    ...numbered,
    previous: Nullable(Neighbour),
    next: Nullable(Neighbour),
  },
  { title: 'Within' },
)
export type Within = Static<typeof Within>

export const VideoDetails = Type.Object(
  {
    ...cardMembers,
    description: Type.String(),
    teaserSeconds: Nullable(Type.Integer({ description: 'What anyone may watch of it.' })),
    comingAt: Nullable(time('When it goes on show, of a film that is announced.')),
    chapters: Type.Array(Chapter),
    about: About,
    captionLanguages: Type.Array(Type.String(), { description: 'Of its captions: BCP 47.' }),
    soundLanguages: Type.Array(Type.String(), { description: 'Of its sound tracks: BCP 47.' }),
    within: Nullable(Within),
  },
  { title: 'VideoDetails' },
)
export type VideoDetails = Static<typeof VideoDetails>

export const CatalogueQuery = Input({
  cursor: Type.Optional(
    Type.String({ maxLength: 200, description: 'nextCursor of the page before.' }),
  ),
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 24 }),
  q: Type.Optional(Type.String({ maxLength: 200, description: 'Words of title or description.' })),
})
export type CatalogueQuery = Static<typeof CatalogueQuery>

export const Catalogue = Type.Object({
  videos: Type.Array(Card),
  nextCursor: Nullable(Type.String()),
})
export type Catalogue = Static<typeof Catalogue>

export const Similar = Type.Object({
  videos: Type.Array(Card, { description: 'What is most like it first, then what is new.' }),
})
export type Similar = Static<typeof Similar>

export const WatchlistParams = Type.Object({ videoId: Uuid })
export const Watchlist = Type.Object({
  videos: Type.Array(Card, { description: 'What was added last first.' }),
})
export type Watchlist = Static<typeof Watchlist>

export const ContinueWatching = Type.Object({
  videos: Type.Array(Card, { description: 'What was watched last first.' }),
})
export type ContinueWatching = Static<typeof ContinueWatching>

export const VideoParams = Type.Object({
  idOrSlug: Type.String({ minLength: 1, maxLength: 200 }),
})

export const PosterQuery = Input({
  width: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 10_000,
      description:
        'One of the widths in `posterSizes`: that size, in the most compact format that is accepted. Else the whole picture as a JPEG.',
    }),
  ),
})

export const VideoQuery = Input({
  in: Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'The collection that it is watched in; else its series, else its first one.',
    }),
  ),
})
export type VideoQuery = Static<typeof VideoQuery>
