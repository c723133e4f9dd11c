/** Several films that are sold together, as one purchase, or a collection as a whole. */
import { type Static, Type } from 'typebox'
import { Amount, Currency, Input, Nullable, Time, Uuid } from './common.ts'
import { Title } from './studio.ts'

const members = {
  title: Title,
  amount: Type.Integer({
    minimum: 1,
    maximum: 99_999_999,
    description: "In the currency's minor unit.",
  }),
  currency: Currency,
}

const videoIds = Type.Array(Uuid, {
  minItems: 2,
  maxItems: 50,
  uniqueItems: true,
  description: 'Who buys it has these for good; who has bought it keeps what it was then.',
})

export const StudioBundle = Type.Object(
  {
    id: Uuid,
    title: Type.String(),
    amount: Amount,
    currency: Currency,
    active: Type.Boolean({ description: 'Whether it is to be sold.' }),
    sold: Type.Boolean({
      description: 'Whether it can be bought now: not while a film in it is not on show.',
    }),
    createdAt: Time,
    videos: Type.Array(Type.Object({ id: Uuid, title: Type.String() })),
    collection: Nullable(
      Type.Object(
        { id: Uuid, title: Type.String() },
        { description: 'Sold as a whole: what is put into it later is opened as well.' },
      ),
    ),
  },
  { title: 'StudioBundle' },
)
export type StudioBundle = Static<typeof StudioBundle>

export const BundlesQuery = Type.Object({
  cursor: Type.Optional(Uuid),
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
})
export type BundlesQuery = Static<typeof BundlesQuery>

export const StudioBundles = Type.Object({
  bundles: Type.Array(StudioBundle, { description: 'The newest first.' }),
  nextCursor: Nullable(Uuid),
})
export type StudioBundles = Static<typeof StudioBundles>

export const NewBundle = Input(
  { ...members, videoIds: Type.Optional(videoIds), collectionId: Type.Optional(Uuid) },
  { title: 'NewBundle', description: 'With either `videoIds` or `collectionId`.' },
)
export type NewBundle = Static<typeof NewBundle>

export const BundleChange = Type.Partial(
  Type.Object({ ...members, videoIds, active: Type.Boolean() }),
  {
    additionalProperties: false,
    minProperties: 1,
    description: 'Members that are left out stay as they are.',
  },
)
export type BundleChange = Static<typeof BundleChange>
