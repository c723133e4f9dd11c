/** Films that are shown together, in the order their operator chose. */
import { type Static, Type } from 'typebox'
import { Card, Neighbour } from './catalog.ts'
import { Input, Nullable, Time, Uuid } from './common.ts'
import { Slug, Title } from './studio.ts'

const Description = Type.String({ maxLength: 10_000 })

/** In all its seasons, with trailers and extras. */
export const mostFilms = 500
const VideoIds = Type.Array(Uuid, { maxItems: mostFilms, description: 'In order, each film once.' })

export const Season = Type.Object(
  {
    number: Type.Integer({ minimum: 0, maximum: 999 }),
    title: Type.String({ maxLength: 100, description: 'May be empty.' }),
  },
  { title: 'Season' },
)
export type Season = Static<typeof Season>

export const SeasonOfFilms = Input(
  {
    ...Season.properties,
    videoIds: Type.Array(Uuid, {
      maxItems: mostFilms,
      description: 'Its episodes; they are numbered in this order, from 1.',
    }),
  },
  { title: 'SeasonOfFilms' },
)
export type SeasonOfFilms = Static<typeof SeasonOfFilms>

const Seasons = Type.Array(SeasonOfFilms, {
  maxItems: 100,
  description: 'Of a series, by their numbers.',
})
const TrailerIds = Type.Array(Uuid, { maxItems: 20, description: 'Of a series, in order.' })
const ExtraIds = Type.Array(Uuid, {
  maxItems: 100,
  description: 'What a series has beside its episodes, in order.',
})
const PlanId = Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,49}$' })
const PlanIds = Type.Array(PlanId, {
  ...{ maxItems: 50, uniqueItems: true },
  description: 'Plans that open all that is in it, whenever it was put there.',
})
const Version = Type.Integer({ minimum: 1, description: 'One more with each change.' })

const told = {
  id: Uuid,
  slug: Type.String(),
  title: Type.String(),
  description: Type.String(),
  createdAt: Time,
  version: Version,
  series: Type.Boolean({ description: 'Its films are the episodes of seasons.' }),
  videoIds: Type.Array(Uuid, {
    description: 'In order, also of films that are not on show; of a series all its episodes.',
  }),
  seasons: Type.Array(SeasonOfFilms),
  trailerIds: Type.Array(Uuid),
  extraIds: Type.Array(Uuid),
  planIds: Type.Array(Type.String()),
}

export const StudioCollection = Type.Object(
  {
    ...told,
    videos: Type.Array(
      Type.Object({
        id: Uuid,
        title: Type.String(),
        onShow: Type.Boolean({ description: 'Published, and in the catalogue.' }),
      }),
      { description: 'Every film that it names, to be read: episodes, trailers, extras.' },
    ),
  },
  { title: 'StudioCollection' },
)
export type StudioCollection = Static<typeof StudioCollection>

/** In lists, which do not name the films. */
export const ListedCollection = Type.Object(told, { title: 'ListedCollection' })
export type ListedCollection = Static<typeof ListedCollection>

export const CollectionsQuery = Input({
  cursor: Type.Optional(Uuid),
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 24 }),
})
export type CollectionsQuery = Static<typeof CollectionsQuery>

export const StudioCollections = Type.Object({
  collections: Type.Array(ListedCollection, { description: 'The newest first.' }),
  nextCursor: Nullable(Uuid),
})
export type StudioCollections = Static<typeof StudioCollections>

const members = {
  slug: Slug,
  description: Description,
  series: Type.Boolean({
    description:
      'True: the films become season 1. False: episodes, trailers and extras become one list.',
  }),
  videoIds: VideoIds,
  seasons: Seasons,
  trailerIds: TrailerIds,
  extraIds: ExtraIds,
  planIds: PlanIds,
}

export const NewCollection = Input({
  title: Title,
  ...Type.Partial(Type.Object(members)).properties,
})
export type NewCollection = Static<typeof NewCollection>

export const CollectionChange = Type.Partial(
  Type.Object({
    title: Title,
    ...members,
    version: Type.Integer({
      minimum: 1,
      description: 'What was changed: refused if someone has saved since. Left out: not asked.',
    }),
  }),
  {
    additionalProperties: false,
    minProperties: 1,
    description: 'Members that are left out stay as they are.',
  },
)
export type CollectionChange = Static<typeof CollectionChange>

export const Collections = Type.Object({
  collections: Type.Array(
    Type.Object(
      {
        slug: Type.String(),
        title: Type.String(),
        description: Type.String(),
        series: Type.Boolean(),
      },
      { title: 'CollectionEntry' },
    ),
    { description: 'Those with a film on show, the newest first.' },
  ),
  nextCursor: Nullable(Uuid),
})
export type Collections = Static<typeof Collections>

/** A film among those of its collection. */
export const CollectionFilm = Type.Object(
  {
    ...Neighbour.properties,
    watched: Type.Boolean({ description: 'The viewer has seen it to the end.' }),
  },
  { title: 'CollectionFilm' },
)
export type CollectionFilm = Static<typeof CollectionFilm>

export const Collection = Type.Object(
  {
    slug: Type.String(),
    title: Type.String(),
    description: Type.String(),
    series: Type.Boolean(),
    seasons: Type.Array(Season, { description: 'Of a series: those with an episode on show.' }),
    videos: Type.Array(CollectionFilm, {
      description: 'Films on show, in their order; of a series its episodes.',
    }),
    trailers: Type.Array(Card, { description: 'Of a series.' }),
    extras: Type.Array(Card, { description: 'Of a series.' }),
    nextCursor: Nullable(Type.Integer()),
  },
  { title: 'Collection' },
)
export type Collection = Static<typeof Collection>

export const CollectionQuery = Input({
  cursor: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 1_000, description: 'nextCursor of the page before.' }),
  ),
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 48 }),
})
export type CollectionQuery = Static<typeof CollectionQuery>

export const SlugParams = Type.Object({ slug: Type.String({ minLength: 1, maxLength: 200 }) })
