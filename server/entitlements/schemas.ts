import { type TSchema, Type } from 'typebox'

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Time = Type.String({ format: 'date-time' })
const Uuid = Type.String({ format: 'uuid' })
const strict = { additionalProperties: false }

export const UserParams = Type.Object({ id: Uuid })
export const GrantParams = Type.Object({ id: Uuid, grantId: Uuid })
export const AccessParams = Type.Object({ id: Uuid, videoId: Uuid })

/** Either a plan or a film. */
export const GrantBody = Type.Object(
  {
    planId: Type.Optional(Type.String({ minLength: 1, maxLength: 50 })),
    videoId: Type.Optional(Uuid),
    until: Type.Optional(Nullable(Time)),
    reason: Type.String({ minLength: 1, maxLength: 500 }),
  },
  strict,
)

export const GrantAnswer = Type.Object({
  id: Uuid,
  planId: Nullable(Type.String()),
  videoId: Nullable(Uuid),
  until: Nullable(Time),
  reason: Type.String(),
  grantedById: Nullable(Uuid),
  createdAt: Time,
  revokedAt: Nullable(Time),
})

export const GrantsAnswer = Type.Object({ grants: Type.Array(GrantAnswer) })
export const NothingAnswer = Type.Null({ description: 'Done; no body.' })

export const ExplanationAnswer = Type.Object({
  decision: Type.Object(
    { allowed: Type.Boolean(), because: Type.String(), until: Nullable(Time) },
    { additionalProperties: true, description: 'With the facts that belong to the reason.' },
  ),
  maxStreams: Type.Integer(),
  considered: Type.Array(
    Type.Object({
      what: Type.String(),
      id: Type.String(),
      holds: Type.Boolean(),
      because: Type.String(),
      until: Nullable(Time),
    }),
    { description: 'Each thing held and what it is worth now. Refused: until is since when.' },
  ),
  facts: Type.Object(
    {},
    { additionalProperties: true, description: 'Everything that the decision was made from.' },
  ),
})
