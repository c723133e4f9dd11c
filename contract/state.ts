/** How the house stands: what its operator should know of and can do something about. */
import { type Static, Type } from 'typebox'
import { Nullable, OneOf, Time, Uuid } from './common.ts'

export const FailingJob = Type.Object(
  {
    id: Uuid,
    kind: Type.String({ description: 'Of the queue, such as "transcode-film-sweep".' }),
    videoId: Nullable(Uuid),
    state: OneOf(['waiting', 'running', 'given-up']),
    failures: Type.Integer({ minimum: 0 }),
    says: Type.String({ description: 'What it failed of, the last time.' }),
    since: Time,
    nextAt: Nullable(Time, { description: 'When it is tried again; null: it is not.' }),
  },
  { title: 'FailingJob' },
)
export type FailingJob = Static<typeof FailingJob>

const says = Nullable(Type.String({ description: 'What is wrong and what to do; null: nothing.' }))

export const HouseState = Type.Object(
  {
    bucket: Type.Object({
      standing: OneOf(['ours', 'another', 'ahead', 'copy', 'unclaimed', 'unreachable']),
      says,
    }),
    proxy: Type.Object({
      range: Nullable(Type.String({ description: 'What TRUSTED_PROXIES might be set to.' })),
      says,
    }),
    walk: Type.Object(
      {
        at: Time,
        going: Type.Boolean(),
        moved: Type.Integer({ minimum: 0 }),
      },
      { description: 'Of the bucket, once a year: when it ended, and what it moved to trash/.' },
    ),
    jobsWaiting: Type.Integer({ minimum: 0 }),
    jobs: Type.Array(FailingJob, {
      description: 'Those that fail, the newest first; 100 at most.',
    }),
  },
  { title: 'HouseState' },
)
export type HouseState = Static<typeof HouseState>
