/** Films that are shown together, in the order their operator chose. */
import { type Static, Type } from 'typebox'
import { Card } from './catalog.ts'
import { Input, Nullable, Time, Uuid } from './common.ts'
import { Slug, Title } from './studio.ts'

const Description = Type.String({ maxLength: 10_000 })
const VideoIds = Type.Array(Uuid, { maxItems: 500, description: 'In order, each film once.' })

export const StudioCollection = Type.Object(
  {
    id: Uuid,
    slug: Type.String(),
    title: Type.String(),
    description: Type.String(),
    createdAt: Time,
    videoIds: Type.Array(Uuid, { description: 'In order, also of films that are not on show.' }),
    videos: Type.Array(
      Type.Object({
        id: Uuid,
        title: Type.String(),
        onShow: Type.Boolean({ description: 'Published, and in the catalogue.' }),
      }),
      { description: 'The same, to be read.' },
    ),
  },
  { title: 'StudioCollection' },
)
export type StudioCollection = Static<typeof StudioCollection>

export const CollectionsQuery = Input({
  cursor: Type.Optional(Uuid),
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 24 }),
})
export type CollectionsQuery = Static<typeof CollectionsQuery>

export const StudioCollections = Type.Object({
  collections: Type.Array(StudioCollection, { description: 'The newest first.' }),
  nextCursor: Nullable(Uuid),
})
export type StudioCollections = Static<typeof StudioCollections>

const members = { slug: Slug, description: Description, videoIds: VideoIds }

export const NewCollection = Input({
  title: Title,
  ...Type.Partial(Type.Object(members)).properties,
})
export type NewCollection = Static<typeof NewCollection>

export const CollectionChange = Type.Partial(Type.Object({ title: Title, ...members }), {
  additionalProperties: false,
  minProperties: 1,
  description: 'Members that are left out stay as they are.',
})
export type CollectionChange = Static<typeof CollectionChange>

export const Collections = Type.Object({
  collections: Type.Array(
    Type.Object(
      { slug: Type.String(), title: Type.String(), description: Type.String() },
      { title: 'CollectionEntry' },
    ),
    { description: 'Those with a film on show, the newest first.' },
  ),
  nextCursor: Nullable(Uuid),
})
export type Collections = Static<typeof Collections>

export const Collection = Type.Object(
  {
    slug: Type.String(),
    title: Type.String(),
    description: Type.String(),
    videos: Type.Array(Card, { description: 'Films on show, in their order.' }),
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
