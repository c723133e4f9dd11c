/** One change to many films. */
import { type Static, Type } from 'typebox'
import { aboutMembers } from './catalog.ts'
import { Input, Nullable, OneOf, Uuid } from './common.ts'
import { mostAtOnce } from './library-limits.ts'
import { accessMembers, Visibility } from './studio.ts'

const { free, planIds } = accessMembers

export const BulkChange = Type.Partial(
  Type.Object({
    published: Type.Boolean(),
    visibility: Visibility,
    archived: Type.Boolean(),
    access: Type.Partial(Type.Object({ free, planIds }), { additionalProperties: false }),
    addCategories: aboutMembers.categories,
    addTags: aboutMembers.tags,
    addToCollection: Uuid,
    takeFromCollection: Uuid,
  }),
  { additionalProperties: false, minProperties: 1 },
)
export type BulkChange = Static<typeof BulkChange>

export const BulkBody = Input({
  videoIds: Type.Array(Uuid, { minItems: 1, maxItems: mostAtOnce, uniqueItems: true }),
  change: BulkChange,
})
export type BulkBody = Static<typeof BulkBody>

export const BulkResult = Type.Object(
  {
    id: Uuid,
    title: Nullable(Type.String({ description: 'Null for a film that is not there.' })),
    outcome: OneOf(['done', 'unchanged', 'refused'], {
      description: '`unchanged`: it was so already. `refused`: nothing of the change was made.',
    }),
    reason: Nullable(Type.String({ description: 'Why it was refused, in plain words.' })),
  },
  { title: 'BulkResult' },
)
export type BulkResult = Static<typeof BulkResult>

export const BulkResults = Type.Object({
  results: Type.Array(BulkResult, { description: 'Each film, in the order of videoIds.' }),
})
export type BulkResults = Static<typeof BulkResults>
