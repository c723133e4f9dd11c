/** The front page: what leads it, and the rows that it is made of. */
import { type Static, Type } from 'typebox'
import { Card } from './catalog.ts'
import { Input, Nullable, OneOf, Uuid } from './common.ts'
import { frontRowKinds } from './front-rows.ts'

export const FrontRowKind = OneOf(frontRowKinds, { title: 'FrontRowKind' })
export type FrontRowKind = Static<typeof FrontRowKind>

export const FrontHero = Input(
  {
    kind: OneOf(['usual', 'newest', 'film'], {
      description:
        'usual: what the viewer watched last and has not finished, else the newest. A film that is gone gives way to the newest.',
    }),
    videoId: Nullable(Uuid, { description: 'Of the kind film.' }),
  },
  { title: 'FrontHero' },
)
export type FrontHero = Static<typeof FrontHero>

export const FrontRow = Input(
  {
    kind: FrontRowKind,
    title: Type.String({ maxLength: 100, description: 'Empty: the usual one.' }),
    hidden: Type.Boolean(),
    category: Nullable(Type.String({ minLength: 1, maxLength: 100 })),
    collectionId: Nullable(Uuid),
    videoIds: Type.Array(Uuid, { maxItems: 50, uniqueItems: true }),
  },
  { title: 'FrontRow' },
)
export type FrontRow = Static<typeof FrontRow>

const rows = Type.Array(FrontRow, { maxItems: 30, description: 'In order.' })

export const FrontDraft = Input({ hero: FrontHero, rows }, { title: 'FrontDraft' })
export type FrontDraft = Static<typeof FrontDraft>

export const FrontChange = Input(
  {
    hero: FrontHero,
    rows,
    version: Type.Optional(
      Type.Integer({
        minimum: 0,
        description: 'What was changed: refused if someone has saved since. Left out: not asked.',
      }),
    ),
  },
  { title: 'FrontChange' },
)
export type FrontChange = Static<typeof FrontChange>

export const StudioFront = Type.Object(
  {
    hero: FrontHero,
    rows,
    version: Type.Integer({ minimum: 0, description: 'One more with each change.' }),
    named: Type.Array(Type.Object({ id: Uuid, title: Type.String() }), {
      description: 'Films and collections that it names and that are there.',
    }),
  },
  { title: 'StudioFront' },
)
export type StudioFront = Static<typeof StudioFront>

export const Front = Type.Object(
  {
    hero: Nullable(Card),
    rows: Type.Array(
      Type.Object({
        kind: FrontRowKind,
        title: Type.String({ description: 'Empty: the usual one.' }),
        collection: Nullable(Type.String({ description: 'The slug of the one that it shows.' })),
        category: Nullable(Type.String()),
        videos: Type.Array(Card),
        nextCursor: Nullable(Type.String(), {
          description: 'Of all films: where GET /api/videos goes on.',
        }),
      }),
      { description: 'Those with a film in them.' },
    ),
  },
  { title: 'Front' },
)
export type Front = Static<typeof Front>
