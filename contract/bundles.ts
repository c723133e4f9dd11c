/** Several films that are sold together, as one purchase. */
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
  videoIds: Type.Array(Uuid, {
    minItems: 2,
    maxItems: 50,
    uniqueItems: true,
    description: 'Who buys it has these for good; who has bought it keeps what it was then.',
  }),
}

export const StudioBundle = Type.Object(
  {
    id: Uuid,
    title: Type.String(),
    amount: Amount,
    currency: Currency,
    active: Type.Boolean({ description: 'Whether it is sold.' }),
    createdAt: Time,
    videos: Type.Array(Type.Object({ id: Uuid, title: Type.String() })),
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

export const NewBundle = Input(members, { title: 'NewBundle' })
export type NewBundle = Static<typeof NewBundle>

export const BundleChange = Type.Partial(Type.Object({ ...members, active: Type.Boolean() }), {
  additionalProperties: false,
  minProperties: 1,
  description: 'Members that are left out stay as they are.',
})
export type BundleChange = Static<typeof BundleChange>
