/** Every answer other than success: RFC 9457 problem documents with a stable `code`. */
import { type Static, type TProperties, Type } from 'typebox'
import { AccessReason, Offer } from './access.ts'
import { OneOf } from './common.ts'
import { ActiveStream } from './playback.ts'

export const errorCodes = [
  'BAD_REQUEST',
  'WEBHOOK_SIGNATURE',
  'ORIGIN_REFUSED',
  'SIGN_IN_REQUIRED',
  'WRONG_CREDENTIALS',
  'SECOND_FACTOR_REQUIRED',
  'STEP_UP_REQUIRED',
  'RESET_LINK_INVALID',
  'PAYMENT_DECLINED',
  'PAYMENT_REQUIRED',
  'FORBIDDEN',
  'NOT_FOUND',
  'EMAIL_TAKEN',
  'TOO_MANY_STREAMS',
  'STREAM_TAKEN_OVER',
  'ALREADY_SUBSCRIBED',
  'CONFLICT',
  'PLAYBACK_ENDED',
  'TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'TOO_MANY_REQUESTS',
  'INTERNAL',
  'PAYMENT_PROVIDER_UNAVAILABLE',
  'ENTITLEMENTS_UNAVAILABLE',
  'UNAVAILABLE',
] as const

export const ErrorCode = OneOf(errorCodes, {
  title: 'ErrorCode',
  description: 'Stable: decide by this one.',
})
export type ErrorCode = Static<typeof ErrorCode>

/** Ends of a playback that have nothing to do with paying. */
export const PlainEnd = OneOf(
  [
    'stopped',
    'expired',
    'taken_over',
    'limit',
    'signed_out',
    'kicked',
    'unpublished',
    'account_disabled',
    'replaced',
  ],
  {
    title: 'PlainEnd',
    description: `stopped: the player gave its place back. expired: nothing was asked for longer than a
session is kept. taken_over: another device of the viewer was given the place. limit: the place was
lost during a pause, or the plan now has fewer. kicked: by the operator. replaced: the file that it
played was replaced long ago.`,
  },
)
export type PlainEnd = Static<typeof PlainEnd>

/** Why a playback is over, as stored and as told to the player. */
export type EndReason = PlainEnd | AccessReason

const RefusedField = Type.Object(
  { field: Type.String(), message: Type.String() },
  { title: 'RefusedField' },
)
const fields = Type.Array(RefusedField, { description: 'What is wrong with the input, by field.' })
const offers = Type.Array(Offer, { description: 'What would give access.' })
const methods = Type.Array(OneOf(['password', 'code', 'passkey']), {
  description: 'What /api/me/prove takes.',
})
const setUp = Type.Boolean({
  description: 'A second factor is needed, and the account has none: set one up first.',
})
const streams = Type.Array(ActiveStream, { description: 'The devices that play now.' })
const retryAfterSeconds = Type.Number({
  minimum: 0,
  description: 'Ask again after these; also as the header Retry-After.',
})

/** What documents of a code carry beside what all carry. */
const members = {
  BAD_REQUEST: { fields: Type.Optional(fields) },
  WRONG_CREDENTIALS: { fields: Type.Optional(fields) },
  STEP_UP_REQUIRED: { methods: Type.Optional(methods), setUp: Type.Optional(setUp) },
  SIGN_IN_REQUIRED: { reason: Type.Optional(AccessReason), offers: Type.Optional(offers) },
  PAYMENT_REQUIRED: { reason: AccessReason, offers },
  TOO_MANY_STREAMS: { streams },
  STREAM_TAKEN_OVER: { reason: PlainEnd },
  ALREADY_SUBSCRIBED: { offers },
  NOT_FOUND: {
    otherAccount: Type.Optional(
      Type.Boolean({ description: 'It is there, for whoever signs in with another account.' }),
    ),
  },
  CONFLICT: {
    current: Type.Optional(
      Type.Object({}, { additionalProperties: true, description: 'What is stored now.' }),
    ),
    differs: Type.Optional(
      Type.Array(Type.String(), { description: 'The members that someone else has changed.' }),
    ),
  },
  PLAYBACK_ENDED: { reason: PlainEnd },
  TOO_MANY_REQUESTS: { retryAfterSeconds: Type.Optional(retryAfterSeconds) },
} as const satisfies Partial<Record<ErrorCode, TProperties>>

const frame = {
  type: Type.String({ description: 'about:blank: `code` says more than a link would.' }),
  title: Type.String(),
  status: Type.Integer({ minimum: 400, maximum: 599 }),
  detail: Type.String({ description: 'What happened and what to do, for people.' }),
}

const pascal = (code: string) =>
  code.toLowerCase().replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** The document of one code, with the members that it carries. */
export const problemOf = (code: ErrorCode) =>
  Type.Object(
    {
      ...frame,
      code: Type.Literal(code),
      ...(members as Partial<Record<ErrorCode, TProperties>>)[code],
    },
    { title: `${pascal(code)}Problem` },
  )

/** Any of them, as who cannot know which will come reads it. */
export const Problem = Type.Object(
  {
    ...frame,
    code: ErrorCode,
    fields: Type.Optional(fields),
    reason: Type.Optional(Type.Union([PlainEnd, AccessReason])),
    offers: Type.Optional(offers),
    streams: Type.Optional(streams),
    methods: Type.Optional(methods),
    setUp: Type.Optional(setUp),
    retryAfterSeconds: Type.Optional(retryAfterSeconds),
    otherAccount: Type.Optional(Type.Boolean()),
  },
  { title: 'Problem', description: 'RFC 9457: the form of every answer that is no success.' },
)
export type Problem = Static<typeof Problem>
